"""The terms of many reports in, how alike the reports are out: cosines of TF-IDF, 0 to 1."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.candidates import find_candidates

Row = Mapping[str, float]
Pairs = dict[tuple[int, int], float]

ALL_PAIRS = 2_000  # up to so many reports every pair is looked at
FLOOR = 0.05  # likeness under which two reports have nothing in common but the language
SALIENT = 40  # terms of a report, the weightiest, that decide whom it is compared with
LEAST_SHARED = 3
LONELY = 0.25  # the part that terms of one report count for; tried on piles of two and of hundreds
COMMON = 48  # a term of more reports is reckoned as a column of a full matrix,
BLOCK = 512  # so many columns at a time


def weigh_terms(counts: Sequence[Row]) -> list[dict[str, float]]:
    """Rows of unit length: damped counts times the rarity of the term in this pile.

    Terms of one report only cannot make two reports alike, but they tell that it speaks of
    other things too: they count for a part of its length.
    """
    size = len(counts)
    spread = Counter(term for row in counts for term in row)
    rarity = {term: math.log(1 + size / count) for term, count in spread.items()}
    rows = []
    for row in counts:
        weights = {
            term: (1 + math.log(max(count, 1))) * rarity[term] for term, count in row.items()
        }
        length = math.fsum(
            weight**2 * (1 if spread[term] > 1 else LONELY) for term, weight in weights.items()
        )
        scale = math.sqrt(length) or 1.0
        rows.append({term: weights[term] / scale for term in sorted(row) if spread[term] > 1})
    return rows


def find_alike(rows: Sequence[Row]) -> Pairs:
    """The likeness of each pair over the floor, left before right."""
    if len(rows) <= ALL_PAIRS:
        return _all_alike(rows)
    found = {}
    for left, right in find_candidates([_salient(row) for row in rows], LEAST_SHARED):
        likeness = cosine(rows[left], rows[right])
        if likeness >= FLOOR:
            found[left, right] = likeness
    return found


def cosine(left: Row, right: Row) -> float:
    """How alike two rows of unit length are."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[term] for term, weight in left.items() if term in right)


def _all_alike(rows: Sequence[Row]) -> Pairs:
    """Every pair at once: each term adds to the pairs that share it."""
    table = np.zeros((len(rows), len(rows)))
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for term in row:
            places.setdefault(term, []).append(place)
    common = [term for term in sorted(places) if len(places[term]) > COMMON]
    for start in range(0, len(common), BLOCK):
        block = common[start : start + BLOCK]
        part = np.array([[row.get(term, 0.0) for term in block] for row in rows])
        table += part @ part.T
    for term in sorted(places):
        if len(places[term]) <= COMMON:
            weights = np.array([rows[place][term] for place in places[term]])
            table[np.ix_(places[term], places[term])] += np.outer(weights, weights)
    table = table.round(9)  # the last digits depend on the machine
    lefts, rights = np.nonzero(np.triu(table, 1) >= FLOOR)
    found = zip(lefts.tolist(), rights.tolist(), strict=True)
    return {(left, right): float(table[left, right]) for left, right in found}


def _salient(row: Row) -> NDArray[np.uint64]:
    terms = sorted(row, key=lambda term: (-row[term], term))[:SALIENT]
    return np.unique(np.array([crc32(term.encode()) for term in terms], dtype=np.uint64))
