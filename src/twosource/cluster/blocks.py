"""Links in, blocks out: the small parts of a pile within which families and stories are found.

A block is the largest group that links of one grade and better connect, as long as it has at most
`LIMIT` reports; what links of the highest grade connect (copies) is never parted. So a report's
block depends on the links near it and not on the order in which reports came. `find_block` looks
around one report, `cut_blocks` at the whole pile; both give the same blocks.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.base.records import ReportId
from twosource.cluster.links import TOP
from twosource.cluster.sparse import connect

LIMIT = 1000  # reports of a block

Ints = NDArray[np.int64]
Near = Mapping[ReportId, int]  # the reports that one report is linked with, and the grades
Look = Callable[[Collection[ReportId]], Mapping[ReportId, Near]]


def cut_blocks(size: int, lefts: Ints, rights: Ints, grades: Ints) -> Ints:
    """For each place of the pile the number of its block."""
    blocks = np.arange(size)  # those of the grade before, under numbers of that grade
    final = np.zeros(size, bool)
    for grade in range(TOP, 0, -1):
        used = grades >= grade
        wider = connect(size, lefts[used], rights[used])
        sizes = np.bincount(wider, minlength=size)
        final |= (sizes[wider] > LIMIT) & (grade < TOP)
        blocks = np.where(final, blocks, size * grade + wider)
    return np.unique(blocks, return_inverse=True)[1]


def find_block(start: ReportId, look: Look) -> frozenset[ReportId]:
    """The block of a report; `look` tells the links of reports."""
    known: dict[ReportId, Near] = {}
    block: frozenset[ReportId] = frozenset({start})
    for grade in range(TOP, 0, -1):
        wider = _widen(block, grade, look, known)
        if wider is None:
            return block
        block = wider
    return block


def _widen(
    block: frozenset[ReportId], grade: int, look: Look, known: dict[ReportId, Near]
) -> frozenset[ReportId] | None:
    """What links of a grade connect with the block; None when it is too much."""
    found, edge = set(block), set(block)
    while edge:
        if len(found) > LIMIT and grade < TOP:
            return None
        unseen = sorted(edge - known.keys())
        if unseen:
            known.update(look(unseen))
        edge = {
            other for each in edge for other, near in known[each].items() if near >= grade
        } - found
        found |= edge
    return frozenset(found)


def split_places(labels: Sequence[int] | Ints) -> list[list[int]]:
    """The places of each label, in order of the labels."""
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(np.diff(np.asarray(labels)[order])) + 1
    return [part.tolist() for part in np.split(order, ends)] if len(order) else []
