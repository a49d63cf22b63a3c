"""A word of two trades in, what it tells of here out: a "strike" of workers or of warplanes.

The words of its sentence decide, else those of the whole report: a word keeps one sense within a
text (Gale, Church and Yarowsky 1992).
"""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from twosource.extract.event_words import EventType, event_named, table


def sense_of(noun: Token, event: EventType, lemma: str) -> EventType:
    """The event that a noun, or a verb without an object, tells of in its sentence or report."""
    if lemma not in table("senses"):
        return event
    near, wide = _count(lemma, noun.sent), _count(lemma, noun.doc)
    own = near.pop(event.name)
    if own > sum(near.values()) or (not any(near.values()) and _is_rarer(wide, event.name)):
        return event
    wide.pop(event.name)
    best = max(wide.values())
    chosen = [name for name, count in wide.items() if count == best]
    return event_named(chosen[0] if best and len(chosen) == 1 else table("senses")[lemma]["else"])


def _is_rarer(counts: dict[str, int], own: str) -> bool:
    """Whether no other sense is spoken for more than the noun's own."""
    return all(counts[own] >= count for name, count in counts.items() if name != own)


def _count(lemma: str, words: Iterable[Token]) -> dict[str, int]:
    """How many of the words speak for each sense."""
    lemmas = [token.lemma_.lower() for token in words]
    return {name: sum(map(signs.__contains__, lemmas)) for name, signs in _signs(lemma).items()}


@cache
def _signs(lemma: str) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(signs) for name, signs in table("senses")[lemma].items() if name != "else"
    }
