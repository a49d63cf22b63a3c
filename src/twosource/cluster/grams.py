"""The words of a body in, what of them is compared out: pairs of longer words, runs of five.

Language-neutral: words are runs of letters and digits of any script. Hashes are CRC-32 of the
words, mixed by fixed odd numbers, so that they are the same on every machine.
"""

from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

SHORT_WORDS = 0.4  # the share of words, shortest first, that mostly hold a sentence together
MOSTLY = 0.5  # a text with more capitalised words is written in capitals
RUN = 5  # words
LONG = 2_000  # words that are looked through for the longest run
MIX = np.uint64(0x9E3779B97F4A7C15)
TURN = np.uint64(29)
HALF = np.uint64(32)


def hash_words(words: Sequence[str]) -> Hashes:
    """The hash of each word, in order."""
    codes = (crc32(word.encode("utf-8", "surrogatepass")) for word in words)
    return np.fromiter(codes, dtype="<u4", count=len(words))


def find_pairs(words: Sequence[str]) -> Hashes:
    """Pairs of neighbouring longer words, each once, sorted.

    Names are left out: whoever tells of the same happening uses the same names.
    """
    names = _names(words)
    lower = [word.lower() for word in words]
    border = _border(lower)
    return _grams(hash_words([w for w in lower if len(w) > border and w not in names]), 2)


def find_trail(words: Hashes) -> Hashes:
    """Runs of five words, in order; the n-th begins with the n-th word."""
    return _mixed(words, RUN)


def shared(one: Hashes, other: Hashes) -> Hashes:
    """The hashes that stand in both, sorted; each is given sorted and once."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return one
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    both: Hashes = one[other[places] == one]
    return both


def longest_run(one: Hashes, other: Hashes) -> int:
    """The number of words in the longest run that stands in both texts.

    >>> longest_run(hash_words("a b c d".split()), hash_words("x b c y".split()))
    2
    """
    one, other = one[:LONG], other[:LONG]
    order = np.argsort(other, kind="stable")
    ranked = other[order]
    first = np.searchsorted(ranked, one, "left")
    counts = np.searchsorted(ranked, one, "right") - first
    lefts = np.repeat(np.arange(len(one)), counts)
    steps = np.arange(len(lefts)) - np.repeat(np.cumsum(counts) - counts, counts)
    rights = order[np.repeat(first, counts) + steps]
    steady = np.lexsort((lefts, lefts - rights))  # along the diagonals
    lefts, rights = lefts[steady], rights[steady]
    if not len(lefts):
        return 0
    breaks = np.flatnonzero((np.diff(lefts) != 1) | (np.diff(rights) != 1)) + 1
    return int(np.diff(np.r_[0, breaks, len(lefts)]).max())


def count_passages(trail: Hashes, runs: Hashes, least: int) -> int:
    """How many words of a text stand in passages of `least` words that another has.

    Given are the text's runs of five words in order, the other's each once and sorted.

    >>> words = hash_words("x a b c d e f y".split())
    >>> count_passages(find_trail(words), np.unique(find_trail(words[1:7])), 6)
    6
    """
    if not len(runs):
        return 0
    stands = runs[np.searchsorted(runs, trail).clip(max=len(runs) - 1)] == trail
    edges = np.flatnonzero(np.diff(np.r_[False, stands, False]))
    lengths = edges[1::2] - edges[::2] + RUN - 1
    return int(lengths[lengths >= least].sum())


def _names(words: Sequence[str]) -> frozenset[str]:
    """The words that stand with a capital more often than without; none in a text in capitals."""
    raised = Counter(word.lower() for word in words if word[0].isupper())
    if sum(raised.values()) > MOSTLY * len(words):
        return frozenset()
    plain = Counter(word for word in words if not word[0].isupper())
    return frozenset(word for word, count in raised.items() if count > plain[word])


def _border(words: Sequence[str]) -> int:
    """The length up to which words are left out: at most the share SHORT_WORDS of them."""
    lengths = Counter(map(len, words))
    passed, border = 0, 0
    while passed + lengths[border + 1] <= SHORT_WORDS * len(words) and border < len(words):
        border += 1
        passed += lengths[border]
    return border


def _grams(words: Hashes, size: int) -> Hashes:
    """The runs of `size` words as hashes, each once, sorted."""
    return np.unique(_mixed(words, size))


def _mixed(words: Hashes, size: int) -> Hashes:
    """The runs of `size` words as hashes, in order."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, dtype="<u4")
    wide = words.astype(np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = (mixed ^ wide[place : place + count]) * MIX
        mixed ^= mixed >> TURN
    return (mixed >> HALF).astype("<u4")
