"""Sketches in, which two have hardly more than names in common out, and which hardly a name.

Two reports of one conflict share its names, whatever they tell; two of one kind of deed share its
words. Either alone makes no happening.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.similarity import find_alike_by
from twosource.cluster.sketches import NAME, PLAIN, Sketch

NAMES_ALONE = 0.2  # likeness by plain words, as a share of that by names, that is hardly any
LEAST_NAMES = 0.05
WORDS_ALONE = 0.5  # likeness by names, as a share of that by plain words, that is hardly any
MOST_NAMES = 0.15  # the same, whatever the plain words
FEWEST = 5  # names of a report that is judged by what names it shares

Yes = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Alone:
    """Of any two reports what alone they share: a table each."""

    names: Yes
    words: Yes


def find_alone(sketches: Sequence[Sketch]) -> Alone:
    """Which two share names alone, which words alone.

    Reports with few plain words, such as those in capitals, are not judged.
    """
    names, words = (find_alike_by(sketches, kind) for kind in (NAME, PLAIN))
    kinds = [np.bincount(each.kinds, minlength=PLAIN + NAME + 1) for each in sketches]
    is_prose = np.array([each[PLAIN] > each[NAME] for each in kinds], bool)
    is_named = is_prose & np.array([each[NAME] >= FEWEST for each in kinds], bool)
    names_alone = words < NAMES_ALONE * np.maximum(names, LEAST_NAMES)
    words_alone = names < np.minimum(WORDS_ALONE * words, MOST_NAMES)
    return Alone(
        names_alone & is_prose[:, None] & is_prose, words_alone & is_named[:, None] & is_named
    )
