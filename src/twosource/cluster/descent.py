"""Two signatures in, why they are of one text out: copy, rewrite, or one agency's credit.

Two reports of one happening share words without either knowing the other, so a rewrite must keep
more than they do: pairs of longer words, in the same order, on the same subject. The bars were set
on pairs with known descent and on independent reports; see docs/concepts/families-and-stories.md.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from twosource.base.records import ReportId
from twosource.base.stories import Edge, Relation
from twosource.cluster.grams import RUN, Hashes, count_passages, longest_run, shared
from twosource.cluster.signatures import Signature
from twosource.cluster.spread import Spread

COPIED = 0.3  # five-word runs of the shorter text, or pairs of the derived one: the words were kept
HALF = 0.5  # five-word runs of the shorter text: a copy, wherever they stand
PASSAGE = 20  # words: passages from here on are shared paragraphs
OPENING = 60  # words in which a text tells what it is about
MUTUAL = 0.5  # five-word runs of either text: a part and a whole are not one text
FED = 0.0013  # kinship of a dispatch and a paper's text, which are known to come this way round
PEERS = 0.012  # kinship, by rare pairs alone, of two texts neither of which is an agency's
SAME_SUBJECT = 0.19  # likeness of what the two tell of, unless the words themselves were copied
FEWEST = 8  # pairs of longer words under which only equal texts are compared
SHORT = 24  # pairs of longer words under which a text can be a copy, but no rewrite is told
CHANCE = 2  # pairs that two texts share by chance
LEAST_RARE = 0.7  # rare pairs that even a paper must share with the dispatch
LEAST_SHARED = 3  # pairs that two texts must share to be compared


@dataclass(frozen=True, slots=True)
class Descent:
    """An edge, the report that is the source of the other, and how strong the evidence is."""

    edge: Edge
    source: ReportId
    strength: float  # 1 and more: the words themselves were kept
    is_firm: bool = False  # whether the two are mostly one text, or an agency fed one of them


@dataclass(frozen=True)
class _Pair:
    """Two texts, the source and the derived one, and how alike their subjects are."""

    source: Signature
    derived: Signature
    likeness: float

    @cached_property
    def pairs(self) -> Hashes:
        """The pairs of longer words that both have."""
        return shared(self.source.pairs, self.derived.pairs)

    @cached_property
    def runs(self) -> int:
        """How many five-word runs both have."""
        return len(shared(self.source.runs, self.derived.runs))

    @property
    def overlap(self) -> float:
        """The share of the derived text's pairs that the source has."""
        return len(self.pairs) / len(self.derived.pairs)

    @property
    def shares_paragraphs_only(self) -> bool:
        """Whether the two are peers that share a background or an aside, and not what they tell.

        Most of what both have stands in whole paragraphs, and the opening of neither does.
        """
        if self.is_fed or self.runs >= HALF * len(self.shorter.runs):
            return False
        texts = (self.derived, self.source)
        derived, source = texts
        whole = count_passages(derived.trail, source.runs, RUN)
        if count_passages(derived.trail, source.runs, PASSAGE) < HALF * whole:
            return False
        first = OPENING - RUN + 1  # runs
        opened = (
            count_passages(one.trail[:first], other.runs, RUN)
            for one, other in (texts, texts[::-1])
        )
        return all(words < COPIED * OPENING for words in opened)

    @property
    def tells_of_another(self) -> bool:
        """Whether days or numbers differ: one outlet tells of like happenings in like words.

        What numbers say of a dispatch and a paper is weighed (`same_numbers`), not decided.
        """
        one, other = self.source, self.derived
        differ = one.tells_other_days(other)
        if not self.is_fed:
            differ |= one.tells_other_numbers(other) or self.is_a_form_letter
        return differ

    @property
    def is_a_form_letter(self) -> bool:
        """Whether outlets wrote days apart in the same words, but hardly five of them in a row."""
        one, other = self.source, self.derived
        kept = self.runs >= COPIED * len(self.shorter.runs)
        return not (kept or one.is_agency or other.is_agency) and one.is_far_in_time(other)

    @property
    def same_numbers(self) -> float:
        """How far the numbers of a dispatch speak for descent, 0 to 1; few say little.

        With neither a number nor five words in a row in common, they speak half as loud.
        """
        ours, theirs = self.source.numbers, self.derived.numbers
        same = len(ours & theirs)
        part = (same + 0.5) / (min(len(ours), len(theirs)) + 1.5)
        told = math.sqrt(part)
        return told if same or self.runs else told / 2

    @property
    def is_same(self) -> bool:
        """Whether much of either text stands in the other word by word."""
        return self.runs >= MUTUAL * max(len(self.source.runs), len(self.derived.runs), 1)

    @property
    def shorter(self) -> Signature:
        """The shorter text, by its pairs."""
        return min(self.source, self.derived, key=lambda each: (len(each.pairs), each.id))

    @property
    def is_fed(self) -> bool:
        """Whether an agency feeds it: dispatch and paper, or two papers with one credit."""
        if self.source.is_agency or self.derived.is_agency:
            return self.source.is_agency and not self.derived.is_agency
        return self.credit is not None

    @property
    def credit(self) -> str | None:
        """The agency whose credit both carry."""
        return self.source.agency if self.source.agency == self.derived.agency else None

    @property
    def is_short(self) -> bool:
        """Whether one of the two is too short to tell a rewrite from chance."""
        return min(len(self.source.pairs), len(self.derived.pairs)) < SHORT


