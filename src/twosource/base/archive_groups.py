"""A connection to an archive in, what is kept of its groups out: sketches, keys, links, members.

Lookups go by an index and touch the asked rows only. Sketches are bytes here: what they mean is
the business of `twosource.cluster`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    bindparam,
    func,
    literal,
    select,
)

from twosource.base.archive_group_tables import (
    FAMILIES,
    FOUND,
    KEYS,
    LINKS,
    MEMBERS,
    PENDING,
    PLANNED,
    PLANNED_REPORTS,
    SKETCHES,
    TURN,
)
from twosource.base.archive_tables import ACCOUNTS, REPORTS
from twosource.base.packing import unpack
from twosource.base.records import Report, ReportId
from twosource.base.stories import Family, Story

PIECE = 500  # names asked for at a time
Name = TypeVar("Name", str, int, ReportId)
HEADS = (
    select(KEYS.c.report)
    .where(KEYS.c.key == bindparam("asked"))
    .order_by(KEYS.c.rank, KEYS.c.report)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the groups stand: how often they changed, on what basis, up to which judgement."""

    number: int = 0
    basis: str = ""
    judged: int = 0


def read_turn(connection: Connection) -> Turn | None:
    """Where the groups stand; None when none were ever found."""
    row = connection.execute(select(TURN.c.number, TURN.c.basis, TURN.c.judged)).first()
    return None if row is None else Turn(*row)


def stamp_of(connection: Connection) -> int | None:
    """How the stories that are shown stand: the same number, the same stories.

    None while some are still to be worked out, and when there never were any.
    """
    due = select(PLANNED.c.id).where(PLANNED.c.due >= 0).exists()  # `not null` would look at all
    row = connection.execute(select(TURN.c.number, due.label("due"))).first()
    return None if row is None or row.due else int(row.number)


def list_pending(connection: Connection) -> list[ReportId]:
    """Reports that came since, by id."""
    query = select(PENDING.c.report).order_by(PENDING.c.report)
    return [ReportId(each) for each in connection.execute(query).scalars()]


def list_all(connection: Connection) -> list[ReportId]:
    """Every report, by id."""
    query = select(REPORTS.c.id).order_by(REPORTS.c.id)
    return [ReportId(each) for each in connection.execute(query).scalars()]


def has_other_sketches(connection: Connection, version: int) -> bool:
    """Whether a kept sketch is of another version. It looks at every sketch when none is."""
    query = select(SKETCHES.c.report).where(SKETCHES.c.version != version).limit(1)
    return connection.execute(query).first() is not None


def list_unread(connection: Connection, edition: str) -> list[ReportId]:
    """Reports that this edition did not read. It looks at every report."""
    read = (ACCOUNTS.c.analysis == REPORTS.c.analysis) & (ACCOUNTS.c.edition == edition)
    query = select(REPORTS.c.id).outerjoin(ACCOUNTS, read).where(ACCOUNTS.c.analysis.is_(None))
    return [ReportId(each) for each in connection.execute(query.order_by(REPORTS.c.id)).scalars()]


def all_grouped(connection: Connection) -> set[str]:
    """Every report that has a story."""
    return set(connection.execute(select(MEMBERS.c.report)).scalars())


def count_grouped(connection: Connection) -> int:
    """How many reports have a story."""
    return int(connection.execute(select(func.count()).select_from(MEMBERS)).scalar_one())


def reports_that_tell(connection: Connection, names: Collection[str]) -> set[str]:
    """The reports in whose accounts one of the names stands. It looks at every account."""
    found: set[str] = set()
    for name in sorted(names):
        asked = literal(name.encode(), LargeBinary)
        holds = (
            func.instr(ACCOUNTS.c.record, asked) > 0
            if connection.dialect.name == "sqlite"
            else func.strpos(func.encode(ACCOUNTS.c.record, "hex"), name.encode().hex()) > 0
        )
        query = select(REPORTS.c.id).join(ACCOUNTS, ACCOUNTS.c.analysis == REPORTS.c.analysis)
        found.update(connection.execute(query.where(holds)).scalars())
    return found


def stream_reports(connection: Connection, names: Iterable[str]) -> Iterator[Report]:
    """These reports, in the order asked for."""
    for piece in pieces(names):
        query = select(REPORTS.c.id, REPORTS.c.record).where(REPORTS.c.id.in_(piece))
        found = {row.id: row.record for row in connection.execute(query)}
        for name in piece:
            yield unpack(found[name], Report)


def stream_sketches(connection: Connection) -> Iterator[tuple[ReportId, bytes]]:
    """Every sketch that is kept."""
    query = select(SKETCHES.c.report, SKETCHES.c.record)
    for name, record in connection.execution_options(yield_per=PIECE).execute(query):
        yield ReportId(name), record


