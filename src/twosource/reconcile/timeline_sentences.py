"""The sentences that tell of one day in, those that tell it best out, best first.

The best sentence is nearest to what all sentences of the day say, and says nothing that was told
before. Standing early in its report was tried as a mark and did harm.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from twosource.reconcile.timeline_days import Told

WORD = re.compile(r"[^\W_]+")
STEM = 5  # letters by which two words are one: shelled, shelling
SHORTEST, LONGEST = 12, 45  # words of a sentence that says enough and not too much
ALIKE = 0.5  # from here on two sentences say the same
UNNAMED = 0.7  # what a sentence counts that does not name the day

Vector = Mapping[str, float]


def count_rarity(told: Mapping[str, Sequence[Told]]) -> dict[str, float]:
    """Each term's weight: how few of the pile's sentences have it."""
    texts = {row.text for rows in told.values() for row in rows}
    counts = Counter(term for text in texts for term in set(_terms(text)))
    return {term: math.log((1 + len(texts)) / count) for term, count in counts.items()}


def pick_best(rows: Sequence[Told], rarity: Mapping[str, float], most: int) -> list[Told]:
    """Up to `most` sentences of one day, best first, none of which says what another says."""
    fit = [row for row in rows if SHORTEST <= row.text.count(" ") + 1 <= LONGEST]
    vectors = {row.text: _vector(row.text, rarity) for row in fit}
    centre = _centre(vectors[row.text] for row in fit)
    ranked = sorted(
        fit,
        key=lambda row: (
            -round(_fitness(row, vectors[row.text], centre), 9), row.text, row.report, row.span,
        ),
    )  # fmt: skip
    chosen: list[Told] = []
    for row in ranked:
        if len(chosen) == most:
            break
        if all(_alike(vectors[row.text], vectors[one.text]) < ALIKE for one in chosen):
            chosen.append(row)
    return chosen


def _fitness(row: Told, vector: Vector, centre: Vector) -> float:
    return _alike(vector, centre) * (1.0 if row.named else UNNAMED)


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
