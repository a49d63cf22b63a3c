"""The sentences that tell of one day in, those that tell it best out, best first.

The best sentence is nearest to what all sentences of the day say and to what the whole pile says,
and says nothing that was told before. A later report that looks back sums up: its sentences count
more. Standing early in its report was tried as a mark and did harm.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from twosource.reconcile.timeline_days import Told

WORD = re.compile(r"[^\W_]+")
STEM = 5  # letters by which two words are one: shelled, shelling
SHORTEST, LONGEST = 12, 60  # words of a sentence that says enough and not too much
BREVITY = 1 / 3  # how much a long sentence loses: having many words, it is near to anything
ALIKE = 0.5  # from here on two sentences say the same
UNNAMED = 0.7  # what a sentence counts that does not name the day
LOOKS_BACK = 1.3  # what one counts that names a day before the last

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Pile:
    """What all told sentences of a pile have in common.

    `rarity`: each term's weight, the more the fewer sentences have it; `centre`: what they all say.
    """

    rarity: Mapping[str, float]
    centre: Vector


def describe_pile(told: Mapping[str, Sequence[Told]]) -> Pile:
    """The terms and the centre of the told sentences, each text counted once."""
    texts = sorted({row.text for rows in told.values() for row in rows})
    counts = Counter(term for text in texts for term in set(_terms(text)))
    rarity = {term: math.log((1 + len(texts)) / count) for term, count in counts.items()}
    return Pile(rarity, _centre(_vector(text, rarity) for text in texts))


def pick_best(rows: Sequence[Told], pile: Pile, most: int) -> list[Told]:
    """Up to `most` sentences of one day, best first, none of which says what another says."""
    fit = [row for row in rows if SHORTEST <= _length(row.text) <= LONGEST]
    vectors = {row.text: _vector(row.text, pile.rarity) for row in fit}
    centre = _centre(vectors[row.text] for row in fit)
    nearness = {
        text: (_alike(vector, centre) + _alike(vector, pile.centre)) / _length(text) ** BREVITY
        for text, vector in vectors.items()
    }
    ranked = sorted(
        fit,
        key=lambda row: (
            -round(nearness[row.text] * _weight(row), 9), row.text, row.report, row.span,
        ),
    )  # fmt: skip
    chosen: list[Told] = []
    for row in ranked:
        if len(chosen) == most:
            break
        if all(_alike(vectors[row.text], vectors[one.text]) < ALIKE for one in chosen):
            chosen.append(row)
    return chosen


def say_same(left: str, right: str) -> bool:
    """Whether two sentences share half of all their words, endings cut.

    >>> say_same("Six people died in Orvan, a doctor said.", "Six people died in Orvan.")
    True
    """
    return share_of(left, right) >= ALIKE


def share_of(left: str, right: str) -> float:
    """The share of all their words that two sentences have in common, endings cut; 0 to 1."""
    one, two = set(_terms(left)), set(_terms(right))
    return len(one & two) / len(one | two) if one or two else 0.0


def _length(text: str) -> int:
    """How many words it has; `text` has single blanks."""
    return text.count(" ") + 1


def _weight(row: Told) -> float:
    """What a sentence counts by how it is bound to its day."""
    if not row.named:
        return UNNAMED
    return LOOKS_BACK if row.late else 1.0


def _terms(text: str) -> list[str]:
    words = [word.lower() for word in WORD.findall(text)]
    return [word[:STEM] for word in words if word not in STOP_WORDS and len(word) > 1]


def _vector(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    return _unit({term: n * rarity.get(term, 0.0) for term, n in Counter(_terms(text)).items()})


def _centre(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return _unit(total)


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def _alike(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return math.fsum(weight * right.get(term, 0.0) for term, weight in left.items())
