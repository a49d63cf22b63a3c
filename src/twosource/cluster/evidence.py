"""Likeness of words in, likeness in the light of what the reports tell out: days and tolls.

What the words cannot tell of two raids on neighbouring towns, the number of dead often can, and so
can the days of the deeds, where the reports were read (`scenes.py`). The factors were set on pairs
of reports of one war that were judged by eye; see the page of the docs.
"""

from collections.abc import Sequence

import numpy as np

from twosource.cluster.kinds import find_alone
from twosource.cluster.similarity import Table
from twosource.cluster.sketches import UNDATED, Sketch, days_of
from twosource.cluster.timing import Ints, Yes, spread_out, tell_other_days, weigh_days

ONE_TOLL = 1.25  # both tell one number of dead first
OTHER_TOLL = 0.5  # their numbers are far apart
OTHER_DAY_TOO = 0.6  # they have no number in common, and name different days first
MANY = 4  # dead: smaller numbers agree and part by chance
RISES = 2.0  # times by which a toll may differ from one report, or side, to the next
NO_NAMES = 0.6  # they share plain words and hardly a name: deeds of one kind
OTHER_SCENE = 0.4  # as read: other numbers of dead, and no deed of one on the other's main day


def weigh_evidence(words: Table, sketches: Sequence[Sketch]) -> Table:
    """How much speaks for any two being of one story; `words` is their likeness by words."""
    alone = find_alone(sketches)
    tolls = [each.tolls for each in sketches]
    other_tolls = _both(tolls, tolls) & ~_share(tolls, tolls)
    weighed = weigh_days(words, sketches, alone.names, other_tolls)
    weighed = np.where(alone.words & (weighed > 0), weighed * NO_NAMES, weighed)
    return weigh_scenes(weigh_tolls(weighed, sketches), sketches)


def weigh_scenes(table: Table, sketches: Sequence[Sketch]) -> Table:
    """The likeness of reports, changed by what was read in them: days of deeds, numbers of dead.

    Days alone tell little: either may be read wrongly.
    """
    main, deeds = [each.main_days for each in sketches], [each.deed_days for each in sketches]
    # The row's main happening is of no day that the column tells of.
    elsewhen = _both(main, deeds) & ~_share(main, deeds)
    dead = [each.dead for each in sketches]
    other = (elsewhen | elsewhen.T) & _both(dead, dead) & ~_share(dead, dead) & ~_rises(sketches)
    weighed: Table = np.where(other & (table > 0), table * OTHER_SCENE, table)
    return weighed


def weigh_tolls(table: Table, sketches: Sequence[Sketch]) -> Table:
    """The likeness of reports, changed by the numbers of dead that they tell first.

    Far numbers speak against two reports only where it is known when both were written: over the
    days, a toll may rise to any height.
    """
    is_dated = np.array([days_of(each) for each in sketches], np.int64) != UNDATED
    tolls = [each.tolls.astype(np.int64) for each in sketches]
    most = np.array([each.max(initial=0) for each in tolls])
    high, low = np.maximum(most[:, None], most), np.minimum(most[:, None], most)
    has_first = _share([each[:1][each[:1] >= MANY] for each in tolls], tolls)
    is_shared, is_one = _share(tolls, tolls), has_first & has_first.T
    far = (
        is_dated[:, None]
        & is_dated
        & (low > 0)
        & (high >= MANY)
        & (high > RISES * low)
        & ~is_shared
        & ~_rises(sketches)
    )
    apart = (low >= MANY) & tell_other_days(sketches)
    factors = [ONE_TOLL, OTHER_TOLL, OTHER_DAY_TOO]
    factor = np.select([is_one, far, apart], factors, 1.0)
    weighed: Table = np.where(table > 0, table * factor, table)
    np.fill_diagonal(weighed, 0.0)
    return weighed


def _rises(sketches: Sequence[Sketch]) -> Yes:
    """Of which two one at least says that the number of dead has grown."""
    rises = np.array([each.rises for each in sketches], bool)
    either: Yes = rises[:, None] | rises
    return either


def _share(rows: Sequence[Ints], columns: Sequence[Ints]) -> Yes:
    """Which row has a number in common with which column."""
    known = np.unique(np.concatenate([*rows, *columns, np.empty(0, np.int64)]))
    common: Yes = spread_out(rows, known) @ spread_out(columns, known).T > 0
    return common


def _both(rows: Sequence[Ints], columns: Sequence[Ints]) -> Yes:
    """Which row and which column have any number."""
    left, right = (np.array([len(each) > 0 for each in side], bool) for side in (rows, columns))
    both: Yes = left[:, None] & right
    return both
