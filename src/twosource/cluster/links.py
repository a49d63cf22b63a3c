"""Profiles in, links out: which reports are alike enough that one may change the other's group.

Two reports are compared when one of them is a head of a key that both own. A link has a grade, from
1 (they may be of one story) to the highest (much of one text stands in the other).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.base.records import ReportId
from twosource.cluster.grams import Hashes
from twosource.cluster.profiles import ONE, Profile
from twosource.cluster.sketches import UNDATED
from twosource.cluster.sparse import Pairs, Rows, sort_unique

HEADS = 8  # owners of a key, the first by rank, with whom all its owners are compared
GRADES = (
    0.04, 0.05, 0.06, 0.075, 0.09, 0.11, 0.14, 0.18, 0.22, 0.27, 0.33, 0.4, 0.5, 0.65,
)  # fmt: skip # likeness from which on a grade is given
TOP = len(GRADES)
NEAR, FAR = 5, 60  # days between two reports: full likeness up to NEAR, none from FAR on
OTHER_DAYS = 4  # reports whose openings tell of other days are so many times less alike
GOES_ON, NEXT_DAYS = 3, 2  # the same where no more than so many days lie between
KEPT = 3  # times that shared pairs of longer words count where no table tells rare words
COPIED = ONE // 5  # the share of pairs from which on it counts like likeness, whatever the days
CHUNK = 1 << 15  # pairs that are reckoned at a time
SAME_NUMBERS = 2  # pairs of numbers that a translation shares with its source at least
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
        found = sort_unique(np.concatenate([found, codes]))
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

    weights: Pairs
    pairs: Pairs
    counts: Ints  # pairs of each, at least one
    days: Ints  # of writing
    opening: Pairs  # days that both openings tell of
    across: Pairs  # days of the left one's opening that the right one tells of at all
    opens: NDArray[np.bool_]  # whether the opening tells of any day
    starts: Ints  # the first day that the opening tells of
    ends: Ints  # the last
    is_read: NDArray[np.bool_]
    languages: Ints  # a number for each language, 0 where it is unknown
    numbers: Pairs
    told: Ints  # pairs of neighbouring numbers of each, at least one

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> "_Table":
        days = np.unique(np.concatenate([np.empty(0, np.uint16), *(p.told for p in profiles)]))
        opening, told = (
            Rows.among(days, rows, [np.ones(len(each), np.int32) for each in rows])
            for rows in ([p.opening for p in profiles], [p.told for p in profiles])
        )
        return cls(
            _pairs([each.terms for each in profiles], [each.weights for each in profiles]),
            _pairs([each.pairs for each in profiles]),
            np.array([max(len(each.pairs), 1) for each in profiles]),
            np.array([each.days for each in profiles]),
            Pairs(opening),
            Pairs(opening, told),
            np.array([len(each.opening) > 0 for each in profiles], bool),
            np.array([each.opening.min(initial=UNDATED) for each in profiles], np.int64),
            np.array([each.opening.max(initial=0) for each in profiles], np.int64),
            np.array([each.is_read for each in profiles]),
            _number_languages(profiles),
            _pairs([each.numbers for each in profiles]),
            np.array([max(len(each.numbers), 1) for each in profiles]),
        )

    def grade(self, lefts: Ints, rights: Ints) -> Ints:
        """The grades of pairs. Much of the words kept counts whatever lies between the days."""
        is_read = self.is_read[lefts] & self.is_read[rights]
        alike = self.weights.dot(lefts, rights)
        may = np.flatnonzero((alike >= STEPS[0]) | ~is_read)  # days only make less alike
        alike[may] = self._weigh_days(alike[may], lefts[may], rights[may])
        shorter = np.minimum(self.counts[lefts], self.counts[rights])
        kept = ONE * self.pairs.dot(lefts, rights) // shorter
        copied = np.maximum(alike, np.where(kept >= COPIED, kept, 0))
        weighed = np.where(is_read, copied, alike + KEPT * kept)
        found: Ints = np.searchsorted(STEPS, weighed, side="right")
        return self._raise_translated(found, lefts, rights)

    def _raise_translated(self, grades: Ints, lefts: Ints, rights: Ints) -> Ints:
        """The grades; two languages that tell the same numbers in one order are never parted."""
        ours, theirs = self.languages[lefts], self.languages[rights]
        foreign = np.flatnonzero((ours != theirs) & (ours > 0) & (theirs > 0))
        if not len(foreign):
            return grades
        lefts, rights = lefts[foreign], rights[foreign]
        longer = np.maximum(self.told[lefts], self.told[rights])
        same = self.numbers.dot(lefts, rights)
        is_near = fade(np.full(len(lefts), ONE), self.days[lefts], self.days[rights]) == ONE
        grades[foreign[(same >= SAME_NUMBERS) & (2 * same >= longer) & is_near]] = TOP
        return grades

    def _weigh_days(self, alike: Ints, lefts: Ints, rights: Ints) -> Ints:
        """Roughly what `timing.py` does, in whole numbers."""
        one = self.opening.dot(lefts, rights) > 0
        across = self.across.dot(lefts, rights) + self.across.dot(rights, lefts)
        other = self.opens[lefts] & self.opens[rights] & (across == 0)
        gap = np.maximum(
            self.starts[lefts] - self.ends[rights], self.starts[rights] - self.ends[lefts]
        )
        faded = fade(alike, self.days[lefts], self.days[rights])
        less = np.where(gap <= GOES_ON, faded // NEXT_DAYS, faded // OTHER_DAYS)
        weighed: Ints = np.where(one, alike, np.where(other, less, faded))
        return weighed


def _pairs(codes: Sequence[Hashes], values: Sequence[Ints] | None = None) -> Pairs:
    """A row for each profile; without values each code counts one."""
    ones = [np.ones(len(each), np.int32) for each in codes]
    return Pairs(Rows.of(codes, [each.astype(np.int32) for each in values] if values else ones))


def _number_languages(profiles: Sequence[Profile]) -> Ints:
    known = sorted({each.language for each in profiles if each.language is not None})
    at = {language: place for place, language in enumerate(known, start=1)}
    return np.array([at.get(each.language or "", 0) for each in profiles], np.int64)


def fade(alike: Ints, lefts: Ints, rights: Ints) -> Ints:
    """Reports that appeared weeks apart are less alike: look-alikes of other days stay apart."""
    known = (lefts != UNDATED) & (rights != UNDATED)
    apart = np.where(known, np.abs(lefts - rights), 0)
    lost = np.clip(apart - NEAR, 0, FAR - NEAR)
    faded: Ints = alike * (FAR - NEAR - lost) // (FAR - NEAR)
    return faded
