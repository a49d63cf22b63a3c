"""Amounts that count no victims in, hits for distance, duration, money, forces and crowds out."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as Words

from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_counts import Hit, from_amount

_WORDS = load_words("twosource.extract", "figures")
_UNITS: dict[str, str] = {
    word: measure for measure, words in _WORDS["units"].items() for word in words
}
_FORCES = frozenset(_WORDS["forces"]["words"])
_PEOPLE = frozenset({"personnel", "participants"})


def find_others(amounts: Sequence[Amount], sentence: Words) -> list[Hit]:
    """Hits for amounts with a unit; the unit's lemma is the figure's unit."""
    return [hit for amount in amounts if (hit := _read_unit(amount, sentence)) is not None]


def _read_unit(amount: Amount, sentence: Words) -> Hit | None:
    doc = sentence.doc
    place = amount.last + 1 if amount.hyphened else amount.last
    unit = doc[place] if place < sentence.end else None
    noun = unit if amount.hyphened else amount.noun
    if noun is None:
        return None
    measure = _UNITS.get(noun.lemma_.lower()) or _UNITS.get(noun.lower_)
    if noun.lower_ == "men" and not _is_force(amount, sentence):
        return None
    if measure is None or (amount.hyphened and _is_age(place, sentence)):
        return None
    name = "persons" if measure in _PEOPLE else noun.lemma_.lower()
    count = replace(from_amount(amount), unit=name, end=noun.i + 1)
    return Hit(measure, noun, count, noun)


def _is_age(place: int, sentence: Words) -> bool:
    words = [token.lower_ for token in sentence.doc[place : min(place + 3, sentence.end)]]
    return "old" in words


def _is_force(amount: Amount, sentence: Words) -> bool:
    near = sentence.doc[max(sentence.start, amount.start - 6) : amount.start]
    return any(token.lemma_.lower() in _FORCES for token in near)