def find_descent(
    one: Signature, other: Signature, likeness: float = 1.0, spread: Spread | None = None
) -> Descent | None:
    """How one of two reports descends from the other; None when nothing shows that it does.

    `likeness` says how alike their subjects are, 0 to 1: set phrases make no family. `spread`
    tells which pairs are the common words of the happening or of the trade.
    """
    left, right = sorted((one, other), key=lambda each: each.id)
    pair = _direct(left, right, likeness)
    if left.has_words_of(right):
        reason = f"the two bodies are the same {len(left.words)} words"
        return Descent(
            Edge(left.id, right.id, "copy", reason, 1.0), pair.source.id, 2.0, is_firm=True
        )
    if min(len(left.pairs), len(right.pairs)) < FEWEST:
        return None
    relation, strength = _relate(pair, spread or Spread.of([]))
    if relation is None:
        return None
    edge = Edge(left.id, right.id, relation, _reason(pair), round(pair.overlap, 3))
    return Descent(edge, pair.source.id, strength, pair.is_fed or pair.is_same)


def _direct(left: Signature, right: Signature, likeness: float) -> _Pair:
    """The two in the direction of descent: by day, else from the agency, else to the longer one."""
    source, derived = sorted((left, right), key=lambda each: (len(each.pairs), each.id))
    if left.day and right.day and left.day != right.day:
        source, derived = sorted((left, right), key=lambda each: (each.day or "", each.id))
    elif left.is_agency != right.is_agency:
        source, derived = (left, right) if left.is_agency else (right, left)
    return _Pair(source, derived, likeness)


def _relate(pair: _Pair, spread: Spread) -> tuple[Relation | None, float]:
    if not pair.is_same and pair.tells_of_another:
        return None, 0.0
    overlap, runs = pair.overlap, pair.runs / max(len(pair.shorter.runs), 1)
    is_like = pair.likeness >= SAME_SUBJECT and not pair.is_short
    if runs >= COPIED or (overlap >= COPIED and is_like):
        return (None, 0.0) if pair.shares_paragraphs_only else ("copy", 1 + max(runs, overlap))
    kinship = _kinship(pair, spread) if is_like else 0.0
    if kinship < (FED if pair.is_fed else PEERS) or pair.shares_paragraphs_only:
        return None, 0.0
    is_fed_alike = pair.credit is not None and not pair.source.is_agency
    return ("credit" if is_fed_alike else "rewrite"), kinship


def _kinship(pair: _Pair, spread: Spread) -> float:
    """The share of words in the same order, times that of pairs, times the likeness of subjects."""
    rare = spread.weigh(pair.pairs)
    if rare < LEAST_RARE:
        return 0.0
    kept = len(pair.pairs) if pair.is_fed else rare
    part = max(kept - CHANCE, 0) / len(pair.derived.pairs) * pair.likeness
    if part < FED:  # spares the slow half
        return 0.0
    kept_order = LCSseq.similarity(pair.source.order, pair.derived.order)
    kinship = part * kept_order / len(pair.derived.words)
    return kinship * pair.same_numbers if pair.is_fed else kinship


def _reason(pair: _Pair) -> str:
    runs = pair.runs / max(len(pair.shorter.runs), 1)
    pairs = len(pair.pairs) / max(len(pair.shorter.pairs), 1)
    longest = _longest(pair.source, pair.derived)
    told = (
        f"{_percent(runs)} of the shorter text's five-word runs and {_percent(pairs)} of its pairs"
        f" of longer words stand in the other; the longest shared passage has {longest} words"
    )
    return told if pair.credit is None else f"both credit {pair.credit}; {told}"


def _longest(one: Signature, other: Signature) -> int:
    """The words of the longest shared passage; sought by runs of five, of which there are fewer."""
    runs = longest_run(one.trail, other.trail)
    return runs + RUN - 1 if runs else longest_run(one.words, other.words)


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"
