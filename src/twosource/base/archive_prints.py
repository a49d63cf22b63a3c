"""Pages of stories, printed ahead of their readers: kept beside the stories, and found by id.

A print is what a page shows and no evidence; it is good for as long as the story, what changed in
it, and the look (templates and program) are those that it was made of. Who changes a story asks for
a new print in the same transaction, by a row of no look. `body` is packed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)

from twosource.base.archive import Archive
from twosource.base.archive_story_tables import CHANGES, PRINTS, STORIES


@dataclass(frozen=True, slots=True)
class Stand:
    """What the page of a story is made of: the story's digest, and the last of its changes."""

    digest: str
    changed: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A story's stand, and its page when it was printed at this stand in this look."""

    stand: Stand
    body: bytes | None


def find_print(archive: Archive, story: str, look: str) -> Printed | None:
    """Where a story stands, with its print if there is a good one; None: no such story."""
    query = (
        select(STORIES.c.digest, _last_change().label("changed"), PRINTS.c.body)
        .select_from(STORIES)
        .outerjoin(PRINTS, and_(PRINTS.c.story == STORIES.c.id, *_is_good(look)))
        .where(STORIES.c.id == story)
    )
    with archive.reading() as connection:
        row = connection.execute(query).first()
    return None if row is None else Printed(Stand(row.digest, row.changed), row.body)


def list_unprinted(
    archive: Archive, look: str, limit: int, *, asked: bool = False
) -> dict[str, Stand]:
    """Stories that are to be printed, the newest first. Goes by the index of looks.

    With `asked`, only those that were written since they were printed, whatever they looked like.
    """
    older = or_(PRINTS.c.look < look, PRINTS.c.look > look)
    query = (
        select(STORIES.c.id, STORIES.c.digest, _last_change().label("changed"))
        .select_from(STORIES)
        .join(PRINTS, PRINTS.c.story == STORIES.c.id)
        .where(PRINTS.c.look == "" if asked else older)
        .order_by(STORIES.c.ended.desc().nulls_last(), STORIES.c.id)
    )
    with archive.reading() as connection:
        rows = connection.execute(query.limit(limit)).all()
    return {row.id: Stand(row.digest, row.changed) for row in rows}


def keep_prints(
    archive: Archive, look: str, prints: Iterable[tuple[str, Stand, bytes | None]]
) -> None:
    """Keep these prints, unless their stories are other ones by now."""
    rows = [
        {"of": story, "seen": stand.digest, "changed": stand.changed, "body": body}
        for story, stand, body in sorted(prints, key=lambda each: each[0])
    ]
    here = and_(PRINTS.c.story == bindparam("of"), PRINTS.c.digest == bindparam("seen"))
    if rows:
        with archive.writing() as connection:
            connection.execute(update(PRINTS).where(here).values(look=look), rows)


def _is_good(look: str) -> tuple[ColumnElement[bool], ...]:
    return (
        PRINTS.c.look == look,
        PRINTS.c.digest == STORIES.c.digest,
        PRINTS.c.changed == _last_change(),
    )


def _last_change() -> ScalarSelect[Any]:
    last = select(func.coalesce(func.max(CHANGES.c.id), 0)).where(CHANGES.c.story == STORIES.c.id)
    return last.correlate(STORIES).scalar_subquery()
