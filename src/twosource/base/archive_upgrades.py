"""An archive of an older layout in; what this layout keeps besides, filled from what is there."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from twosource.base.archive_story_tables import STORIES
from twosource.base.archive_story_writes import keep_happenings, want_prints
from twosource.base.kept import Shown
from twosource.base.packing import unpack

BATCH = 1_000  # stories at a time
WITH_HAPPENINGS = 3  # the layout that keeps happenings and prints in tables of their own


@dataclass(frozen=True, slots=True)
class _OldRow:
    """What layout 2 kept in the line of the index: at most twelve happenings of a story."""

    happenings: tuple[Shown, ...] = ()


def fill_new_tables(connection: Connection, version: int) -> None:
    """Fill what came after layout `version`. Each story is read once."""
    if version >= WITH_HAPPENINGS:
        return
    last = ""
    while True:
        query = select(STORIES.c.id, STORIES.c.digest, STORIES.c.summary).where(STORIES.c.id > last)
        rows = connection.execute(query.order_by(STORIES.c.id).limit(BATCH)).all()
        want_prints(connection, {row.id: row.digest for row in rows})
        for row in rows:
            told = unpack(row.summary, _OldRow).happenings
            keep_happenings(connection, row.id, [_count(each) for each in told])
            last = row.id
        if len(rows) < BATCH:
            return


def _count(shown: Shown) -> Shown:
    """Layout 2 kept no count of reports: one tells of it at least."""
    return replace(shown, told=1)
