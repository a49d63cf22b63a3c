"""Two clues in, how likely they tell of one event out, with the reason in words."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.base.records import ReportId
from twosource.base.vocabulary import load_words
from twosource.link.bars import find_bar
from twosource.link.clues import Clue, cosine
from twosource.link.concepts import is_light, is_pronoun, likeness, stem_of, words_of
from twosource.link.topics import ONSET

Texts = Callable[[ReportId, ReportId], float]
SURE = 0.9  # two mentions of one day on which the fighting of one story set in
APART = -1.0  # a pair that cannot be one event: it pulls whole groups apart


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two mentions tell of one event (0 to 1, negative: they cannot), and why."""

    value: float
    reason: str


def compare_texts(clues: Sequence[Clue]) -> Texts:
    """A function that tells how alike two reports are; each pair is compared once."""
    texts = {clue.report: clue.text for clue in clues}

    @cache
    def between(left: ReportId, right: ReportId) -> float:
        return cosine(texts[left], texts[right])

    return lambda left, right: between(min(left, right), max(left, right))


def score_pair(left: Clue, right: Clue, texts: Texts) -> Score:
    """The score of two mentions; the order of the two changes nothing."""
    bar = find_bar(left, right)
    if bar is not None:
        return Score(APART, bar)
    if left.lemma == right.lemma == ONSET and left.when is not None and left.when == right.when:
        return Score(SURE, "both tell that fighting set in, same day")
    marks = compare(left, right, texts)
    weights: dict[str, float] = load_words("twosource.link", "weights")["pair"]
    total = weights["start"] + math.fsum(
        weights[name] * value for name, value in marks.items() if name in weights
    )
    return Score(1 / (1 + math.exp(-total)), explain(left, right, marks))


def compare(left: Clue, right: Clue, alike_texts: Texts) -> dict[str, float]:
    """What the two share, each mark between 0 and 1."""
    alike = likeness(left.lemma, right.lemma)
    same_class = _same_class(left, right)
    bound = float(alike > 0 or same_class)
    here = float(left.report == right.report)
    texts = 0.0 if here else alike_texts(left.report, right.report)
    pronoun = float(is_pronoun(left.lemma) or is_pronoun(right.lemma))
    neighbours = float(here and abs(left.position - right.position) == 1)
    return {
        "word": float(alike == 1.0),
        "stem": float(alike == 0.9),  # noqa: PLR2004 - the levels of `likeness`
        "group": float(alike == 0.7 or (same_class and not alike)),  # noqa: PLR2004
        "light": float(is_light(left.lemma) and is_light(right.lemma)),
        "sentence": cosine(left.sentence, right.sentence),
        "company": math.sqrt(cosine(left.company, right.company)),
        "told_beside": float(_stands_in(left, right) or _stands_in(right, left)),
        "text": texts,
        "text_bound": texts * bound,
        "text_bound_squared": texts * texts * bound,
        "here": here,
        "here_bound": here * bound,
        "one_sentence": float(here and left.mention.sentence == right.mention.sentence),
        "pronoun": pronoun,
        "pronoun_beside": pronoun * neighbours,
        "day": float(left.when is not None and left.when == right.when) * bound,
        "place": float(left.place is not None and left.place == right.place) * bound,
        "actors": float(bool(left.actors & right.actors)) * bound,
        "leads": float(left.leads and right.leads and not here) * bound,
    }


def explain(left: Clue, right: Clue, marks: dict[str, float]) -> str:
    """The marks in words: 'both say "arrest", same day'."""
    told: list[str] = []
    if marks["word"]:
        told.append(f'both say "{min(left.lemma, right.lemma, key=lambda x: (len(x), x))}"')
    elif marks["stem"] or marks["group"]:
        first, second = sorted((left.lemma, right.lemma))
        told.append(f'"{first}" and "{second}" are of one kind')
    shared = {
        "leads": "what both reports are about",
        "day": "same day",
        "place": f"same place ({left.place})",
    }
    told += [words for mark, words in shared.items() if marks[mark]]
    if marks["actors"]:
        told.append("same " + min(left.actors & right.actors)[0])
    if marks["company"] >= 0.45 or marks["sentence"] >= 0.3:  # noqa: PLR2004
        told.append("like words around them")
    elif marks["text"] >= 0.3:  # noqa: PLR2004
        told.append("like reports")
    return ", ".join(told) or "like surroundings"


def _stands_in(left: Clue, right: Clue) -> bool:
    """Whether the one's word stands beside the other's: then they are told as two things.

    Words for those who take part tell no second thing: demonstrators gathered.
    """
    stems = {stem_of(word) for word in words_of(left.lemma)} - right.doers
    return any(stem in right.company for stem in stems)


def _same_class(left: Clue, right: Clue) -> bool:
    one, two = left.mention.plover, right.mention.plover
    if one.event is None or one.event != two.event:
        return False
    return bool(set(one.mode) & set(two.mode))
