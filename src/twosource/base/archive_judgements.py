"""An open archive and a decision in, the chain of judgements one longer out; and read back.

Writers queue up: on SQLite a writing transaction locks the file, on PostgreSQL the archive's one
row is locked first. So two desks at once never make two judgements of one number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, insert, select

from twosource.base.archive import Archive
from twosource.base.archive_people_tables import JUDGED, JUDGEMENTS
from twosource.base.archive_tables import ARCHIVE
from twosource.base.errors import UnknownIdError
from twosource.base.judgements import START, Action, Draft, Judgement, seal, unseal


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link of the chain that does not hold, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: the number of a judgement and its hash."""

    number: int = 0
    hash: str = START


@dataclass(frozen=True, slots=True)
class Search:
    """Which judgements are wanted. None: no matter."""

    by: str | None = None
    action: Action | None = None
    target: str | None = None
    reports: tuple[str, ...] | None = None  # those about words of any of these


EVERY = Search()
BEFORE_ALL = Link()


def add_judgement(archive: Archive, draft: Draft, made_at: str) -> Judgement:
    """Write a decision down as the last of the chain."""
    with archive.writing() as connection:
        connection.execute(select(ARCHIVE.c.version).with_for_update())  # see the module's note
        latest = select(JUDGEMENTS.c.number, JUDGEMENTS.c.hash)
        last = connection.execute(latest.order_by(JUDGEMENTS.c.number.desc()).limit(1)).first()
        number, previous = (last.number + 1, last.hash) if last is not None else (1, START)
        made = seal(draft, number, made_at, previous)
        _write(connection, made)
    return made


def list_judgements(
    archive: Archive, wanted: Search = EVERY, *, limit: int | None = None, offset: int = 0
) -> tuple[Judgement, ...]:
    """The judgements that fit, the latest first."""
    query = _fitting(select(JUDGEMENTS.c.record), wanted)
    query = query.order_by(JUDGEMENTS.c.number.desc()).limit(limit).offset(offset)
    with archive.reading() as connection:
        return tuple(unseal(record) for record in connection.execute(query).scalars())


def count_judgements(archive: Archive, wanted: Search = EVERY) -> int:
    """How many fit."""
    query = _fitting(select(func.count()).select_from(JUDGEMENTS), wanted)
    with archive.reading() as connection:
        return int(connection.execute(query).scalar_one())


def list_reviewers(archive: Archive) -> tuple[str, ...]:
    """Everybody who ever decided anything, by name."""
    query = select(JUDGEMENTS.c.by).distinct().order_by(JUDGEMENTS.c.by)
    with archive.reading() as connection:
        return tuple(connection.execute(query).scalars())


def load_judgement(archive: Archive, identity: str) -> Judgement:
    """One judgement. Raises UnknownIdError."""
    query = select(JUDGEMENTS.c.record).where(JUDGEMENTS.c.id == identity)
    with archive.reading() as connection:
        record = connection.execute(query).scalar_one_or_none()
    if record is None:
        raise UnknownIdError(f"no judgement has the id {identity!r}")
    return unseal(record)


def last_link(archive: Archive) -> Link:
    """The end of the chain; number 0 when there is no judgement yet."""
    query = select(JUDGEMENTS.c.number, JUDGEMENTS.c.hash).order_by(JUDGEMENTS.c.number.desc())
    with archive.reading() as connection:
        row = connection.execute(query.limit(1)).first()
    return Link() if row is None else Link(row.number, row.hash)


def verify_chain(archive: Archive, since: Link = BEFORE_ALL) -> Broken | None:
    """The first link that does not hold; None when the whole chain does.

    With `since`, a link that was found good before: whether it is still there, and all after it.
    """
    query = select(JUDGEMENTS).where(JUDGEMENTS.c.number >= since.number)
    with archive.reading() as connection:
        found = connection.execute(query.order_by(JUDGEMENTS.c.number)).mappings()
        rows = (dict(row) for row in found)
        if not since.number:
            return find_break(rows)
        known = next(rows, {})
        if (known.get("number"), known.get("hash")) != (since.number, since.hash):
            return Broken(since.number, f"judgement {since.number} is not what it was")
        return find_break(chain([known], rows), Link(since.number - 1, known["previous"]))


def find_break(rows: Iterable[dict[str, Any]], since: Link = BEFORE_ALL) -> Broken | None:
    """The first row that does not follow from the one before it, or is not what was sealed."""
    previous = since.hash
    for number, row in enumerate(rows, since.number + 1):
        if row["number"] != number:
            return Broken(number, f"judgement {number} is missing")
        reason = _why_broken(row, previous)
        if reason is not None:
            return Broken(number, reason)
        previous = row["hash"]
    return None


def lines_of(judgements: Iterable[Judgement]) -> Iterator[bytes]:
    """Each judgement as a line of JSON: the sealed record, its id and hash."""
    for each in judgements:
        told = msgspec.json.encode({"id": each.id, "hash": each.hash})
        yield told[:-1] + b',"sealed":' + each.record + b"}\n"


def _why_broken(row: dict[str, Any], previous: str) -> str | None:
    if sha256(row["record"]).hexdigest() != row["hash"]:
        return f"judgement {row['number']} was changed after it was sealed"
    try:
        told = unseal(row["record"])
    except msgspec.ValidationError:
        return f"judgement {row['number']} is not a judgement"
    if told.previous != previous or row["previous"] != previous:
        return f"judgement {row['number']} does not follow the one before it"
    names = ("number", "id", "made_at", "by", "action", "target")
    differing = [name for name in names if getattr(told, name) != row[name]]
    if differing:
        return f"judgement {row['number']}: its {differing[0]} was changed"
    return None


def _write(connection: Connection, made: Judgement) -> None:
    row = {
        "number": made.number, "id": made.id, "made_at": made.made_at, "by": made.by,
        "action": made.action, "target": made.target, "previous": made.previous,
        "hash": made.hash, "record": made.record,
    }  # fmt: skip
    connection.execute(insert(JUDGEMENTS).values(**row))
    reports = sorted({each.report for each in (*made.aim.anchors, *made.aim.others)})
    if reports:
        told = [{"number": made.number, "report": each} for each in reports]
        connection.execute(insert(JUDGED), told)


def _fitting(query: Select[Any], wanted: Search) -> Select[Any]:
    if wanted.by is not None:
        query = query.where(JUDGEMENTS.c.by == wanted.by)
    if wanted.action is not None:
        query = query.where(JUDGEMENTS.c.action == wanted.action)
    if wanted.target is not None:
        query = query.where(JUDGEMENTS.c.target == wanted.target)
    if wanted.reports is not None:
        about = select(JUDGED.c.number).where(JUDGED.c.report.in_(sorted(wanted.reports)))
        query = query.where(JUDGEMENTS.c.number.in_(about))
    return query