def load_sketches(connection: Connection, names: Collection[str]) -> dict[ReportId, bytes]:
    """The sketches of these reports."""
    query = select(SKETCHES.c.report, SKETCHES.c.record)
    return {
        ReportId(name): record for name, record in _of(connection, query, SKETCHES.c.report, names)
    }


def load_heads(
    connection: Connection, keys: Collection[int], most: int
) -> dict[int, list[ReportId]]:
    """Of each key the first owners by rank."""
    found = {}
    for key in sorted(keys):
        rows = connection.execute(HEADS, {"asked": key, "most": most}).scalars().all()
        if rows:
            found[key] = [ReportId(each) for each in rows]
    return found


def load_owners(connection: Connection, keys: Collection[int]) -> dict[int, list[ReportId]]:
    """Of each key all owners by rank."""
    found: dict[int, list[ReportId]] = defaultdict(list)
    query = select(KEYS.c.key, KEYS.c.report).order_by(KEYS.c.key, KEYS.c.rank, KEYS.c.report)
    for key, name in _of(connection, query, KEYS.c.key, keys):
        found[key].append(ReportId(name))
    return dict(found)


def load_links(
    connection: Connection, names: Collection[str]
) -> dict[ReportId, dict[ReportId, int]]:
    """Of each of these reports those it is linked with, and the grade."""
    found: dict[ReportId, dict[ReportId, int]] = {ReportId(name): {} for name in sorted(names)}
    for here, there in ((LINKS.c.one, LINKS.c.other), (LINKS.c.other, LINKS.c.one)):
        for name, other, grade in _of(connection, select(here, there, LINKS.c.grade), here, names):
            found[name][other] = grade
    return found


def load_families(connection: Connection, reports: Collection[str]) -> tuple[Family, ...]:
    """The families of these reports, by id."""
    query = select(MEMBERS.c.family).distinct()
    ids = {name for (name,) in _of(connection, query, MEMBERS.c.report, reports)}
    query = select(FAMILIES.c.id, FAMILIES.c.record)
    rows = _of(connection, query, FAMILIES.c.id, ids)
    return tuple(unpack(record, Family) for _, record in sorted(rows))


def found_stories(connection: Connection, reports: Collection[str]) -> dict[str, Story]:
    """The stories that hold these reports as found, before any judgement."""
    query = select(MEMBERS.c.story).distinct()
    ids = {name for (name,) in _of(connection, query, MEMBERS.c.report, reports)}
    rows = _of(connection, select(FOUND.c.id, FOUND.c.record), FOUND.c.id, ids)
    return {name: unpack(record, Story) for name, record in sorted(rows)}


def planned_stories(connection: Connection, reports: Collection[str]) -> dict[str, Story]:
    """The stories that hold these reports as they are to be shown."""
    query = select(PLANNED_REPORTS.c.story).distinct()
    ids = {name for (name,) in _of(connection, query, PLANNED_REPORTS.c.report, reports)}
    rows = _of(connection, select(PLANNED.c.id, PLANNED.c.record), PLANNED.c.id, ids)
    return {name: unpack(record, Story) for name, record in sorted(rows)}


def due_stories(connection: Connection, limit: int) -> dict[str, tuple[int, Story]]:
    """Stories that are to be worked out, with the turn that asked for it."""
    query = select(PLANNED.c.id, PLANNED.c.due, PLANNED.c.record).where(PLANNED.c.due.is_not(None))
    query = query.order_by(PLANNED.c.due, PLANNED.c.id)  # by the index on `due`: mostly none is
    rows = connection.execute(query.limit(limit)).all()
    return {name: (due, unpack(record, Story)) for name, due, record in rows}


def due_with(connection: Connection, reports: Collection[str]) -> dict[str, tuple[int, Story]]:
    """The stories of these reports that are to be worked out."""
    query = select(PLANNED_REPORTS.c.story).distinct()
    ids = {name for (name,) in _of(connection, query, PLANNED_REPORTS.c.report, reports)}
    query = select(PLANNED.c.id, PLANNED.c.due, PLANNED.c.record).where(PLANNED.c.due.is_not(None))
    rows = _of(connection, query, PLANNED.c.id, ids)
    return {name: (due, unpack(record, Story)) for name, due, record in sorted(rows)}


def pieces(names: Iterable[Name]) -> Iterator[list[Name]]:
    """The names, so many at a time as a query holds."""
    source = iter(names)
    while piece := list(islice(source, PIECE)):
        yield piece


def _of(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], names: Iterable[Any]
) -> Iterator[Any]:
    """The rows whose column has one of the names, in pieces by name."""
    for piece in pieces(sorted(names)):
        yield from connection.execute(query.where(column.in_(piece)))
