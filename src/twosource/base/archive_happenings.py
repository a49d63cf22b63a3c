"""A filter in; the happenings of all stories that fit, by place and by day, out.

Every list is bounded and comes with the count of all, so that a page can say what it leaves out.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    func,
    or_,
    select,
)

from twosource.base.archive import Archive
from twosource.base.archive_filters import EVERY, fitting
from twosource.base.archive_groups import pieces
from twosource.base.archive_story_tables import HAPPENINGS, STORIES
from twosource.base.kept import Shown, Spotted, StoryFilter
from twosource.base.stories import EventId

ONE_DAY = ("minute", "part", "day")  # precisions that name a day
HERE = HAPPENINGS.c
SPOT = (HERE.place, HERE.country, HERE.known, HERE.lat, HERE.lon)
DRAWN = (
    HERE.event, HERE.title, HERE.status, HERE.started, HERE.ended, HERE.precision, HERE.place,
    HERE.country, HERE.known, HERE.lat, HERE.lon, HERE.told, HERE.words, HERE.source,
)  # fmt: skip
MOST_TOLD = (HERE.told.desc(), HERE.event)


def list_spots(
    archive: Archive, wanted: StoryFilter = EVERY, *, limit: int = 500, each: int = 3
) -> tuple[Spotted, ...]:
    """The places of most happenings first, with `each` of their happenings: the most told."""
    with archive.reading() as connection:
        spots = _of(select(*SPOT, func.count().label("happenings")), connection, wanted)
        spots = spots.where(HERE.place.is_not(None)).group_by(*SPOT)
        biggest = spots.order_by(func.count().desc(), *SPOT).limit(limit).subquery()
        told = [_most_told(connection, wanted, biggest, place) for place in range(each)]
        query = select(biggest, *told).order_by(biggest.c.happenings.desc(), *biggest.c[:5])
        rows = connection.execute(query).all()
        known = _shown_by_id(connection, [name for row in rows for name in row[6:] if name])
    return tuple(
        Spotted(
            row.place, row.country, row.known, row.lat, row.lon, row.happenings,
            tuple(known[name] for name in row[6:] if name in known),
        )
        for row in rows
    )  # fmt: skip


def count_spots(archive: Archive, wanted: StoryFilter = EVERY) -> tuple[int, int]:
    """How many places there are, and how many happenings at any of them."""
    with archive.reading() as connection:
        spots = _of(select(func.count().label("told")), connection, wanted)
        spots = spots.where(HERE.place.is_not(None)).group_by(*SPOT)
        told = spots.subquery()
        query = select(func.count(), func.coalesce(func.sum(told.c.told), 0)).select_from(told)
        row = connection.execute(query).one()
    return int(row[0]), int(row[1])


def count_months(archive: Archive, wanted: StoryFilter = EVERY) -> tuple[tuple[str, int], ...]:
    """How many happenings began in each month (ISO), the oldest month first."""
    month = func.substr(HERE.started, 1, 7)
    with archive.reading() as connection:
        query = _of(select(month, func.count()), connection, wanted)
        query = query.where(HERE.started.is_not(None), HERE.ended.is_not(None))
        rows = connection.execute(query.group_by(month).order_by(month)).all()
    return tuple((name, count) for name, count in rows)


def list_days(
    archive: Archive, days: tuple[str, str], wanted: StoryFilter = EVERY, *, each: int = 12
) -> dict[str, tuple[int, tuple[Shown, ...]]]:
    """What is told of single days, from one to another (ISO, inclusive).

    For each day that has any: how many, and `each` of them, those that most reports tell of first.
    """
    first, last = days
    reach = and_(
        HERE.started.between(first, last), HERE.started == HERE.ended, HERE.precision.in_(ONE_DAY)
    )
    with archive.reading() as connection:
        counted = _of(select(HERE.started, func.count()), connection, wanted).where(reach)
        rows = connection.execute(counted.group_by(HERE.started)).all()
        counts: dict[str, int] = {row[0]: row[1] for row in rows}
        ranked = _ranked(_of(select(*DRAWN), connection, wanted).where(reach), (HERE.started,))
        found: dict[str, list[Shown]] = defaultdict(list)
        for row in connection.execute(_first(ranked, each)):
            found[row.started].append(_shown(row))
    return {day: (count, tuple(found[day])) for day, count in counts.items()}


def list_spans(
    archive: Archive, days: tuple[str, str], wanted: StoryFilter = EVERY, *, limit: int = 60
) -> tuple[int, tuple[Shown, ...]]:
    """What touches these days without a day of its own: how many, and the most told of them."""
    first, last = days
    reach = and_(
        or_(HERE.started != HERE.ended, HERE.precision.not_in(ONE_DAY)),
        HERE.started <= last, HERE.ended >= first,
    )  # fmt: skip
    with archive.reading() as connection:
        counted = _of(select(func.count()), connection, wanted).where(reach)
        count = int(connection.execute(counted).scalar_one())
        query = _of(select(*DRAWN), connection, wanted).where(reach)
        rows = connection.execute(query.order_by(*MOST_TOLD).limit(limit)).all()
    told = sorted(
        (_shown(row) for row in rows), key=lambda s: (s.start or "", s.end or "", s.event)
    )
    return count, tuple(told)


def _of(query: Select[Any], connection: Connection, wanted: StoryFilter) -> Select[Any]:
    """The query over the happenings of the stories that fit."""
    query = query.select_from(HAPPENINGS)
    if wanted == EVERY:
        return query
    return query.where(HERE.story.in_(fitting(select(STORIES.c.id), wanted, connection)))


def _most_told(
    connection: Connection, wanted: StoryFilter, spots: Subquery, place: int
) -> ScalarSelect[Any]:
    """Of each spot the event that most reports tell of; `place` 1: the next one, and so on."""
    other = HAPPENINGS.alias()
    columns = [other.c[column.name] for column in SPOT]
    query = select(other.c.event).where(
        columns[0] == spots.c.place,
        *(column.is_not_distinct_from(spots.c[column.name]) for column in columns[1:]),
    )
    if wanted != EVERY:
        query = query.where(other.c.story.in_(fitting(select(STORIES.c.id), wanted, connection)))
    ordered = query.order_by(other.c.told.desc(), other.c.event)
    return ordered.limit(1).offset(place).correlate(spots).scalar_subquery()


def _shown_by_id(connection: Connection, events: Sequence[str]) -> dict[str, Shown]:
    found: dict[str, Shown] = {}
    for piece in pieces(sorted(events)):
        query: Select[Any] = select(*DRAWN).where(HERE.event.in_(piece))
        found |= {row.event: _shown(row) for row in connection.execute(query)}
    return found


def _ranked(query: Select[Any], group: Sequence[ColumnElement[Any]]) -> Subquery:
    """The rows with their place within their group, the most told first."""
    place = func.row_number().over(partition_by=list(group), order_by=MOST_TOLD)
    return query.add_columns(place.label("at")).subquery()


def _first(ranked: Subquery, each: int) -> Select[Any]:
    return select(ranked).where(ranked.c.at <= each).order_by(ranked.c.at, ranked.c.event)


def _shown(row: Row[Any]) -> Shown:
    return Shown(
        EventId(row.event), row.title, row.status, row.started, row.ended, row.precision,
        row.place, row.country, row.known, row.lat, row.lon, row.told, row.words, row.source,
    )  # fmt: skip
