"""Profiles in, links out: which reports are alike enough that one may change the other's group.

Two reports are compared when one of them is a head of a key that both own. A link has a grade, from
1 (they may be of one story) to the highest (much of one text stands in the other).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from twosource.base.records import ReportId
from twosource.cluster.profiles import ONE, SMALLEST, Profile
from twosource.cluster.sketches import UNDATED

HEADS = 8  # owners of a key, the first by rank, with whom all its owners are compared
GRADES = (
    0.04, 0.05, 0.06, 0.075, 0.09, 0.11, 0.14, 0.18, 0.22, 0.27, 0.33, 0.4, 0.5, 0.65,
)  # fmt: skip # likeness from which on a grade is given
TOP = len(GRADES)
NEAR, FAR = 10, 365  # days between two reports: full likeness up to NEAR, none from FAR on
LEAST_COPIED = 5  # shared smallest hashes: a third of them
CHUNK = 1 << 15  # pairs that are reckoned at a time
STEPS = np.array([int(grade * ONE) for grade in GRADES])

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two reports, `left` before `right` by id, and how firmly they are linked: 1 to `TOP`."""

    left: ReportId
    right: ReportId
    grade: int


def find_pairs_to_compare(profiles: Sequence[Profile]) -> Ints:
    """Codes left * size + right of the pairs of places; the profiles come sorted by rank."""
    size = len(profiles)
    counts = [len(each.keys) for each in profiles]
    keys = np.fromiter((key for each in profiles for key in each.keys), np.int64, sum(counts))
    owners = np.repeat(np.arange(size), counts)
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    first = np.r_[True, keys[1:] != keys[:-1]][: len(keys)]
    starts = np.flatnonzero(first)[np.cumsum(first) - 1] if len(keys) else np.empty(0, np.int64)
    after = np.arange(len(keys)) - starts
    found = np.empty(0, np.int64)
    for head in range(HEADS):
        has = after > head
        codes = owners[starts[has] + head] * size + owners[has]
        found = np.union1d(found, codes)
    return found


def grade_pairs(profiles: Sequence[Profile], lefts: Ints, rights: Ints) -> Ints:
    """The grade of each pair of places, 0 for no link."""
    table = _Table.of(profiles)
    parts = [
        table.grade(lefts[start : start + CHUNK], rights[start : start + CHUNK])
        for start in range(0, len(lefts), CHUNK)
    ]
    return np.concatenate([np.empty(0, np.int64), *parts])


@dataclass(frozen=True, slots=True)
class _Table:
    """The profiles as arrays."""

    weights: sp.csr_matrix
    days: Ints
    smallest: NDArray[np.uint32]
    filled: Ints

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> "_Table":
        sizes = [len(each.terms) for each in profiles]
        terms = np.concatenate([np.empty(0, "<u4"), *(each.terms for each in profiles)])
        weights = np.concatenate([np.empty(0, np.int64), *(each.weights for each in profiles)])
        known, columns = np.unique(terms, return_inverse=True)
        ends = np.r_[0, np.cumsum(sizes)]
        matrix = sp.csr_matrix((weights, columns, ends), shape=(len(profiles), max(len(known), 1)))
        smallest = np.zeros((len(profiles), SMALLEST), "<u4")
        for place, each in enumerate(profiles):
            smallest[place, : len(each.smallest)] = each.smallest
        filled = np.array([len(each.smallest) for each in profiles])
        return cls(matrix, np.array([each.days for each in profiles]), smallest, filled)

    def grade(self, lefts: Ints, rights: Ints) -> Ints:
        alike = self.weights[lefts].multiply(self.weights[rights]).sum(axis=1)
        faded = fade(np.asarray(alike).ravel(), self.days[lefts], self.days[rights])
        strength = np.maximum(faded, self._copied(lefts, rights))
        return np.searchsorted(STEPS, strength, side="right")

    def _copied(self, lefts: Ints, rights: Ints) -> Ints:
        """The share of the smallest hashes that both have, whatever lies between their days."""
        one, other = self.smallest[lefts], self.smallest[rights]
        both = np.zeros(len(lefts), np.int64)
        for place in range(SMALLEST):
            has = place < self.filled[lefts]
            same = (one[:, place, None] == other) & (np.arange(SMALLEST) < self.filled[rights, None])
            both += same.any(axis=1) & has
        return np.where(both >= LEAST_COPIED, both * ONE // SMALLEST, 0)


def fade(alike: Ints, lefts: Ints, rights: Ints) -> Ints:
    """Reports that appeared weeks apart are less alike: look-alikes of other days stay apart."""
    known = (lefts != UNDATED) & (rights != UNDATED)
    apart = np.where(known, np.abs(lefts - rights), 0)
    lost = np.clip(apart - NEAR, 0, FAR - NEAR)
    return alike * (FAR - NEAR - lost) // (FAR - NEAR)
