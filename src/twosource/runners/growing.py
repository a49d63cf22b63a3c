"""New reports of an archive in, what they change among its families and stories out.

Nothing is written here but what had to be read anew. The cost is that of the reports near the new
ones, but for a first fill or a large one, which goes over the whole pile at once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.base.archive import Archive
from twosource.base.archive_groups import (
    count_grouped,
    list_all,
    list_pending,
    load_heads,
    load_links,
    load_owners,
    load_sketches,
    pieces,
    stream_reports,
    stream_sketches,
)
from twosource.base.records import ReportId
from twosource.base.settings import Settings
from twosource.base.stories import Family, Story
from twosource.cluster.growth import group_all, grow
from twosource.cluster.links import Link
from twosource.cluster.profiles import keys_of
from twosource.cluster.sketches import (
    Sketch,
    make_sketch,
    pack_sketch,
    rank_of,
    unpack_sketch,
)
from twosource.runners.keeping import read_kept

MANY = 500  # new reports from which on a pile that they make up a good part of is done as a whole
PART = 5  # a fifth is a good part


@dataclass(frozen=True, slots=True)
class Grown:
    """What is to be written. `touched` None: everything that was kept is replaced."""

    new: tuple[Sketch, ...]
    added: tuple[Link, ...]
    removed: tuple[Link, ...]
    touched: tuple[ReportId, ...] | None
    families: tuple[Family, ...]
    stories: tuple[Story, ...]
    is_all: bool = False  # whether `new` are all reports, and no sketch that was kept stays

    def rows(self) -> Iterable[tuple[ReportId, bytes, int, Collection[int]]]:
        """Of each new report its sketch in bytes, its rank and its keys."""
        for sketch in self.new:
            yield sketch.id, pack_sketch(sketch), rank_of(sketch), keys_of(sketch)


@dataclass(frozen=True, slots=True)
class ArchiveBook:
    """What growing looks up (`cluster.growth.Book`), in the tables of an archive."""

    connection: Connection

    def heads(self, keys: Collection[int], most: int) -> Mapping[int, Sequence[ReportId]]:
        """Of each key the first owners."""
        return load_heads(self.connection, keys, most)

    def owners(self, keys: Collection[int]) -> Mapping[int, Sequence[ReportId]]:
        """Of each key all owners."""
        return load_owners(self.connection, keys)

    def sketches(self, names: Collection[ReportId]) -> Mapping[ReportId, Sketch]:
        """The kept sketches of these reports."""
        found = load_sketches(self.connection, names)
        return {name: unpack_sketch(data) for name, data in found.items()}

    def links(self, names: Collection[ReportId]) -> Mapping[ReportId, Mapping[ReportId, int]]:
        """Of each of these reports those it is linked with."""
        return load_links(self.connection, names)


@dataclass(frozen=True, slots=True)
class Source:
    """Where reports, and what was read in them, come from."""

    archive: Archive
    settings: Settings
    connection: Connection

    def sketch(self, names: Sequence[ReportId]) -> Iterator[Sketch]:
        """The sketches of these reports, from their texts and from what was read in them."""
        for piece in pieces(names):
            told = list(stream_reports(self.connection, piece))
            for account in read_kept(self.archive, told, self.settings):
                yield make_sketch(account.report, account)


def grow_groups(source: Source, *, first: bool) -> Grown | None:
    """What the reports that came since change; None when none came.

    `first`: no sketch is kept, or some of another version are, so that all are made from the texts.
    """
    connection = source.connection
    names = list_all(connection) if first else list_pending(connection)
    if not names:
        return None
    new = tuple(source.sketch(names))
    if first:
        return _group_whole(new)
    if len(new) >= MANY and len(new) * PART >= count_grouped(connection):
        fresh = {sketch.id for sketch in new}
        kept = [
            unpack_sketch(data) for name, data in stream_sketches(connection) if name not in fresh
        ]
        return _group_whole(new, kept)
    growth = grow(new, ArchiveBook(connection))
    groups = growth.groups
    return Grown(new, growth.added, growth.removed, growth.touched, groups.families, groups.stories)


def _group_whole(new: tuple[Sketch, ...], kept: Sequence[Sketch] | None = None) -> Grown:
    """The whole pile at once: the new reports and those kept; None: there are no others."""
    whole = group_all([*(kept or ()), *new])
    groups = whole.groups
    return Grown(new, whole.added, (), None, groups.families, groups.stories, kept is None)
