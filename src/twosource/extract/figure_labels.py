"""A sentence's amounts in, those of a list with its labels out: "Dead: 41  Injured: 230".

Lists do not parse: the word behind a number is the label of the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words

from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_counts import Hit, from_amount
from twosource.extract.figure_cues import ADJECTIVES, NOUNS, find_told

_MARKS = frozenset({":", "="})
_TOLLS = frozenset({"number", "total", "estimate"})
_OPENING = 4  # tokens behind the mark within which "the number" stands


def find_labelled(amounts: Sequence[Amount], sentence: Words) -> Iterator[Hit]:
    """A hit for each amount right behind a label that tells a measure."""
    doc = sentence.doc
    for amount in amounts:
        mark = amount.start - 1
        if mark <= sentence.start or doc[mark].text not in _MARKS:
            continue
        label = doc[mark - 1]
        measure = ADJECTIVES.get(label.lower_) or NOUNS.get(label.lemma_.lower())
        if measure is not None and label.text[:1].isupper() and not _tells_itself(amount, sentence):
            bare = replace(amount, end=amount.last, noun=None) if _is_next(amount) else amount
            yield Hit(measure, label, from_amount(bare), bare.noun)


def find_defined(amounts: Sequence[Amount], sentence: Words) -> Iterator[Hit]:
    """As in "100,000 to 120,000 - The number of people that were forced from their homes"."""
    doc = sentence.doc
    first = amounts[0] if amounts else None
    if first is None or first.start > sentence.start + 1 or first.last + 1 >= sentence.end:
        return
    mark = doc[first.last]
    opening = [token.lower_ for token in doc[first.last + 1 : first.last + _OPENING]]
    if mark.is_alpha or mark.like_num or not any(word in _TOLLS for word in opening):
        return
    told = next(find_told(doc[first.last + 1 : sentence.end]), None)
    if told is not None:
        yield Hit(told.measure, told.cue, from_amount(replace(first, end=first.last, noun=None)))


def _tells_itself(amount: Amount, sentence: Words) -> bool:
    """As in "Casualties: 14 dead": the word behind the number tells it, and is no label."""
    if amount.last + 1 >= sentence.end:
        return False
    word = sentence.doc[amount.last]
    told = word.lower_ in ADJECTIVES or word.lemma_.lower() in NOUNS
    return told and word.nbor().text not in _MARKS


def _is_next(amount: Amount) -> bool:
    """Whether the noun behind the number is itself a label, of the next number."""
    noun = amount.noun
    if noun is None or noun.i + 1 >= len(noun.doc):
        return False
    return noun.nbor().text in _MARKS
