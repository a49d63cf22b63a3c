"""An archive of worlds in, its stories worked out once for all worlds; the rest are copies, out.

Working out a hundred thousand reports takes hours of a small machine and tells nothing that a
thousand do not. So a story whose reports are variants of the very reports of a story that was
worked out gets a copy of that story, with ids of its own. Families and stories themselves are found
for all reports; a story that has no like is worked out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select, update

from benchmarks.speed.copies_of_texts import find_table, respell
from twosource.base.archive import Archive
from twosource.base.archive_changes import add_changes, open_state
from twosource.base.archive_group_tables import PLANNED
from twosource.base.archive_groups import load_families, pieces
from twosource.base.archive_stories import load_story
from twosource.base.archive_story_writes import keep_page
from twosource.base.archive_tables import REPORTS
from twosource.base.ids import make_id
from twosource.base.kept import Change
from twosource.base.packing import pack, unpack
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Story
from twosource.runners.grouping import group_reports
from twosource.runners.pages import make_page
from twosource.runners.update import update_stories

ID = re.compile(rb"\b(?:rep|evt|fin)_[0-9a-f]{12}\b")
Kin = tuple[str, ...]  # the originals of a story's reports
BATCH = 200


@dataclass(frozen=True, slots=True)
class Filled:
    """How many stories were worked out, and how many are copies."""

    worked_out: int
    copied: int


def fill_stories(archive: Archive, settings: Settings) -> Filled:
    """Find families and stories of all reports; work out one of each kind, copy the others."""
    group_reports(archive, settings)
    paths = _paths(archive)
    first: dict[Kin, str] = {}
    later: list[Story] = []
    for story in _due(archive):
        worlds = {paths[name][0] for name in story.reports}
        kin = tuple(sorted(paths[name][1] for name in story.reports))
        if len(worlds) == 1 and first.setdefault(kin, story.id) != story.id:
            later.append(story)
    _lay_aside(archive, later)
    done = update_stories(archive, settings)
    patterns: dict[str, Dossier] = {}
    for start in range(0, len(later), BATCH):
        _copy_batch(archive, later[start : start + BATCH], (paths, first, patterns))
    return Filled(done.written, len(later))


def _paths(archive: Archive) -> dict[str, tuple[int, str]]:
    """Each report's world and the path of its original."""
    with archive.reading() as connection:
        rows = connection.execute(select(REPORTS.c.id, REPORTS.c.path)).all()
    return {name: (int(path.split("/")[0][6:]), path.split("/", 1)[1]) for name, path in rows}


def _due(archive: Archive) -> list[Story]:
    query = select(PLANNED.c.record).where(PLANNED.c.due.is_not(None)).order_by(PLANNED.c.id)
    with archive.reading() as connection:
        return [unpack(record, Story) for record in connection.execute(query).scalars()]


def _lay_aside(archive: Archive, stories: list[Story]) -> None:
    with archive.writing() as connection:
        for piece in pieces([story.id for story in stories]):
            connection.execute(update(PLANNED).where(PLANNED.c.id.in_(piece)).values(due=None))


def _copy_batch(
    archive: Archive,
    stories: list[Story],
    known: tuple[Mapping[str, tuple[int, str]], Mapping[Kin, str], dict[str, Dossier]],
) -> None:
    paths, first, patterns = known
    with archive.reading() as connection:
        names = [name for story in stories for name in story.reports]
        families = load_families(connection, names)
    with archive.writing() as connection:
        state = open_state(archive, connection, archive.now)
        for story in stories:
            like = first[tuple(sorted(paths[name][1] for name in story.reports))]
            if like not in patterns:
                patterns[like] = load_story(archive, like)
            part = _copy(patterns[like], story, paths)
            own = set(story.reports)
            part = replace(part, families=tuple(f for f in families if own & set(f.reports)))
            keep_page(connection, make_page(part, archive.now), archive.edition)
            change = Change("new_story", story.id, archive.now, story.title, reason="copied")
            add_changes(connection, state, [change])


def _copy(pattern: Dossier, story: Story, paths: Mapping[str, tuple[int, str]]) -> Dossier:
    """The pattern with the ids of this story's reports, and events and findings of its own."""
    world = paths[story.reports[0]][0]
    by_original = {paths[name][1]: name for name in story.reports}
    names = {str(old): by_original[paths[old][1]] for old in pattern.stories[0].reports}

    def rename(match: re.Match[bytes]) -> bytes:
        old = match[0].decode()
        return (names.get(old) or make_id(old[:3], old, str(world))).encode()

    told = pack(replace(pattern, stories=(), families=()))
    told = told.replace(pattern.stories[0].id.encode(), story.id.encode())
    part = unpack(ID.sub(rename, told), Dossier)
    table = find_table(world)
    entries = tuple(replace(each, text=respell(each.text, table)) for each in part.timeline)
    return replace(part, stories=(story,), timeline=entries)
