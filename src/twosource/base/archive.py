"""Items, reports and accounts in, and the same out: nothing that was captured is altered or lost.

An account is kept by its analysis key and the edition (versions of program, model, gazetteer) that
read it, so a copy costs a lookup and a new version reads anew.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, RowMapping, Table, insert, select
from sqlalchemy.exc import IntegrityError

from twosource.base.archive_engine import open_engine
from twosource.base.archive_group_tables import PENDING
from twosource.base.archive_tables import ACCOUNTS, ITEMS, REPORTS, RUNS, SKIPS
from twosource.base.archive_words import index_report
from twosource.base.ids import make_id
from twosource.base.packing import pack, unpack
from twosource.base.records import Account, Item, Report, Skip

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Run:
    """One use of the program: when, which command, which versions. `now` is ISO 8601, UTC."""

    now: str
    command: str
    versions: tuple[tuple[str, str], ...]  # part and its version or hash, sorted

    @property
    def edition(self) -> str:
        """What the versions amount to: accounts of one edition are alike."""
        return make_id("ed", *(word for pair in self.versions for word in pair))


class Archive:
    """An open archive. Use it in a `with` block, or close it."""

    def __init__(self, engine: Engine, run: Run) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._run = run
        self._memory: dict[Hashable, tuple[Hashable, Any]] = {}

    def recall(self, key: Hashable, stamp: Hashable, make: Callable[[], Value]) -> Value:
        """What was made for this key under this stamp, else made now and remembered.

        For what is dear to count and the same until the archive changes. A stamp of None is never
        remembered.
        """
        known = self._memory.get(key)
        if known is not None and stamp is not None and known[0] == stamp:
            found: Value = known[1]
            return found
        made = make()
        self._memory[key] = (stamp, made)
        return made

    @classmethod
    def open(cls, target: str, run: Run, *, create: bool = False) -> "Archive":
        """The archive in this file or at this address; `create` makes it when there is none.

        Raises ArchiveError when there is none, or the database holds something else.
        """
        return cls(open_engine(target, made_at=run.now if create else None), run)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    @property
    def edition(self) -> str:
        """What the versions in force amount to."""
        return self._run.edition

    @property
    def now(self) -> str:
        """When this use of the program began: ISO 8601, UTC."""
        return self._run.now

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for queries."""
        return self._engine.connect()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction for writing: all of it is kept, or nothing."""
        return self._writer.begin()

    def keep_items(self, items: Iterable[Item]) -> None:
        """Keep the bytes of each item, once.

        Rows are added in one order by every process, here and below, so that none waits for
        another that waits for it.
        """
        with self._writer.begin() as connection:
            for item in sorted(items, key=lambda each: each.sha256):
                row = {
                    "sha256": item.sha256, "origin": item.origin, "media_type": item.media_type,
                    "data": item.data, "captured_at": self._run.now,
                }  # fmt: skip
                _add_once(connection, ITEMS, row)

    def keep_accounts(self, told: Iterable[tuple[str, Account]]) -> int:
        """Keep reports with what was read from them, by analysis key; how many were new."""
        ordered = sorted(told, key=lambda row: (row[0], row[1].report.id))
        with self._writer.begin() as connection:
            return sum(self._keep_account(connection, key, account) for key, account in ordered)

    def keep_skips(self, skips: Iterable[Skip]) -> None:
        """Log the run and what it skipped."""
        with self._writer.begin() as connection:
            run = self._log_run(connection)
            rows = [
                {"run": run, "step": each.step, "origin": each.origin, "reason": each.reason}
                for each in skips
            ]
            if rows:
                connection.execute(insert(SKIPS), rows)

    def find(self, key: str) -> Account | None:
        """The account kept under this analysis key in this edition; its report has no text."""
        query = select(ACCOUNTS.c.record).where(
            ACCOUNTS.c.analysis == key, ACCOUNTS.c.edition == self._run.edition
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).scalar_one_or_none()
        return None if found is None else unpack(found, Account)

    def reports(self) -> Iterator[Report]:
        """Every report, by id."""
        query = select(REPORTS.c.record).order_by(REPORTS.c.id)
        with self._engine.connect() as connection:
            for record in connection.execute(query).scalars():
                yield unpack(record, Report)

    def skips(self) -> tuple[Skip, ...]:
        """What was ever skipped, each once."""
        query = select(SKIPS.c.step, SKIPS.c.origin, SKIPS.c.reason).distinct()
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(SKIPS.c.origin, SKIPS.c.step)).all()
        return tuple(Skip(step, origin, reason) for step, origin, reason in rows)

    def item(self, sha256: str) -> bytes | None:
        """The bytes of an item as captured; None when there is no such item."""
        query = select(ITEMS.c.data).where(ITEMS.c.sha256 == sha256)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none()

    def known_items(self, hashes: Iterable[str]) -> set[str]:
        """Which of these items are kept."""
        query = select(ITEMS.c.sha256).where(ITEMS.c.sha256.in_(sorted(hashes)))
        with self._engine.connect() as connection:
            return set(connection.execute(query).scalars())

    def runs(self) -> tuple[RowMapping, ...]:
        """Every run, oldest first."""
        query = select(
            RUNS.c.id, RUNS.c.started_at, RUNS.c.command, RUNS.c.edition, RUNS.c.versions
        ).order_by(RUNS.c.id)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).mappings())

    def _keep_account(self, connection: Connection, key: str, account: Account) -> bool:
        report = account.report
        bare = replace(account, report=replace(report, text=""))
        row = {"analysis": key, "edition": self._run.edition, "record": pack(bare)}
        _add_once(connection, ACCOUNTS, row)
        told = {
            "id": report.id, "sha256": report.sha256, "analysis": key, "path": report.path,
            "outlet": report.outlet, "published": report.published.value,
            "language": report.language, "record": pack(report), "added_at": self._run.now,
        }  # fmt: skip
        added = _add_once(connection, REPORTS, told)
        if added:
            index_report(connection, report)
            connection.execute(insert(PENDING).values(report=report.id))
        return added

    def _log_run(self, connection: Connection) -> int:
        row = {
            "started_at": self._run.now, "command": self._run.command,
            "edition": self._run.edition, "versions": pack(dict(self._run.versions)).decode(),
        }  # fmt: skip
        made = connection.execute(insert(RUNS).values(**row)).inserted_primary_key
        return int(made[0]) if made else 0


def _add_once(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Add a row unless its key is there; whether it was added."""
    try:
        with connection.begin_nested():
            connection.execute(insert(table).values(**row))
    except IntegrityError:
        return False
    return True
