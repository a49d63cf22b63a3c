"""Likeness of pairs in, groups out: average linkage, each group's mean likeness over a threshold.

Nearest-neighbour chains (Benzécri 1982; Murtagh 1983): exact for average linkage, and the work
grows with the square of a block, not of the pile.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
CORES = 0.45  # two groups join if they are this part as alike as the looser of them is within
LONELY = 0.18  # likeness to one text of a group from which on a text alone joins it
NEVER = -1e9  # likeness of two things that must stay apart: no mean with it reaches a threshold


def link_average(sizes: Sequence[int], alike: Table, threshold: float) -> list[list[int]]:
    """Groups of places, each sorted, in the order of their first places.

    `sizes` weighs the places (a family of three reports weighs three); `alike` holds the mean
    likeness of any two, 0 on the diagonal, and `NEVER` for two that must stay apart. In a small
    pile all may be above the threshold that share a subject; there the groups' own likeness tells
    (`CORES`).
    """
    weights = np.array(sizes, dtype=np.float64)
    return sorted(sorted(group) for group in _chain(alike.copy(), weights, threshold))


def join_lonely(groups: Sequence[Sequence[int]], alike: Table, words: Table) -> list[list[int]]:
    """The groups, those of one place joined to the group of the place that is most like it.

    The mean over a group may hide that one of its texts leads to another: a follow-up is like the
    report that it follows, and little like the rest. Both the likeness and that of the words alone
    must reach `LONELY`. What must stay apart from any of a group is not joined to it.
    """
    home = {place: number for number, group in enumerate(groups) for place in group}
    joined = [list(group) for group in groups]
    near = np.where(words >= LONELY, alike, 0.0)
    for number, (place, *others) in enumerate(groups):
        best = int(np.argmax(near[place]))
        host = joined[home[best]]
        is_apart = bool((alike[place, host] <= NEVER).any())
        if not others and near[place, best] >= LONELY and len(host) > 1 and not is_apart:
            host += joined[number]
            joined[number] = []
    return sorted(sorted(group) for group in joined if group)


@dataclass(frozen=True, slots=True)
class _Branch:
    """Places that are joined; none when they fell apart, but still stand in others' way.

    `likeness` is that at which they were joined last, 0 for a place alone.
    """

    members: tuple[int, ...]
    likeness: float = 0.0


def _chain(
    table: NDArray[np.float64], weights: NDArray[np.float64], threshold: float
) -> list[tuple[int, ...]]:
    """The groups of one component. Two nearest neighbours of each other join, or are finished."""
    branches = {row: _Branch((row,)) for row in range(len(table))}
    finished: list[tuple[int, ...]] = []
    chain: list[int] = []
    while branches:
        if not chain:
            chain.append(min(branches))
        last = chain[-1]
        nearest = int(np.argmax(table[last]))
        best = table[last, nearest]
        if best < threshold:
            finished.append(branches.pop(last).members)
            _remove(table, last)
            chain.pop()
        elif len(chain) > 1 and table[last, chain[-2]] >= best:
            _join(table, weights, (chain[-2], last))
            pair = (branches[chain[-2]], branches.pop(last))
            branches[chain[-2]] = _grow(*pair, float(best))
            if not branches[chain[-2]].members:
                finished += [each.members for each in pair]
            del chain[-2:]
        else:
            chain.append(nearest)
    return [members for members in finished if members]


def _grow(one: _Branch, other: _Branch, likeness: float) -> _Branch:
    """Both as one group, unless the two are cores that are far less alike than either within."""
    is_core = likeness >= CORES * min(one.likeness, other.likeness)
    if one.members and other.members and is_core:
        return _Branch(one.members + other.members, likeness)
    return _Branch(())


def _join(table: NDArray[np.float64], weights: NDArray[np.float64], rows: tuple[int, int]) -> None:
    """The second row becomes part of the first: likeness is the mean over all members."""
    kept, gone = rows
    total = weights[kept] + weights[gone]
    merged = (weights[kept] * table[kept] + weights[gone] * table[gone]) / total
    table[kept], table[:, kept] = merged, merged
    table[kept, kept] = 0.0
    weights[kept] = total
    _remove(table, gone)


def _remove(table: NDArray[np.float64], row: int) -> None:
    table[row], table[:, row] = 0.0, 0.0
