"""A report in, its signature out: what of its body is compared with other bodies.

Language-neutral: words are runs of letters and digits of any script. Hashes are CRC-32 of the
words, mixed by fixed odd numbers, so that they are the same on every machine.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.base.body import body_of
from twosource.base.records import Report, ReportId

Hashes = NDArray[np.uint64]

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"“[^”\n]{3,600}”|\"[^\"\n]{3,600}\"|«[^»\n]{3,600}»|„[^“”\n]{3,600}[“”]")
LEAST_UNQUOTED = 0.3  # a text that is nearly all quotation is compared with its quotations
SHORT_WORDS = 0.4  # the share of words, shortest first, that mostly hold a sentence together
MOSTLY = 0.5  # a text with more capitalised words is written in capitals
RUN = 5  # words
MIX = np.uint64(0x9E3779B97F4A7C15)
TURN = np.uint64(29)


@dataclass(frozen=True)
class Signature:
    """What a report is compared by. Quotations are left out: two reports may quote one speech."""

    id: ReportId
    day: str | None  # the day it was published, ISO; None: unknown
    agency: str | None  # the agency whose credit it carries
    is_agency: bool  # whether an agency published it
    language: str | None
    words: tuple[str, ...]
    names: frozenset[str]  # words written with a capital, in lower case

    @cached_property
    def pairs(self) -> Hashes:
        """Pairs of neighbouring longer words, each once, sorted.

        Names are left out: whoever tells of the same happening uses the same names.
        """
        border = _border(self.words)
        plain = [word for word in self.words if len(word) > border and word not in self.names]
        return _grams(_hash(plain), 2)

    @cached_property
    def runs(self) -> Hashes:
        """Runs of five words, each once, sorted."""
        return _grams(_hash(list(self.words)), RUN)


def make_signature(report: Report, agency: str | None = None) -> Signature:
    """The signature of a report; `agency` is set when its outlet is a news agency."""
    body = body_of(report)
    unquoted = QUOTED.sub(" ", body)
    if len(unquoted) < LEAST_UNQUOTED * len(body):
        unquoted = body
    words = WORD.findall(unquoted)
    day = report.published.value
    return Signature(
        report.id, None if day is None else day[:10], report.credit or agency,
        agency is not None, report.language, tuple(word.lower() for word in words), _names(words),
    )  # fmt: skip


def share(part: Hashes, whole: Hashes) -> float:
    """Which share of `part` stands in `whole`, 0 to 1."""
    if not len(part):
        return 0.0
    return len(shared(part, whole)) / len(part)


def shared(one: Hashes, other: Hashes) -> Hashes:
    """The hashes that stand in both, sorted."""
    return np.intersect1d(one, other, assume_unique=True)


def _names(words: list[str]) -> frozenset[str]:
    """The words that stand with a capital more often than without; none in a text in capitals."""
    raised = Counter(word.lower() for word in words if word[0].isupper())
    if sum(raised.values()) > MOSTLY * len(words):
        return frozenset()
    plain = Counter(word for word in words if not word[0].isupper())
    return frozenset(word for word, count in raised.items() if count > plain[word])


def _border(words: tuple[str, ...]) -> int:
    """The length up to which words are left out: at most the share SHORT_WORDS of them."""
    lengths = Counter(map(len, words))
    passed, border = 0, 0
    while passed + lengths[border + 1] <= SHORT_WORDS * len(words) and border < len(words):
        border += 1
        passed += lengths[border]
    return border


def _hash(words: list[str]) -> Hashes:
    return np.fromiter((crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))


def _grams(words: Hashes, size: int) -> Hashes:
    """The runs of `size` words as hashes, each once, sorted."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = (mixed ^ words[place : place + count]) * MIX
        mixed ^= mixed >> TURN
    return np.unique(mixed)
