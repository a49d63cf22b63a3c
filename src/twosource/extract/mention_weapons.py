"""A trigger and its sentence in, the weapons used out."""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import clause_of
from twosource.base.reading import span_of
from twosource.base.records import Span
from twosource.extract.actor_words import quantities
from twosource.extract.event_words import base_form, weapon_classes
from twosource.extract.mention_triggers import Trigger

LONGEST = 3  # words of a weapon's name in the list
STANDS_IN = frozenset({"compound", "amod", "nmod"})


def weapon_class(head: Token) -> str | None:
    """The class of weapon that a noun names with the words before it; None for no weapon."""
    classes = weapon_classes()
    word = base_form(head)
    before = ""
    for back in range(1, LONGEST):
        if head.i - back < 0:
            break
        before = f"{head.nbor(-back).lower_} {before}"
        found = classes.get(f"{before}{word}")
        if found is not None:
            return found
    return classes.get(word) if head.pos_ == "NOUN" or head.text.isupper() else None


def is_weapon(head: Token) -> bool:
    """Whether a noun names a weapon."""
    return head.pos_ in {"NOUN", "PROPN"} and weapon_class(head) is not None


def weapons_in(sentence: Words) -> list[tuple[Token, str]]:
    """The weapons that a sentence names, with their classes."""
    found = []
    for token in sentence:
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        kind = weapon_class(token)
        if kind is not None and not _is_inner(token):
            found.append((token, kind))
    return found


def _is_inner(token: Token) -> bool:
    """Whether the word only begins a longer weapon's name: "mortar" in "mortar rounds"."""
    return token.dep_ in STANDS_IN and token.head.i > token.i and is_weapon(token.head)


def weapons_of(trigger: Trigger, weapons: list[tuple[Token, str]]) -> Iterator[tuple[Span, str]]:
    """The weapons that stand in the trigger's clause, as spans with their classes."""
    home = clause_of(trigger.verb or trigger.token)
    homes = {home.i}
    if home.dep_ in {"xcomp", "advcl"} and home.head.lemma_ in {"use", "employ", "fire"}:
        homes.add(home.head.i)
    for token, kind in weapons:
        if token == trigger.token:
            continue
        if _near(token, trigger) or clause_of(token).i in homes:
            yield span_of(_name(token)), kind


def _near(token: Token, trigger: Trigger) -> bool:
    return trigger.token in (token.head, token.head.head)


def _name(head: Token) -> Words:
    """A weapon's name with the words that say which: "car bomb", "AK-47 rifles"."""
    start = head.i
    while start > head.sent.start:
        before = head.doc[start - 1]
        joined = before.dep_ in STANDS_IN or before.text == "-"
        counted = before.pos_ == "NUM" or before.lower_ in quantities()
        if not joined or counted or before.head.i > head.i:
            break
        start -= 1
    return head.doc[start : head.i + 1]
