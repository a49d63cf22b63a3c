"""A trigger in, who takes part and with what out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_demonym
from twosource.base.grammar import (
    bare_phrase,
    conjuncts,
    objects,
    objects_of,
    subjects,
)
from twosource.base.reading import span_of
from twosource.base.records import Actor, Participant, Span
from twosource.extract.actor_words import collectives, quantities, singular
from twosource.extract.event_words import base_form, compound, words
from twosource.extract.mention_targets import struck_near, told_apart
from twosource.extract.mention_triggers import Trigger, read_trigger
from twosource.extract.mention_weapons import is_weapon

BY = frozenset({"by"})
BLAME = frozenset({"on", "to"})
PERPETRATED = frozenset({"acl", "relcl"})
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
    inside: dict[int, Actor]  # named actors by each of their tokens

    def at(self, token: Token) -> Actor | None:
        """The actor that a word heads, or the named one that it is part of."""
        return self.actors.get(token.i) or self.inside.get(token.i)

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place, or may: a name that is no actor's."""
        return token.i in self.places or (token.pos_ == "PROPN" and self.at(token) is None)


def find_participants(trigger: Trigger, cast: Cast) -> list[Participant]:
    """The participants of a happening in the order of the text, each once."""
    found: dict[int, Participant] = {}
    for role, first in _roles(trigger):
        for head in (first, *told_apart(first)):
            if head.i in found:
                continue
            named = _name_beside(head, cast) or head
            for each in (named, *_bodies_at(head, cast), *_owners_at(head, cast)):
                participant = _participant(role, each, trigger, cast)
                if participant is not None:
                    found.setdefault(participant.span.end, participant)
    return [found[place] for place in sorted(found)]


def _name_beside(head: Token, cast: Cast) -> Token | None:
    """The person's name beside a word for the person: "the banker, Jane Roe"."""
    own = cast.at(head)
    if own is None or own.name is not None:
        return None
    beside = [child for child in head.rights if child.dep_ == "appos"]
    named = [each for each in beside if (actor := cast.at(each)) and actor.kind == "person"]
    return next((each for each in named if cast.at(each).name), None)  # type: ignore[union-attr]


def _owners_at(head: Token, cast: Cast) -> Iterator[Token]:
    """The person whose house or car is struck: "the home of the mayor"."""
    if base_form(head) not in words("things", "homes"):
        return
    for each in (*[child for child in head.lefts if child.dep_ == "poss"], *objects_of(head, OF)):
        actor = cast.at(each)
        if actor is not None and actor.kind == "person":
            yield each


def _bodies_at(head: Token, cast: Cast) -> Iterator[Token]:
    """The named bodies beside a noun: "guerrillas of the Front", "Front guerrillas"."""
    near = [child for child in head.lefts if child.dep_ in {"compound", "nmod"}]
    for each in (*near, *objects_of(head, frozenset({"of", "from"}))):
        actor = cast.at(each)
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
    for head in struck_near(verb, trigger):
        yield "recipient", head
    if event is not None and not event.affects:
        for head in objects_of(verb, AT):
            yield "recipient", head


def _noun_roles(trigger: Trigger, suffered: Role) -> Iterator[tuple[Role, Token]]:
    noun, verb = trigger.token, trigger.carrier
    for head in (*objects_of(noun, MUTUAL), *_doers_of_noun(noun), *_doers_of_carrier(noun, verb)):
        yield "actor", head
    yield from _owners(trigger, suffered)
    for head in objects_of(noun, OF):
        yield suffered, head
    for head in _struck(noun, trigger):
        yield "recipient", head
    yield from _mediators(noun, verb)
    if verb is not None:
        yield from _around(noun, verb)


def _owners(trigger: Trigger, suffered: Role) -> Iterator[tuple[Role, Token]]:
    """The owners: "the farmers' murder" is done to them, "the rebels' attack" by them."""
    role: Role = suffered if _is_done_to(trigger) else "actor"
    for child in trigger.token.lefts:
        if child.dep_ in {"poss", "compound", "nmod"}:
            for head in conjuncts(child):
                yield role, head


