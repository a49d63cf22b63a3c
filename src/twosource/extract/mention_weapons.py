"""A trigger and its sentence in, the weapons used out."""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import clause_of, objects
from twosource.base.reading import span_of
from twosource.base.records import Span
from twosource.extract.actor_words import noun_kind, quantities
from twosource.extract.event_words import LONGEST, base_form, weapon_class, weapon_classes, words
from twosource.extract.mention_triggers import Trigger

FILLING = frozenset({"fill", "load", "pack", "tip", "lace"})
WIELDING = frozenset({"arm", "wield", "brandish"})  # "men armed with rifles attacked"
MEASURES = frozenset({"kg", "mm", "caliber", "lb", "pound", "kilo", "kilogram", "made"})
STANDS_IN = frozenset({"compound", "amod", "nmod"})


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
        if kind is not None and not _is_inner(token) and _is_meant(token):
            found.append((token, kind))
    return found


def _is_meant(token: Token) -> bool:
    """Whether a word of many senses ("charge", "club", "fuel") is wielded as a weapon."""
    if weapon_class(token) is None or base_form(token) not in words("wielded", "doubtful"):
        return True
    if _listed(token) > 1:
        return True
    top = token.head
    if token.dep_ == "pobj":
        return top.lower_ == "with" or top.lemma_ == "use"
    return token.dep_ in {"dobj", "nsubjpass", "nsubj"} and top.lemma_ in words("wielded", "verbs")


def _is_struck(token: Token, trigger: Trigger) -> bool:
    """Whether the act is done to the weapon: "helicopters were destroyed", "fired on a tank"."""
    event = trigger.event
    if event is None or token == trigger.partner:
        return False
    if trigger.partner is not None and trigger.partner.lower_ == "down":
        return token in objects(trigger.token)  # "shot down a helicopter"
    if token.dep_ == "pobj" and token.head.lower_ in {"at", "on", "against"}:
        return token.head.head in (trigger.token, trigger.carrier)
    return event.name in words("wielded", "strikes") and token in objects(trigger.token)


def _listed(head: Token) -> int:
    """How many words of the list's longest weapon end in this noun."""
    classes, word, before, best = weapon_classes(), base_form(head), "", 0
    for back in range(1, LONGEST):
        if head.i - back < 0:
            break
        before = f"{head.nbor(-back).lower_} {before}"
        best = back + 1 if f"{before}{word}" in classes else best
    return best


def _is_inner(token: Token) -> bool:
    """Whether it begins a longer name: "mortar rounds"; or tells of people: "bomb experts"."""
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        return token.nbor(2).tag_ == "VBN"  # "rocket-propelled grenades"
    head = token.head
    if token.dep_ not in STANDS_IN or head.i < token.i:
        return False
    return is_weapon(head) or noun_kind(head) is not None


def weapons_of(trigger: Trigger, weapons: list[tuple[Token, str]]) -> Iterator[tuple[Span, str]]:
    """The weapons used, those in the trigger's clause that it does not strike, with classes."""
    home = clause_of(trigger.verb or trigger.token)
    homes = {home.i}
    if home.dep_ in {"xcomp", "advcl"} and home.head.lemma_ in {"use", "employ", "fire"}:
        homes.add(home.head.i)
    homes |= {child.i for child in trigger.token.rights if child.dep_ in {"acl", "relcl"}}
    for token, kind in weapons:
        if token == trigger.token or _is_struck(token, trigger):
            continue
        if _near(token, trigger) or token == trigger.partner or _home_of(token).i in homes:
            yield span_of(_name(token)), kind


def _home_of(weapon: Token) -> Token:
    """The clause of a weapon; what a shell is filled with, or a man armed with, to theirs."""
    clause = clause_of(weapon)
    filled = clause.dep_ == "acl" and clause.lemma_ in FILLING | WIELDING
    return clause_of(clause.head) if filled else clause


def _hyphened(head: Token) -> int:
    """Where the word with hyphens before a weapon begins: "medium-sized bombs", not "20-kg"."""
    doc, start = head.doc, head.i
    while start > head.sent.start + 2 and doc[start - 2].text == "-":
        if doc[start - 3].like_num or doc[start - 1].lower_ in MEASURES - {"made"}:
            break
        start -= 3
    return start


def _near(token: Token, trigger: Trigger) -> bool:
    return trigger.token in (token.head, token.head.head)


def _name(head: Token) -> Words:
    """A weapon's name with the words that say which: "car bomb", "AK-47 rifles"."""
    start = _hyphened(head)
    least = head.i - max(_listed(head) - 1, 0)
    while start > head.sent.start:
        before = head.doc[start - 1]
        joined = before.dep_ in STANDS_IN or before.text == "-" or start - 1 >= least
        listed = start - 1 >= least  # "M-16 rifles"
        counted = not listed and (before.pos_ == "NUM" or before.lower_ in quantities())
        told = before.dep_ == "amod" and before.text != "-" and not listed
        if not joined or counted or told or before.head.i > head.i:
            break
        start -= 1
    while start < head.i and (head.doc[start].text == "-" or head.doc[start].lower_ in MEASURES):
        start += 1
    return head.doc[start : head.i + 1]
