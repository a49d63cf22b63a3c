"""What an update changed in, and what changed since a moment out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from twosource.base.archive import Archive
from twosource.base.archive_story_tables import (
    CHANGES,
    FORMER,
    STATES,
    STORIES,
    STORY_REPORTS,
)
from twosource.base.kept import Change, State
from twosource.base.packing import pack, unpack
from twosource.base.stories import StoryId

Since = str | int | None  # a moment or day (ISO): made after it; a number: after that state


def open_state(archive: Archive, connection: Connection, made_at: str) -> int:
    """A new state, with what the archive holds now; its number.

    The caller's transaction holds the stories too: a state is kept whole or not at all.
    """
    held = {
        "reports": select(func.count()).select_from(STORY_REPORTS).scalar_subquery(),
        "stories": select(func.count()).select_from(STORIES).scalar_subquery(),
    }
    row = insert(STATES).values(made_at=made_at, edition=archive.edition, **held)
    made = connection.execute(row).inserted_primary_key
    return int(made[0]) if made else 0


def add_changes(connection: Connection, state: int, changes: Sequence[Change]) -> None:
    """Keep what changed from the state before to this one."""
    rows = [
        {"state": state, "made_at": each.made_at, "story": each.story, "record": pack(each)}
        for each in changes
    ]
    if rows:
        connection.execute(insert(CHANGES), rows)


def list_changes(
    archive: Archive,
    since: Since = None,
    story: str | None = None,
    *,
    limit: int = 50,
    offset: int = 0,
) -> tuple[Change, ...]:
    """What changed, the latest update first; within it, story by story.

    `story` may be any id that the story has or had.
    """
    with archive.reading() as connection:
        query = _fitting(connection, select(CHANGES.c.record), since, story)
        query = query.order_by(CHANGES.c.state.desc(), CHANGES.c.id).limit(limit).offset(offset)
        return tuple(unpack(row, Change) for row in connection.execute(query).scalars())


def count_changes(archive: Archive, since: Since = None, story: str | None = None) -> int:
    """How much changed."""
    with archive.reading() as connection:
        query = _fitting(connection, select(func.count()).select_from(CHANGES), since, story)
        return int(connection.execute(query).scalar_one())


def states(archive: Archive, *, limit: int = 50, offset: int = 0) -> tuple[State, ...]:
    """Each time that the stories were brought up to date, the latest first."""
    changed = (
        select(func.count()).where(CHANGES.c.state == STATES.c.id).correlate(STATES)
    ).scalar_subquery()
    query = select(
        STATES.c.id, STATES.c.made_at, STATES.c.edition, STATES.c.reports, STATES.c.stories, changed
    ).order_by(STATES.c.id.desc())
    with archive.reading() as connection:
        rows = connection.execute(query.limit(limit).offset(offset)).all()
    return tuple(State(*row) for row in rows)


def former_ids(archive: Archive, story: str) -> tuple[StoryId, ...]:
    """The ids that a story had before."""
    query = select(FORMER.c.id).where(FORMER.c.story == story).order_by(FORMER.c.id)
    with archive.reading() as connection:
        return tuple(StoryId(each) for each in connection.execute(query).scalars())


def _fitting(
    connection: Connection, query: Select[Any], since: Since, story: str | None
) -> Select[Any]:
    if isinstance(since, int):
        query = query.where(CHANGES.c.state > since)
    elif since is not None:
        query = query.where(CHANGES.c.made_at > since)
    if story is not None:
        query = query.where(CHANGES.c.story.in_(_names_of(connection, story)))
    return query


def _names_of(connection: Connection, story: str) -> list[str]:
    """The id that was asked for, the one that the story has now, and all that it had."""
    now = connection.execute(select(FORMER.c.story).where(FORMER.c.id == story)).scalars().all()
    leading = select(FORMER.c.id).where(FORMER.c.story.in_([story, *now]))
    return sorted({story, *now, *connection.execute(leading).scalars()})