def _struck(noun: Token, trigger: Trigger) -> Iterator[Token]:
    """Whom or what an act strikes by the prepositions at it and at the verb that carries it out."""
    for word in (noun, *_perpetrated(noun)):
        yield from objects_of(word, AMONG)
        yield from struck_near(word, trigger)


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
    if verb is None or verb.lemma_ in MEDIATING or verb.lemma_ in words("support", "telling"):
        return []
    return [head for head in subjects(verb) if head != noun]


def _around(noun: Token, verb: Token) -> Iterator[tuple[Role, Token]]:
    for head in objects_of(verb, frozenset({"against", "on", "at", "with", "to"})):
        if head != noun and verb.lemma_ not in words("support", "blaming"):
            yield "recipient", head


def _doers_of_noun(noun: Token) -> Iterator[Token]:
    """Who does it, by the words at an event noun: "by rebels", "the rebels' attack"."""
    yield from objects_of(noun, BY)
    yield from _blamed(noun)
    for clause in _perpetrated(noun):
        yield from subjects(clause)


def _perpetrated(noun: Token) -> list[Token]:
    """The verbs that say who did it: "the attack that was perpetrated by", "claimed by"."""
    return [
        child for child in noun.rights
        if child.dep_ in PERPETRATED and child.lemma_ in words("support", "perpetrating")
    ]  # fmt: skip


def _blamed(noun: Token) -> list[Token]:
    """Who is said to have done it: "blamed rebels for the attack", "claimed responsibility for"."""
    verb = noun.head
    if verb.lemma_ in words("support", "blaming") and noun.dep_ in {"dobj", "nsubjpass"}:
        return objects_of(verb, BLAME)
    if noun.dep_ != "pobj" or verb.lower_ not in {"for", "of", "with", "in"}:
        return []
    verb = verb.head
    if verb.lemma_ == "responsibility" and verb.dep_ in {"dobj", "nsubjpass"}:
        return subjects(verb.head)
    if verb.lemma_ in {"responsible", "guilty"} and verb.head.pos_ in {"VERB", "AUX"}:
        return objects(verb.head.head) if verb.head.dep_ == "xcomp" else subjects(verb.head)
    return objects(verb) if verb.lemma_ in words("modality", "claimed") else []


def _participant(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Participant | None:
    if head in (trigger.token, trigger.partner, trigger.carrier):
        return None
    actor = cast.at(head)
    klass = _class(head, actor, cast) or _sufferer(role, head, trigger, cast)
    if klass is None:
        return None
    if klass == "object" and role == "actor":
        return None
    span = own_span(head, actor, cast) if actor is not None else span_of(_phrase(head))
    return Participant(span, actor.id if actor else None, role, klass)


def _sufferer(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Klass | None:
    """A noun that no list knows is a person when it is killed, hurt or taken away."""
    event = trigger.event
    hurt = event is not None and (event.affects or event.acled == "abduction") and event.violent
    if not hurt or role != "affected" or head.pos_ != "NOUN" or head.i in cast.places:
        return None
    known = base_form(head) in words("things", "no_person") or is_weapon(head)
    return None if known or read_trigger(head) is not None or event.sufferer else "person"  # type: ignore[union-attr]


def own_span(head: Token, actor: Actor, cast: Cast) -> Span:
    """An actor's words without the body that it belongs to, which takes part by itself."""
    if actor.name is not None or actor.kind not in ARMED_BODIES | {"unidentified"}:
        return actor.span
    start = head.i
    while start > 0 and head.doc[start - 1].idx >= actor.span.start:
        before = head.doc[start - 1]
        if before.i in cast.inside or by_demonym(before.text):
            break
        start -= 1
    return Span(head.doc[start].idx, actor.span.end)


def _phrase(head: Token) -> Words:
    words_of_it = bare_phrase(head)
    start = words_of_it.start
    while start < head.i and _is_outer(head.doc[start]):
        start += 1
    return head.doc[start : words_of_it.end]


def _is_outer(token: Token) -> bool:
    """Whether a word before a noun says how many or whose, not what."""
    outer = token.pos_ in {"NUM", "CCONJ"} or token.dep_ in {"poss", "case"}
    return outer or token.lower_ in quantities() or not token.text[0].isalnum()


def _class_of_actor(head: Token, actor: Actor) -> Klass:
    if actor.kind in PEOPLE:
        return "person"
    if actor.kind in BODIES or actor.name is not None:
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
