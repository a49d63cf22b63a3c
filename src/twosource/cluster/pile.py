"""Sketches of a whole pile in, its links and its blocks out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.base.records import ReportId
from twosource.cluster.blocks import cut_blocks, split_places
from twosource.cluster.groups import group_linked
from twosource.cluster.links import Link, find_pairs_to_compare, grade_pairs
from twosource.cluster.profiles import make_profile
from twosource.cluster.sketches import Sketch, rank_of

Block = list[Sketch]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile of reports, cut: every report is in one block, each block in the order of ids."""

    blocks: tuple[Block, ...]
    names: tuple[ReportId, ...]  # by rank
    ends: tuple[Ints, Ints, Ints]  # of each link the two places among the names, and the grade

    def links(self) -> Iterator[Link]:
        """The links, in no order that means anything, but always the same."""
        for left, right, grade in zip(*(each.tolist() for each in self.ends), strict=True):
            one, other = sorted((self.names[left], self.names[right]))
            yield Link(one, other, grade)


def cut_pile(sketches: Sequence[Sketch]) -> Pile:
    """The blocks of a pile, by their first ids. A report that comes twice counts once."""
    known = {each.id: each for each in sketches}
    ordered = sorted(known.values(), key=lambda each: (rank_of(each), each.id))
    profiles = [make_profile(each) for each in ordered]
    lefts, rights = np.divmod(find_pairs_to_compare(profiles), len(profiles))
    grades = grade_pairs(profiles, lefts, rights)
    is_link = grades > 0
    lefts, rights, grades = lefts[is_link], rights[is_link], grades[is_link]
    parts = split_places(cut_blocks(len(ordered), lefts, rights, grades))
    blocks = [sorted((ordered[place] for place in part), key=_id) for part in parts]
    names = tuple(each.id for each in ordered)
    by_id = sorted(blocks, key=lambda block: block[0].id)
    return Pile(tuple(by_id), names, (lefts, rights, grades))


def _id(sketch: Sketch) -> ReportId:
    return sketch.id


def join_blocks(blocks: Sequence[Block], groups: Sequence[Sequence[ReportId]]) -> list[Block]:
    """The blocks, those joined that hold reports of one group (families made elsewhere)."""
    home = {each.id: number for number, block in enumerate(blocks) for each in block}
    names = [block[0].id for block in blocks]
    links = [
        (names[home[group[0]]], names[home[name]])
        for group in groups
        for name in group[1:]
        if name in home and group[0] in home and home[name] != home[group[0]]
    ]
    if not links:
        return list(blocks)
    at = dict(zip(names, blocks, strict=True))
    joined = group_linked(names, links)
    return [sorted((each for name in group for each in at[name]), key=_id) for group in joined]
