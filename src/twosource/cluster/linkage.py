"""Likeness of pairs in, groups out: average linkage, each group's mean likeness over a threshold.

Nearest-neighbour chains (Benzécri 1982; Murtagh 1983): exact for average linkage, and the work
grows with the square of a block, not of the pile.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
NEVER = -1e9  # likeness of two things that must stay apart: no mean with it reaches a threshold


def link_average(sizes: Sequence[int], alike: Table, threshold: float) -> list[list[int]]:
    """Groups of places, each sorted, in the order of their first places.

    `sizes` weighs the places (a family of three reports weighs three); `alike` holds the mean
    likeness of any two, 0 on the diagonal, and `NEVER` for two that must stay apart.
    """
    weights = np.array(sizes, dtype=np.float64)
    return sorted(sorted(group) for group in _chain(alike.copy(), weights, threshold))


def _chain(
    table: NDArray[np.float64], weights: NDArray[np.float64], threshold: float
) -> list[list[int]]:
    """The groups of one component. Two nearest neighbours of each other join, or are finished."""
    members = {row: [row] for row in range(len(table))}
    finished: list[list[int]] = []
    chain: list[int] = []
    while members:
        if not chain:
            chain.append(min(members))
        last = chain[-1]
        nearest = int(np.argmax(table[last]))
        best = table[last, nearest]
        if best < threshold:
            finished.append(members.pop(last))
            _remove(table, last)
            chain.pop()
        elif len(chain) > 1 and table[last, chain[-2]] >= best:
            _join(table, weights, (chain[-2], last))
            members[chain[-2]] += members.pop(last)
            del chain[-2:]
        else:
            chain.append(nearest)
    return finished


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
