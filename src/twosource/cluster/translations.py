"""The sketches of a block in, which of them are one text in two languages out.

No model knows here what the words mean. A translation keeps the numbers and names of its source, in
the order and at the places where the source has them; a report that another reporter wrote of the
same happening has many of them too, but elsewhere. The bar is strict: a missed translation leaves
two presumed origins, a false one would hide an independent report.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import LCSseq

from twosource.base.stories import Edge
from twosource.cluster.anchors import Anchor, unpack_anchors
from twosource.cluster.descent import Descent
from twosource.cluster.grams import Hashes, hash_words
from twosource.cluster.sketches import UNDATED, Sketch, days_of
from twosource.cluster.sparse import Rows, multiply

FEWEST = 8  # anchors in the same order; with fewer nothing can be shown
NUMBERS = 3  # of them numbers
COVERED, ORDERED = 0.7, 0.85  # of the anchors of the text with fewer; of those that both have
TIED_COVERED, TIED_ORDERED = 0.6, 0.8  # the same, where outlet or agency is the same
FOREIGN = 0.25  # of the numbers of either text that the other may lack
APART = 60  # thousandths of the text, on average, between the places of one anchor
LENGTHS = (0.5, 2.0)  # words of one text to those of the other; scripts without blanks are left out
DAYS = 2  # between the days of writing
SHOWN = 8  # numbers that a reason tells
STRENGTH = 1.5  # as evidence of descent: the order of everything that can be compared


def find_translations(sketches: Sequence[Sketch]) -> Iterator[Descent]:
    """The pairs of reports that are one text in two languages."""
    if len({each.language for each in sketches} - {None}) < 2:  # noqa: PLR2004 - two languages
        return
    anchors = [unpack_anchors(each.anchors) for each in sketches]
    many = multiply(_rows(anchors)) >= FEWEST / 2
    languages = np.array([each.language or "" for each in sketches])
    lefts, rights = np.nonzero(np.triu(many & (languages[:, None] != languages), 1))
    for left, right in zip(lefts.tolist(), rights.tolist(), strict=True):
        one, other = sketches[left], sketches[right]
        if _may_be(one, other):
            found = _Pair(one, other, tuple(anchors[left]), tuple(anchors[right])).descent()
            if found is not None:
                yield found


@dataclass(frozen=True)
class _Pair:
    """Two reports in two languages and their anchors, in order."""

    one: Sketch
    other: Sketch
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]

    @cached_property
    def aligned(self) -> list[tuple[Anchor, Anchor]]:
        """The longest series of anchors that both have in one order."""
        ours, theirs = ([each.what for each in side] for side in (self.left, self.right))
        blocks = LCSseq.opcodes(ours, theirs)
        return [
            (self.left[place], self.right[place - each.src_start + each.dest_start])
            for each in blocks
            if each.tag == "equal"
            for place in range(each.src_start, each.src_end)
        ]

    @property
    def numbers(self) -> list[str]:
        """The numbers among them."""
        return [mine.what for mine, _ in self.aligned if mine.is_number]

    @property
    def tie(self) -> str | None:
        """The outlet or agency that both have; None when they have none in common."""
        owners = [{each.outlet, each.credit} - {None} for each in (self.one, self.other)]
        return min(owners[0] & owners[1], default=None)  # type: ignore[type-var]

    @property
    def fewer(self) -> int:
        """The anchors of the text that has fewer: any word of some scripts may be a name."""
        return min(len(self.left), len(self.right))

    def descent(self) -> Descent | None:
        """The edge, if all that can be compared speaks for it."""
        if len(self.aligned) < FEWEST or len(self.numbers) < NUMBERS:
            return None
        covered, ordered = len(self.aligned) / self.fewer, len(self.aligned) / self._held()
        bars = (TIED_COVERED, TIED_ORDERED) if self.tie else (COVERED, ORDERED)
        if covered < bars[0] or ordered < bars[1] or self._foreign() > FOREIGN:
            return None
        apart = sum(abs(mine.place - theirs.place) for mine, theirs in self.aligned)
        if apart > APART * len(self.aligned):
            return None
        edge = Edge(self.one.id, self.other.id, "translation", self._reason(), round(covered, 3))
        source = min((self.one, self.other), key=lambda each: (each.day or "9", each.id))
        return Descent(edge, source.id, STRENGTH, is_firm=True)

    def _held(self) -> int:
        """How many anchors both have, wherever they stand."""
        ours, theirs = (Counter(each.what for each in side) for side in (self.left, self.right))
        return sum((ours & theirs).values())

    def _foreign(self) -> float:
        """The share of the numbers of the text that lacks most, that the other has not."""
        ours, theirs = ({each.what for each in side if each.is_number}
                        for side in (self.left, self.right))  # fmt: skip
        return max(len(ours - theirs) / len(ours), len(theirs - ours) / len(theirs))

    def _reason(self) -> str:
        names = len(self.aligned) - len(self.numbers)
        told = (
            f"the same text in {self.one.language} and {self.other.language}:"
            f" {len(self.aligned)} of the {self.fewer} names and numbers of the one stand in the"
            f" other in the same order and at the same places ({', '.join(self.numbers[:SHOWN])}"
            f"{' …' if len(self.numbers) > SHOWN else ''}; {names} names)"
        )
        return f"{told}; both of {self.tie}" if self.tie else told


def _may_be(one: Sketch, other: Sketch) -> bool:
    """Whether languages, lengths and days allow it."""
    if None in {one.language, other.language} or one.language == other.language:
        return False
    days = days_of(one), days_of(other)
    if UNDATED not in days and abs(days[0] - days[1]) > DAYS:
        return False
    return LENGTHS[0] <= (one.length + 1) / (other.length + 1) <= LENGTHS[1]


def _rows(anchors: Sequence[Sequence[Anchor]]) -> Rows:
    """A row for each report: which anchors it has."""
    codes: list[Hashes] = [
        np.unique(hash_words([anchor.what for anchor in each])) for each in anchors
    ]
    return Rows.of(codes, [np.ones(len(each)) for each in codes])
