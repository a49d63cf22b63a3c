"""A sketch in, its profile out: the few numbers by which it is compared and linked.

All reckoning is in whole numbers, so a link is the same whether it is found among two reports or
among a hundred thousand, in any order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.anchors import numbers_of
from twosource.cluster.grams import Hashes, hash_words
from twosource.cluster.rarity import has_table
from twosource.cluster.sketches import NAME, PAIR, UNDATED, Sketch, days_of, rank_of

SALIENT = 64  # terms of a profile, the weightiest
ONE = 1 << 14  # likeness of a profile with itself, if its text had no further terms
ALONE, TOGETHER, COPIED = 12, 7, 6  # terms and hashes that become keys
TIMED = 14  # single words that do: two short reports of one happening share few pairs of words
NAMED = 2.0  # times that a name counts there
TRANSLATED = 3  # pairs of numbers that do
FEWEST_NUMBERS = 2  # pairs of numbers under which no translation is looked for
FORTNIGHT = 14  # days: reports a week apart share one of two staggered fortnights
MIX, TURN, MASK = 0x9E3779B97F4A7C15, 29, (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Profile:
    """The weightiest terms, sorted, with weights; the pairs of longer words; the keys."""

    rank: int
    days: int  # since an epoch; UNDATED: unknown
    terms: Hashes
    weights: NDArray[np.int64]
    pairs: Hashes
    keys: tuple[int, ...]
    opening: NDArray[np.uint16]  # the days that its opening tells of
    told: NDArray[np.uint16]  # the days that the whole text tells of
    is_read: bool  # whether a table tells the rare words of its language
    language: str | None
    numbers: Hashes  # pairs of neighbouring numbers, each once, sorted: a translation keeps them


@cache
def rarity_table() -> NDArray[np.float64]:
    """How much a term counts, by its halvings: the logarithm of one in how many texts hold it."""
    return np.log1p(2.0 ** (np.arange(256) / 2))


def make_profile(sketch: Sketch) -> Profile:
    """The profile of a sketch."""
    weights = sketch.counts * rarity_table()[sketch.halvings]
    length = float(np.sqrt((weights**2).sum())) or 1.0
    order = np.lexsort((sketch.terms, -weights))[:SALIENT]
    ranked = sketch.terms[order].tolist()
    kept = np.sort(order)
    whole = np.rint(weights[kept] / length * np.sqrt(ONE)).astype(np.int64)
    days = days_of(sketch)
    numbers = _pair_numbers(sketch)
    keys = {
        *_keys(ranked),
        *_timed_keys(_words(sketch, weights), days),
        *_copy_keys(sketch.pairs),
        *_number_keys(numbers),
    }
    return Profile(
        rank_of(sketch), days, sketch.terms[kept], whole, sketch.pairs, tuple(sorted(keys)),
        sketch.opening_days, sketch.told_days, has_table(sketch.language),
        sketch.language, numbers,
    )  # fmt: skip


def keys_of(sketch: Sketch) -> tuple[int, ...]:
    """What an archive finds a report by: some sixty signed whole numbers of 64 bits, sorted."""
    return make_profile(sketch).keys


def _words(sketch: Sketch, weights: NDArray[np.float64]) -> list[int]:
    """The weightiest single words, names first: what else is rare may be a reporter's colour."""
    worth = weights * np.where(sketch.kinds == NAME, NAMED, 1.0)
    order = np.lexsort((sketch.terms, -worth))
    found: list[int] = sketch.terms[order[sketch.kinds[order] != PAIR][:TIMED]].tolist()
    return found


def _keys(ranked: Sequence[int]) -> Iterator[int]:
    for term in ranked[:ALONE]:
        yield _mix(1, term)
    for left, right in combinations(sorted(ranked[:TOGETHER]), 2):
        yield _mix(2, left, right)


def _timed_keys(words: Sequence[int], days: int) -> Iterator[int]:
    if days != UNDATED:
        for shift in (0, FORTNIGHT // 2):
            for term in words:
                yield _mix(3 + shift, term, (days + shift) // FORTNIGHT)


def _copy_keys(pairs: Hashes) -> Iterator[int]:
    """The smallest hashes: two copies of one text have most of them in common."""
    for code in pairs[:COPIED].tolist():
        yield _mix(0, code)


def _pair_numbers(sketch: Sketch) -> Hashes:
    """Neighbouring numbers of two and more digits: a language changes the words between them."""
    long = [number for number in numbers_of(sketch.anchors) if len(number) > 1]
    pairs = [f"{one} {other}" for one, other in pairwise(long)]
    return np.unique(hash_words(pairs))


def _number_keys(numbers: Hashes) -> Iterator[int]:
    """The smallest hashes, of a text with enough numbers to show a translation by."""
    if len(numbers) >= FEWEST_NUMBERS:
        for code in numbers[:TRANSLATED].tolist():
            yield _mix(4 + FORTNIGHT, code)


def _mix(*parts: int) -> int:
    """A signed whole number of 64 bits for the parts."""
    mixed = 0
    for part in parts:
        mixed = ((mixed ^ part) * MIX) & MASK
        mixed ^= mixed >> TURN
    return mixed - (1 << 64) if mixed >> 63 else mixed
