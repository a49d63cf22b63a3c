"""The signatures of a block in, the pairs that may descend from each other out, in one go.

A pair that shares little cannot pass the bars of `descent.py`; most pairs are told apart here, by
counting what any two texts share as a product of sparse tables.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.descent import CHANCE, COPIED, FED, LEAST_SHARED, MUTUAL, SAME_SUBJECT
from twosource.cluster.grams import Hashes
from twosource.cluster.signatures import Signature
from twosource.cluster.sparse import Rows, multiply

MANY = 12  # copies of one text from which on each is compared with the first few only
FEW = 3

Table = NDArray[np.float64]
Yes = NDArray[np.bool_]
Places = list[tuple[int, int]]


def find_comparable(signatures: Sequence[Signature], alike: Table) -> tuple[Places, Places]:
    """The pairs of places that may be of one family, and those among them that are one text.

    Left before right, sorted. One text: much of either stands in the other, word by word.
    """
    pairs, runs = _shared(signatures, "pairs"), _shared(signatures, "runs")
    shorter = _shorter(signatures, "pairs")
    kept = np.maximum(pairs - CHANCE, 0) / shorter * alike
    is_like = (alike >= SAME_SUBJECT) & (pairs >= LEAST_SHARED)
    is_same = _is_same(signatures, runs)
    may = (runs / _shorter(signatures, "runs") >= COPIED) | (is_like & (kept >= FED))
    lefts, rights = np.nonzero(np.triu(may & ~_is_far(is_same), 1))
    found = set(zip(lefts.tolist(), rights.tolist(), strict=True))
    places = sorted(found | set(_equal_words(signatures)))
    return places, [pair for pair in places if is_same[pair]]


def _shared(signatures: Sequence[Signature], what: str) -> Table:
    """How many hashes each two texts share."""
    rows: list[Hashes] = [getattr(each, what) for each in signatures]
    return multiply(Rows.of(rows, [np.ones(len(row)) for row in rows]))


def _shorter(signatures: Sequence[Signature], what: str) -> Table:
    sizes = np.array([max(len(getattr(each, what)), 1) for each in signatures])
    shorter: Table = np.minimum(sizes[:, None], sizes)
    return shorter


def _is_same(signatures: Sequence[Signature], runs: Table) -> Yes:
    sizes = np.array([max(len(each.runs), 1) for each in signatures])
    is_same: Yes = runs >= MUTUAL * np.maximum(sizes[:, None], sizes)
    return is_same


def _is_far(is_copy: Yes) -> Yes:
    """Pairs among many copies of one text: but for the first few, they tell nothing new."""
    before: Table = np.cumsum(is_copy, axis=1) - is_copy  # earlier copies of it
    many = is_copy.sum(axis=1) > MANY
    ordinal = np.where(is_copy, before, 0)
    is_far: Yes = is_copy & many[:, None] & (np.minimum(ordinal, ordinal.T) >= FEW)
    return is_far


def _equal_words(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Neighbours among the texts of equal words: short ones share too little to be candidates."""
    places: dict[bytes, int] = {}
    for place, each in enumerate(signatures):
        words = each.words.tobytes()
        if words and words in places:
            yield places[words], place
        places[words] = place
