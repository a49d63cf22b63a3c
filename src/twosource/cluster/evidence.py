"""Likeness of words in, likeness in the light of what the reports tell out: days and tolls.

What the words cannot tell of two raids on neighbouring towns, the number of dead often can. The
factors were set on pairs of reports of one war that were judged by eye; see the page of the docs.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.similarity import Table, find_alike
from twosource.cluster.sketches import UNDATED, Sketch, days_of
from twosource.cluster.timing import Yes, tell_other_days, weigh_days

ONE_TOLL = 1.25  # both tell one number of dead first
OTHER_TOLL = 0.5  # their numbers are far apart
OTHER_DAY_TOO = 0.6  # they have no number in common, and name different days first
MANY = 4  # dead: smaller numbers agree and part by chance
RISES = 2.0  # times by which a toll may differ from one report, or side, to the next


def weigh_evidence(sketches: Sequence[Sketch]) -> Table:
    """How much speaks for any two being of one story; the sketches come in the order of ids."""
    return weigh_tolls(weigh_days(find_alike(sketches), sketches), sketches)


def weigh_tolls(table: Table, sketches: Sequence[Sketch]) -> Table:
    """The likeness of reports, changed by the numbers of dead that they tell first.

    Far numbers speak against two reports only where it is known when both were written: over the
    days, a toll may rise to any height.
    """
    is_dated = np.array([days_of(each) for each in sketches], np.int64) != UNDATED
    tolls = [each.tolls.astype(np.int64) for each in sketches]
    most = np.array([each.max(initial=0) for each in tolls])
    high, low = np.maximum(most[:, None], most), np.minimum(most[:, None], most)
    is_shared, is_one = _share_tolls(tolls)
    far = (
        is_dated[:, None]
        & is_dated
        & (low > 0)
        & (high >= MANY)
        & (high > RISES * low)
        & ~is_shared
    )
    apart = (low >= MANY) & tell_other_days(sketches)
    factors = [ONE_TOLL, OTHER_TOLL, OTHER_DAY_TOO]
    factor = np.select([is_one, far, apart], factors, 1.0)
    weighed: Table = np.where(table > 0, table * factor, table)
    np.fill_diagonal(weighed, 0.0)
    return weighed


def _share_tolls(tolls: Sequence[NDArray[np.int64]]) -> tuple[Yes, Yes]:
    """Which two share a number, and which tell one number: the first of either is in the other.

    Who tells of today's attack adds the toll of yesterday's.
    """
    known = np.unique(np.concatenate([*tolls, np.empty(0, np.int64)]))
    tells = np.array([np.isin(known, each) for each in tolls], np.float32)
    first = np.array([np.isin(known, each[:1]) for each in tolls], np.float32) * (known >= MANY)
    has_first = first @ tells.T > 0
    return tells @ tells.T > 0, has_first & has_first.T
