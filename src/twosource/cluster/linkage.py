"""Likeness of pairs in, groups out: average linkage, each group's mean likeness over a threshold.

Nearest-neighbour chains (Benzécri 1982; Murtagh 1983) within connected components: exact for
average linkage, and the work grows with the square of a component, not of the pile.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Alike = Mapping[tuple[int, int], float]


def link_average(sizes: Sequence[int], alike: Alike, threshold: float) -> list[list[int]]:
    """Groups of places, each sorted, in the order of their first places.

    `sizes` weighs the places (a family of three reports weighs three); `alike` holds the mean
    likeness of pairs of places, left before right; a pair that is absent counts 0.
    """
    groups: list[list[int]] = []
    for places, pairs in _components(len(sizes), alike):
        table = np.zeros((len(places), len(places)))
        row = {place: number for number, place in enumerate(places)}
        for left, right in pairs:
            table[row[left], row[right]] = table[row[right], row[left]] = alike[left, right]
        weights = np.array([sizes[place] for place in places], dtype=np.float64)
        found = _chain(table, weights, threshold)
        groups += [sorted(places[number] for number in group) for group in found]
    return sorted(groups)


def _components(size: int, alike: Alike) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Places that pairs connect, with their pairs; lonely places come alone."""
    parent = list(range(size))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for left, right in alike:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    places: dict[int, list[int]] = {}
    pairs: dict[int, list[tuple[int, int]]] = {}
    for place in range(size):
        places.setdefault(root(place), []).append(place)
    for pair in sorted(alike):
        pairs.setdefault(root(pair[0]), []).append(pair)
    for first, members in places.items():
        yield members, pairs.get(first, [])


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
