"""A connection to an archive in; what is kept of its groups, changed.

All of it belongs into one transaction that begins with `take_turn`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

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
from twosource.base.archive_groups import Turn, pieces
from twosource.base.packing import pack
from twosource.base.records import ReportId
from twosource.base.stories import Family, Story

Rows = Sequence[Mapping[str, object]]
BULK = 5_000  # rows written at a time


def take_turn(connection: Connection, seen: Turn | None, then: Turn) -> bool:
    """Whether the groups still stand where they were seen; they then stand at `then`.

    Of two that ask at once one gets it, on SQLite and on PostgreSQL: the row is changed or is not.
    """
    row = {"number": then.number, "basis": then.basis, "judged": then.judged}
    if seen is None:
        if connection.execute(select(TURN.c.id)).first() is not None:
            return False
        try:
            with connection.begin_nested():
                connection.execute(insert(TURN).values(id=1, **row))
        except IntegrityError:  # another was first between our look and our write
            return False
        return True
    taken = connection.execute(
        update(TURN).where(TURN.c.id == 1, TURN.c.number == seen.number).values(**row)
    )
    return taken.rowcount == 1


def keep_sketches(
    connection: Connection,
    version: int,
    rows: Iterable[tuple[ReportId, bytes, int, Collection[int]]],
    *,
    anew: bool = False,
) -> None:
    """Keep a report's sketch, its rank and its keys in place of what was kept; it pends no more.

    `anew`: sketches that were kept before are forgotten, whatever they are of.
    """
    told = list(rows)
    names = [name for name, _, _, _ in told]
    forget(connection, PENDING, PENDING.c.report, names)  # one may have come since we looked
    for table in (SKETCHES, KEYS):
        if anew:
            connection.execute(delete(table))
        else:
            forget(connection, table, table.c.report, names)
    add(
        connection,
        SKETCHES,
        [{"report": name, "version": version, "record": data} for name, data, _, _ in told],
    )
    keys = sorted((key, rank, name) for name, _, rank, keys in told for key in keys)
    add(connection, KEYS, [dict(zip(("key", "rank", "report"), key, strict=True)) for key in keys])


def change_links(
    connection: Connection,
    removed: Iterable[tuple[str, str]],
    added: Iterable[tuple[str, str, int]],
    *,
    anew: bool = False,
) -> None:
    """Forget and add links: two reports, and for a new one the grade. `anew`: forget all before."""
    if anew:
        connection.execute(delete(LINKS))
    for one, other in removed:
        connection.execute(delete(LINKS).where(LINKS.c.one == one, LINKS.c.other == other))
    names = ("one", "other", "grade")
    add(connection, LINKS, [dict(zip(names, link, strict=True)) for link in sorted(added)])


def replace_groups(
    connection: Connection,
    reports: Collection[str],
    families: Iterable[Family],
    stories: Iterable[Story],
) -> None:
    """Put these families and stories in place of all that hold one of the reports."""
    for piece in pieces(sorted(reports)):
        for table, column in ((FAMILIES, MEMBERS.c.family), (FOUND, MEMBERS.c.story)):
            held = select(column).where(MEMBERS.c.report.in_(piece))
            connection.execute(delete(table).where(table.c.id.in_(held)))
        connection.execute(delete(MEMBERS).where(MEMBERS.c.report.in_(piece)))
    kin, told = list(families), list(stories)
    homes = {name: family.id for family in kin for name in family.reports}
    add(
        connection,
        MEMBERS,
        [
            {"report": name, "family": homes[name], "story": story.id}
            for story in told
            for name in story.reports
        ],
    )
    add(connection, FAMILIES, [{"id": each.id, "record": pack(each)} for each in kin])
    add(connection, FOUND, [{"id": each.id, "record": pack(each)} for each in told])


def replan(
    connection: Connection,
    dropped: Collection[str],
    stories: Iterable[tuple[Story, bool]],
    turn: int,
) -> None:
    """Plan these stories in place of the dropped ones, each with whether a person made it."""
    forget(connection, PLANNED, PLANNED.c.id, dropped)
    forget(connection, PLANNED_REPORTS, PLANNED_REPORTS.c.story, dropped)
    told = list(stories)
    forget(connection, PLANNED, PLANNED.c.id, [story.id for story, _ in told])
    forget(connection, PLANNED_REPORTS, PLANNED_REPORTS.c.story, [story.id for story, _ in told])
    add(
        connection,
        PLANNED,
        [
            {"id": story.id, "record": pack(story), "by_hand": by_hand, "due": turn}
            for story, by_hand in told
        ],
    )
    add(
        connection,
        PLANNED_REPORTS,
        [{"report": name, "story": story.id} for story, _ in told for name in story.reports],
    )


def make_due(connection: Connection, turn: int, reports: Collection[str] | None) -> None:
    """Have the stories of these reports worked out again; None: all."""
    if reports is None:
        connection.execute(update(PLANNED).values(due=turn))
        return
    for piece in pieces(sorted(reports)):
        held = select(PLANNED_REPORTS.c.story).where(PLANNED_REPORTS.c.report.in_(piece))
        connection.execute(update(PLANNED).where(PLANNED.c.id.in_(held)).values(due=turn))


def take_due(connection: Connection, stories: Mapping[str, int]) -> bool:
    """Whether all of these are still to be worked out for the turn told; then they are not due."""
    for name, turn in sorted(stories.items()):
        taken = connection.execute(
            update(PLANNED).where(PLANNED.c.id == name, PLANNED.c.due == turn).values(due=None)
        )
        if taken.rowcount != 1:
            return False
    return True


def forget(connection: Connection, table: Table, column: Column[Any], names: Iterable[str]) -> None:
    """Delete the rows whose column has one of the names."""
    for piece in pieces(sorted(names)):
        connection.execute(delete(table).where(column.in_(piece)))


def add(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, many at a time."""
    for start in range(0, len(rows), BULK):
        connection.execute(insert(table), rows[start : start + BULK])
