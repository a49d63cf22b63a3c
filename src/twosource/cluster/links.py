"""Profiles in, links out: which reports are alike enough that one may change the other's group.

Two reports are compared when one of them is a head of a key that both own. A link has a grade, from
1 (they may be of one story) to the highest (much of one text stands in the other).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from twosource.base.records import ReportId
from twosource.cluster.grams import Hashes
from twosource.cluster.profiles import ONE, Profile
from twosource.cluster.sketches import UNDATED

HEADS = 8  # owners of a key, the first by rank, with whom all its owners are compared
GRADES = (
    0.04, 0.05, 0.06, 0.075, 0.09, 0.11, 0.14, 0.18, 0.22, 0.27, 0.33, 0.4, 0.5, 0.65,
)  # fmt: skip # likeness from which on a grade is given
TOP = len(GRADES)
NEAR, FAR = 5, 60  # days between two reports: full likeness up to NEAR, none from FAR on
KEPT = 3  # times that shared pairs of longer words count where no table tells rare words
COPIED = ONE // 5  # the share of pairs from which on it counts like likeness, whatever the days
CHUNK = 1 << 15  # pairs that are reckoned at a time
STEPS = np.array([int(grade * ONE) for grade in GRADES])

Ints = NDArray[np.int64]
EMPTY = np.empty(0, "<u4")


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
    pairs: sp.csr_matrix
    counts: Ints  # pairs of each, at least one
    days: Ints
    is_read: NDArray[np.bool_]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> "_Table":
        counts = np.array([max(len(each.pairs), 1) for each in profiles])
        return cls(
            _rows([each.terms for each in profiles], [each.weights for each in profiles]),
            _rows(
                [each.pairs for each in profiles], [np.ones_like(each.pairs) for each in profiles]
            ),
            counts,
            np.array([each.days for each in profiles]),
            np.array([each.is_read for each in profiles]),
        )

    def grade(self, lefts: Ints, rights: Ints) -> Ints:
        """The grades of pairs. Much of the words kept counts whatever lies between the days."""
        alike = fade(_dot(self.weights, lefts, rights), self.days[lefts], self.days[rights])
        shorter = np.minimum(self.counts[lefts], self.counts[rights])
        kept = ONE * _dot(self.pairs, lefts, rights) // shorter
        copied = np.maximum(alike, np.where(kept >= COPIED, kept, 0))
        is_read = self.is_read[lefts] & self.is_read[rights]
        return np.searchsorted(STEPS, np.where(is_read, copied, alike + KEPT * kept), side="right")


def _rows(codes: Sequence[Hashes], values: Sequence[Ints]) -> sp.csr_matrix:
    """A sparse table with one row for each profile."""
    known, columns = np.unique(np.concatenate([EMPTY, *codes]), return_inverse=True)
    ends = np.r_[0, np.cumsum([len(each) for each in codes])]
    data = np.concatenate([EMPTY, *values]).astype(np.int32)
    return sp.csr_matrix((data, columns, ends), shape=(len(codes), max(len(known), 1)))


def _dot(rows: sp.csr_matrix, lefts: Ints, rights: Ints) -> Ints:
    product = rows[lefts].multiply(rows[rights]).sum(axis=1)
    dot: Ints = np.asarray(product).ravel().astype(np.int64)
    return dot


def fade(alike: Ints, lefts: Ints, rights: Ints) -> Ints:
    """Reports that appeared weeks apart are less alike: look-alikes of other days stay apart."""
    known = (lefts != UNDATED) & (rights != UNDATED)
    apart = np.where(known, np.abs(lefts - rights), 0)
    lost = np.clip(apart - NEAR, 0, FAR - NEAR)
    faded: Ints = alike * (FAR - NEAR - lost) // (FAR - NEAR)
    return faded
