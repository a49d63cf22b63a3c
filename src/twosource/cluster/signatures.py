"""A sketch in, its signature out: what of its body is compared with other bodies."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from twosource.base.agencies import name_agency
from twosource.base.records import ReportId
from twosource.cluster.anchors import numbers_of
from twosource.cluster.grams import Hashes, find_trail
from twosource.cluster.sketches import UNDATED, Sketch
from twosource.cluster.sparse import sort_unique

NUMBERS = 4  # numbers from which on a text can be told from another one by them
SAME_NUMBERS = 0.25  # of the numbers of the text with fewer, that one text has in common
GOES_ON = 3  # days before it was written of which a text tells that names none
BESIDE = 25  # characters that an agency's name may have beside it in an outlet's name


@dataclass(frozen=True)
class Signature:
    """What a report is compared by. Quotations are left out: two reports may quote one speech."""

    id: ReportId
    day: str | None  # the day it was published, ISO; None: unknown
    agency: str | None  # the agency whose credit it carries
    is_agency: bool  # whether an agency published it
    words: Hashes  # in order
    pairs: Hashes  # pairs of neighbouring longer words, each once, sorted
    opening: frozenset[int] = frozenset()  # the days that its opening tells of
    told: frozenset[int] = frozenset()  # the days that the whole text tells of
    numbers: frozenset[str] = frozenset()  # as digits
    written: int = UNDATED  # the day of writing

    @cached_property
    def trail(self) -> Hashes:
        """Runs of five words, in order."""
        return find_trail(self.words)

    @cached_property
    def runs(self) -> Hashes:
        """Runs of five words, each once, sorted."""
        return sort_unique(self.trail)

    def has_words_of(self, other: "Signature") -> bool:
        """Whether the two bodies are the same words."""
        return len(self.words) == len(other.words) and bool((self.words == other.words).all())

    def tells_other_days(self, other: "Signature") -> bool:
        """Whether both openings tell of days, and neither text names a day of the other's."""
        if not self.opening or not other.opening:
            return False
        return self.opening.isdisjoint(other.told) and other.opening.isdisjoint(self.told)

    def is_far_in_time(self, other: "Signature") -> bool:
        """Whether what one tells lies days away from the other, which names no day in its opening.

        A text that names none tells of its day of writing, or of those just before.
        """
        if (self.opening and other.opening) or UNDATED in (self.written, other.written):
            return False
        ours, theirs = self.opening or {self.written}, other.opening or {other.written}
        near = any(abs(one - two) <= GOES_ON for one in ours for two in theirs)
        return not near and ours.isdisjoint(other.told) and theirs.isdisjoint(self.told)

    def tells_other_numbers(self, other: "Signature") -> bool:
        """Whether both give several numbers, and hardly any of one is a number of the other."""
        fewer = min(len(self.numbers), len(other.numbers))
        shared = len(self.numbers & other.numbers)
        return fewer >= NUMBERS and shared < SAME_NUMBERS * fewer

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The words in order, for comparisons of sequences."""
        return tuple(self.words.tolist())


def make_signature(sketch: Sketch, credited: Collection[str | None] = ()) -> Signature:
    """The signature of a report; `credited` are outlets that other reports credit."""
    agency = _agency(sketch, credited)
    return Signature(
        sketch.id, sketch.day, sketch.credit or agency, agency is not None,
        sketch.words, sketch.pairs,
        frozenset(sketch.opening_days.tolist()), frozenset(sketch.told_days.tolist()),
        frozenset(numbers_of(sketch.anchors)), sketch.written,
    )  # fmt: skip


def _agency(sketch: Sketch, credited: Collection[str | None]) -> str | None:
    """The agency that published the report itself; None when its outlet is no news agency.

    An outlet that reports nearby credit is one, whether or not it is widely known.
    """
    outlet = sketch.outlet
    if outlet is None or outlet in credited:
        return outlet
    agency = name_agency(outlet)
    return agency if agency is not None and len(outlet) <= len(agency) + BESIDE else None
