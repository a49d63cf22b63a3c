"""New reports and an archive in, what they change out: links, and the families and stories touched.

The cost is that of the reports near the new ones, however many the archive holds. What comes out
equals what `group_all` makes of the whole pile, in whatever order the reports came:

* A new report has links of its own. It takes a link from two old reports only where it becomes a
  head of a key in place of one of them. Whatever has a changed link is a *seed*.
* Suppose a report's block changed though neither its old nor its new block holds a seed. The new
  block, having no seed, was connected by the same grade before, so the old block holds it; and the
  other way round. So they are equal. Hence all changes lie in blocks, old or new, of seeds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from twosource.base.records import ReportId
from twosource.base.stories import Family, Story
from twosource.cluster.blocks import find_block
from twosource.cluster.bonds import NO_BONDS, Bonds, follow_bonds
from twosource.cluster.families import find_block_families
from twosource.cluster.links import Link
from twosource.cluster.pile import Block, cut_pile
from twosource.cluster.relinking import relink
from twosource.cluster.sketches import Sketch
from twosource.cluster.stories import Draft, find_block_stories, finish_stories

Near = Mapping[ReportId, int]


class Book(Protocol):
    """What an archive looks up, as it was before the new reports came."""

    def heads(self, keys: Collection[int], most: int) -> Mapping[int, Sequence[ReportId]]:
        """Of each key the first `most` owners, by rank and then id; keys of nobody may miss."""

    def owners(self, keys: Collection[int]) -> Mapping[int, Sequence[ReportId]]:
        """Of each key all owners; asked seldom: when a report comes before the heads of a key."""

    def sketches(self, names: Collection[ReportId]) -> Mapping[ReportId, Sketch]:
        """The kept sketches of these reports; those it does not hold miss."""

    def links(self, names: Collection[ReportId]) -> Mapping[ReportId, Near]:
        """Of each of these reports the reports it is linked with, and the grade; {} for none."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Families and stories, each sorted by id."""

    families: tuple[Family, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """What changed. The groups replace all kept ones that hold a report of `touched`."""

    added: tuple[Link, ...]
    removed: tuple[Link, ...]
    touched: tuple[ReportId, ...]
    groups: Groups


def group_all(sketches: Sequence[Sketch], bonds: Bonds = NO_BONDS) -> Growth:
    """The links, families and stories of a whole pile."""
    pile = cut_pile(sketches)
    links = tuple(sorted(pile.links()))
    return Growth(links, (), tuple(sorted(pile.names)), _group(pile.blocks, bonds))


def grow(
    new: Sequence[Sketch], book: Book, bonds: Bonds = NO_BONDS, again: Collection[ReportId] = ()
) -> Growth:
    """What new reports change, and what is to be looked at `again` (old reports of a judgement).

    `bonds` are all judgements in force. A report that the book holds already is no new one.
    """
    added, removed = relink(new, book)
    fresh = {each.id: each for each in new}
    seeds = {name for link in (*added, *removed) for name in (link.left, link.right)}
    seeds |= {*fresh, *again}
    before, after = _Web(book, (), ()), _Web(book, added, removed)
    touched = _touch(seeds, fresh.keys(), (before, after), bonds)
    known = {**book.sketches(sorted(touched - fresh.keys())), **fresh}
    blocks = [[known[name] for name in sorted(block)] for block in _blocks(sorted(touched), after)]
    return Growth(tuple(added), tuple(removed), tuple(sorted(touched)), _group(blocks, bonds))


@dataclass(frozen=True, slots=True)
class _Web:
    """The links of a book with some added and some removed."""

    book: Book
    added: Sequence[Link]
    removed: Sequence[Link]

    def look(self, names: Collection[ReportId]) -> Mapping[ReportId, Near]:
        """What each of the reports is linked with."""
        wanted = frozenset(names)
        found = {name: dict(near) for name, near in self.book.links(names).items()}
        for link in self.removed:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in wanted:
                    found.get(one, {}).pop(other, None)
        for link in self.added:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in wanted:
                    found.setdefault(one, {})[other] = link.grade
        return {name: found.get(name, {}) for name in names}


def _touch(
    seeds: Iterable[ReportId],
    fresh: Collection[ReportId],
    webs: tuple[_Web, _Web],
    bonds: Bonds,
) -> set[ReportId]:
    """The reports in the old and new blocks of the seeds, and of what people tied to them."""
    touched: set[ReportId] = set()
    waiting = set(seeds)
    seen: set[ReportId] = set()
    while waiting:
        before, after = webs
        old = _blocks(sorted(waiting - set(fresh)), before)
        touched |= {name for block in (*old, *_blocks(sorted(waiting), after)) for name in block}
        seen |= waiting
        tied = follow_bonds(touched, bonds) - touched - seen
        waiting = set(before.book.sketches(sorted(tied))) if tied else set()
    return touched


def _blocks(names: Sequence[ReportId], web: _Web) -> list[frozenset[ReportId]]:
    """The blocks of these reports, each once, by their first names."""
    home: dict[ReportId, frozenset[ReportId]] = {}
    for name in names:
        if name not in home:
            block = find_block(name, web.look)
            home.update(dict.fromkeys(block, block))
    return sorted(set(home.values()), key=min)


def _group(blocks: Iterable[Block], bonds: Bonds) -> Groups:
    families: list[Family] = []
    drafts: list[Draft] = []
    for block in blocks:
        found = find_block_families(block)
        families += found
        drafts += find_block_stories(block, [family.reports for family in found], bonds)
    return Groups(tuple(sorted(families, key=lambda each: each.id)), finish_stories(drafts, bonds))
