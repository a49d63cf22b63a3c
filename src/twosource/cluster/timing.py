"""Likeness in, likeness in the light of the days out: one happening has one day.

Two reports that tell of one day are more alike than their words say; two that tell of different
days, neither naming the other's, less: look-alike strikes in one province stay apart. The factors
were set on incidents with known reports and on pairs judged by eye; see the page of the docs.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.links import FAR, NEAR
from twosource.cluster.sketches import NO_WEEKDAY, UNDATED, Sketch, days_of

ONE_DAY = 1.6  # both openings name one day first; how far apart they were written is no matter
LITTLE_ALIKE = 0.12  # in words: there a shared day adds nothing, many things happen on one day
LATER_DAY = 1.1  # they share a day, but one of them names another first: this may have led to that
NAMES_DAY = 0.6  # they share a day and names alone: many things happen in one conflict on one day
OTHER_FIRST = 0.8  # the openings share no day; one names a day that the other report tells of
OTHER_DAYS, AGAINST = 0.3, 0.1  # the openings tell of days that the other report does not name
DAYS_ON = 0.6  # the same, the days being few enough apart for one happening that goes on
GOES_ON = 3  # days
FOLLOWED, MUCH_ALIKE = 14, 0.4  # the same for texts that are so alike in words: a follow-up
WRITTEN_TOGETHER = 1.2  # at least one opening names no day, written a day apart at most
WRITTEN_APART = 0.6  # the same, written further apart
A_DAY = 1
ONE_WEEKDAY, OTHER_WEEKDAY = 1.3, 0.7  # the weekdays named first, where one report is not dated
UNNAMED_WEEKDAY = 0.5  # the same, and neither names the other's anywhere

Table = NDArray[np.float64]
Yes = NDArray[np.bool_]
Ints = NDArray[np.integer[Any]]


def weigh_days(
    table: Table, sketches: Sequence[Sketch], names_alone: Yes, other_tolls: Yes
) -> Table:
    """The likeness of reports, changed by the days that they tell of and were written on.

    `names_alone`: which two share hardly a word but names; `other_tolls`: which two tell of dead
    and have no number of them in common.
    """
    one, named, both = _compare(sketches)
    written = np.array([days_of(each) for each in sketches], np.int64)
    is_dated = written != UNDATED
    known = is_dated[:, None] & is_dated
    apart = np.abs(written[:, None] - written)
    faded = 1 - np.clip((apart - NEAR) / (FAR - NEAR), 0, 1)
    beside = np.where(apart <= A_DAY, WRITTEN_TOGETHER, WRITTEN_APART)
    other = both & ~named
    gap = _gap(sketches)
    is_followed = (gap <= FOLLOWED) & (table >= MUCH_ALIKE) & ~other_tolls
    near = other & ((gap <= GOES_ON) | is_followed)
    far = other & ~near
    factors = [1.0, DAYS_ON, OTHER_DAYS, OTHER_FIRST]
    undated = _weigh_weekdays(sketches)
    factor = np.select([one, near, far, both], factors, np.where(known, beside, undated))
    shared_day = np.where(table < LITTLE_ALIKE, 1.0, ONE_DAY)
    shared_day = np.minimum(_weigh_shared_day(sketches, names_alone), shared_day)
    weighed: Table = table * np.where(one, shared_day, factor * np.where(known, faded, 1.0))
    weighed -= np.where(far, AGAINST, 0.0)
    np.fill_diagonal(weighed, 0.0)
    return weighed


def tell_other_days(sketches: Sequence[Sketch]) -> Yes:
    """Which two name different days first; weekdays where one of the two is not dated."""
    days = np.array([each.first_day for each in sketches])
    weekdays = np.array([each.weekday for each in sketches])
    told, named = days != UNDATED, weekdays != NO_WEEKDAY
    both = told[:, None] & told
    other_weekday = ~both & named[:, None] & named & (weekdays[:, None] != weekdays)
    other: Yes = (both & (days[:, None] != days)) | other_weekday
    return other


def _weigh_shared_day(sketches: Sequence[Sketch], names_alone: Yes) -> Table:
    """What a day that two openings share is worth."""
    first = np.array([each.first_day for each in sketches])
    is_own = first[:, None] == first
    weights: Table = np.where(is_own, ONE_DAY, LATER_DAY)
    return np.where(names_alone, NAMES_DAY, weights)


def _weigh_weekdays(sketches: Sequence[Sketch]) -> Table:
    """What the weekdays named first tell of reports of which one is not dated at least."""
    weekdays = np.array([each.weekday for each in sketches])
    told = weekdays != NO_WEEKDAY
    named = np.array([each.weekdays for each in sketches])
    across = (named >> weekdays[:, None]) & 1 == 1  # the column names the row's
    other = np.where(across | across.T, OTHER_WEEKDAY, UNNAMED_WEEKDAY)
    weights = np.where(weekdays[:, None] == weekdays, ONE_WEEKDAY, other)
    return np.where(told[:, None] & told, weights, 1.0)


def _compare(sketches: Sequence[Sketch]) -> tuple[Yes, Yes, Yes]:
    """Of any two: share the openings a day, does one name a day of the other, have both any."""
    opening = [each.opening_days for each in sketches]
    told = [each.told_days for each in sketches]
    days = np.unique(np.concatenate([*told, np.empty(0, np.uint16)]))
    opens, tells = spread_out(opening, days), spread_out(told, days)
    has = np.array([len(each) > 0 for each in opening], bool)
    across = opens @ tells.T
    return opens @ opens.T > 0, across + across.T > 0, has[:, None] & has


def _gap(sketches: Sequence[Sketch]) -> NDArray[np.int64]:
    """The days between what two openings tell of: the last day of one, the first of the other."""
    first = np.array([each.opening_days.min(initial=UNDATED) for each in sketches], np.int64)
    last = np.array([each.opening_days.max(initial=0) for each in sketches], np.int64)
    gap: NDArray[np.int64] = np.maximum(first[:, None] - last, first - last[:, None])
    return gap


def spread_out(rows: Sequence[Ints], known: Ints) -> NDArray[np.float32]:
    """A line for each row, a column for each known number (sorted), one where the row has it."""
    table = np.zeros((len(rows), len(known)), np.float32)
    for number, row in enumerate(rows):
        table[number, np.searchsorted(known, row)] = 1.0
    return table
