"""A trigger in, who takes part and with what out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import (
    bare_phrase,
    conjuncts,
    objects,
    objects_of,
    subjects,
)
from twosource.base.reading import span_of
from twosource.base.records import Actor, Participant
from twosource.extract.actor_words import collectives, quantities, singular
from twosource.extract.event_words import base_form, compound, words
from twosource.extract.mention_triggers import Trigger
from twosource.extract.mention_weapons import is_weapon

BY = frozenset({"by"})
AT = frozenset({"at", "on", "against", "upon", "with", "to", "toward", "towards", "into"})
OF = frozenset({"of", "against", "on", "at"})
MUTUAL = frozenset({"between", "among"})
MEDIATING = frozenset({"broker", "mediate", "facilitate"})
AMONG = frozenset({"between", "among", "with", "against"})
PEOPLE = frozenset({"person", "civilians", "protesters", "rioters", "unidentified"})
BODIES = frozenset({"state_government", "igo", "ngo", "media", "de_facto_authority"})
ARMED_BODIES = frozenset({"rebel_group", "militia", "state_military", "state_police"})
Role = Literal["actor", "recipient", "mediator", "affected"]
Klass = Literal["person", "group", "object"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may take part: the report's actors by the token that heads each."""

    actors: dict[int, Actor]
    places: frozenset[int]  # tokens that name a place and nothing else


def find_participants(trigger: Trigger, cast: Cast) -> list[Participant]:
    """The participants of a happening in the order of the text, each once."""
    found: dict[int, Participant] = {}
    for role, head in _roles(trigger):
        if head.i in found:
            continue
        for each in (head, *_bodies_at(head, cast)):
            participant = _participant(role, each, trigger, cast)
            if participant is not None:
                found.setdefault(each.i, participant)
    return [found[place] for place in sorted(found)]


def _bodies_at(head: Token, cast: Cast) -> Iterator[Token]:
    """The named bodies beside a noun: "guerrillas of the Front", "Front guerrillas"."""
    near = [child for child in head.lefts if child.dep_ in {"compound", "nmod"}]
    for each in (*near, *objects_of(head, frozenset({"of", "from"}))):
        actor = cast.actors.get(each.i)
        if actor is not None and actor.name and actor.kind in ARMED_BODIES:
            yield each


def _roles(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    event = trigger.event
    suffered: Role = "affected" if event is not None and event.affects else "recipient"
    if trigger.token.pos_ in {"VERB", "AUX"}:
        yield from _verb_roles(trigger, suffered)
    else:
        yield from _noun_roles(trigger, suffered)


def _verb_roles(trigger: Trigger, suffered: Role) -> Iterator[tuple[Role, Token]]:
    verb, event = trigger.token, trigger.event
    doers, done_to = subjects(verb), objects(verb)
    sufferer = event is not None and event.sufferer
    for head in doers:
        yield ("affected" if sufferer and not done_to else "actor"), head
    for head in done_to:
        yield suffered, head
    if event is not None and not event.affects:
        for head in objects_of(verb, AT):
            yield "recipient", head


def _noun_roles(trigger: Trigger, suffered: Role) -> Iterator[tuple[Role, Token]]:
    noun, verb = trigger.token, trigger.carrier
    for head in (*objects_of(noun, MUTUAL), *_doers_of_noun(noun), *_doers_of_carrier(noun, verb)):
        yield "actor", head
    # "The farmers' murder" is done to them, "the rebels' attack" by them.
    owners = suffered if _is_done_to(trigger) else "actor"
    for child in noun.lefts:
        if child.dep_ in {"poss", "compound", "nmod"}:
            for head in conjuncts(child):
                yield owners, head
    for head in objects_of(noun, OF):
        yield suffered, head
    for head in objects_of(noun, AMONG):
        yield "recipient", head
    yield from _mediators(noun, verb)
    if verb is not None:
        yield from _around(noun, verb)


def _is_done_to(trigger: Trigger) -> bool:
    event = trigger.event
    return event is not None and (event.affects or event.acled == "abduction")


def _mediators(noun: Token, verb: Token | None) -> Iterator[tuple[Role, Token]]:
    brokers = [child for child in noun.children if child.dep_ in {"acl", "relcl"}]
    for each in (*brokers, *([verb] if verb is not None else [])):
        if each.lemma_ in MEDIATING:
            for head in subjects(each):
                yield "mediator", head


def _doers_of_carrier(noun: Token, verb: Token | None) -> list[Token]:
    if verb is None or verb.lemma_ in MEDIATING:
        return []
    return [head for head in subjects(verb) if head != noun]


def _around(noun: Token, verb: Token) -> Iterator[tuple[Role, Token]]:
    for head in objects_of(verb, frozenset({"against", "on", "at", "with"})):
        if head != noun:
            yield "recipient", head


def _doers_of_noun(noun: Token) -> Iterator[Token]:
    """Who does it, by the words at an event noun: "by rebels", "the rebels' attack"."""
    yield from objects_of(noun, BY)
    yield from _blamed(noun)


def _blamed(noun: Token) -> list[Token]:
    """Who is said to have done it: "blamed rebels for the attack", "claimed responsibility for"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in {"for", "of", "with"}:
        return []
    verb = preposition.head
    if verb.lemma_ == "responsibility" and verb.dep_ == "dobj":
        return subjects(verb.head)
    return objects(verb) if verb.lemma_ in words("modality", "claimed") else []


def _participant(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Participant | None:
    if head in (trigger.token, trigger.partner, trigger.carrier):
        return None
    actor = cast.actors.get(head.i)
    klass = _class(head, actor, cast)
    if klass is None:
        return None
    if klass == "object" and role == "actor":
        return None
    span = actor.span if actor is not None else span_of(_phrase(head))
    return Participant(span, actor.id if actor else None, role, klass)


def _phrase(head: Token) -> Words:
    words_of_it = bare_phrase(head)
    start = words_of_it.start
    while start < head.i and _is_outer(head.doc[start]):
        start += 1
    return head.doc[start : words_of_it.end]


def _is_outer(token: Token) -> bool:
    """Whether a word before a noun says how many or whose, not what."""
    outer = token.pos_ == "NUM" or token.dep_ in {"poss", "case"}
    return outer or token.lower_ in quantities() or not token.text[0].isalnum()


def _class_of_actor(head: Token, actor: Actor) -> Klass:
    if actor.kind in PEOPLE:
        return "person"
    if actor.kind in BODIES or (actor.name is not None and head.pos_ == "PROPN"):
        return "group"
    return "group" if singular(head) in collectives() else "person"


def _class(head: Token, actor: Actor | None, cast: Cast) -> Klass | None:
    """Person, group or object; None for a word that takes no part: a time, a place, an act."""
    if actor is not None:
        return _class_of_actor(head, actor)
    if head.pos_ == "PRON" or head.i in cast.places or is_weapon(head):
        return None
    longer = compound(head)
    things = words("things", "words")
    if base_form(head) in things or (longer is not None and longer in things):
        return "object"
    return None
