"""A word and the report's actors in, whether it is a person, a group or an object out."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from twosource.base.reading import Reading, words_of
from twosource.base.records import Actor
from twosource.extract.actor_words import collectives, singular
from twosource.extract.event_words import base_form, compound, words
from twosource.extract.mention_triggers import Trigger, read_trigger
from twosource.extract.mention_weapons import is_weapon

PEOPLE = frozenset({"person", "civilians", "protesters", "rioters", "unidentified"})
BODIES = frozenset({"state_government", "igo", "ngo", "media", "de_facto_authority"})
ARMED_BODIES = frozenset({"rebel_group", "militia", "state_military", "state_police"})
HOUSED = BODIES | ARMED_BODIES  # kinds whose name may stand for a building
NO_DOERS = frozenset({"number", "weather", "power", "fear", "danger", "disaster", "matter"})
HURT = frozenset({"affected", "recipient"})
PLURAL = frozenset({"NNS", "NNPS"})
NEW = frozenset({"det", "nummod", "poss"})
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
        return self.actors.get(token.i) or self.inside.get(token.i) or self._named_before(token)

    def _named_before(self, token: Token) -> Actor | None:
        """The person whose name runs on to a word that looks like a noun: "Jane Roe Wood"."""
        if token.i == 0 or token.tag_ not in {"NN", "NNP"} or token.nbor(-1).dep_ != "compound":
            return None
        before = self.inside.get(token.i - 1)
        return before if before is not None and before.kind == "person" else None

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place, or may: a name that is no actor's."""
        return token.i in self.places or (token.pos_ == "PROPN" and self.at(token) is None)


def cast_of(reading: Reading) -> Cast:
    """Who may take part in the happenings of a reading."""
    account = reading.account
    heads = {token.idx + len(token.text): token.i for token in reading.doc}
    actors = {heads[each.span.end]: each for each in account.actors if each.span.end in heads}
    places = frozenset(
        heads[each.span.end]
        for each in account.places
        if each.role == "location" and each.span.end in heads
    )
    return Cast(actors, places, _inside(reading))


def _inside(reading: Reading) -> dict[int, Actor]:
    """The named actors by each of their tokens."""
    found: dict[int, Actor] = {}
    for actor in reading.account.actors:
        if actor.name is not None:
            for token in words_of(reading, actor.span):
                found.setdefault(token.i, actor)
    return found


def class_of(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Klass | None:
    """Person, group or object; None for a word that takes no part: a time, a place, an act."""
    actor = cast.at(head)
    part = actor is None and base_form(head) in words("things", "parts")
    if part or head.lower_ in words("things", "nobody"):
        return None
    if is_thing(head) and role != "actor" and (actor is None or actor.kind in HOUSED):
        return "object"
    if actor is not None:
        return _class_of_actor(head, actor)
    if head.pos_ == "PRON" or head.i in cast.places or is_weapon(head):
        return None
    if role == "actor":
        return _doer(head, trigger)
    return _sufferer(role, head, trigger, cast)


def is_thing(head: Token) -> bool:
    """Whether a noun is a building, a vehicle, works: "the Agrarian Bank", "a patrol car"."""
    things = words("things", "words")
    base, longer = base_form(head), compound(head)
    if base in things or (longer is not None and longer in things):
        return True
    return head.pos_ == "NOUN" and base.endswith(tuple(sorted(words("things", "built"))))


def _class_of_actor(head: Token, actor: Actor) -> Klass:
    if actor.kind in PEOPLE:
        return "person"
    if actor.name is not None:
        return "group"
    body = singular(head) in (collectives() | words("things", "bodies"))
    return "group" if body or (actor.kind in BODIES and head.tag_ not in PLURAL) else "person"


def _doer(head: Token, trigger: Trigger) -> Klass | None:
    """A noun that no list knows is a person where it does violence and ends as one: "sappers"."""
    event = trigger.event
    forceful = event is not None and (event.violent or event.name == "disrupt_weapons")
    if not forceful or head.tag_ not in {"NN", "NNS"}:
        return None
    word = base_form(head)
    if word in words("things", "bands"):
        return "person"
    if not word.endswith(tuple(sorted(words("things", "people")))):
        return None
    return None if is_thing(head) or read_trigger(head) or word in NO_DOERS else "person"


def _sufferer(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Klass | None:
    """A noun that no list knows is a person when it is killed, hurt or taken away."""
    event = trigger.event
    if event is None or role not in HURT or head.pos_ != "NOUN" or event.sufferer:
        return None
    if not event.violent or not (event.affects or event.acled == "abduction"):
        return None
    if base_form(head) in words("things", "no_person") or head.i in cast.places:
        return None
    if read_trigger(head) is not None:
        return None
    return "person" if _is_likely_person(head) else None


def _is_likely_person(head: Token) -> bool:
    """Whether a noun that no list knows ends as words for people do, or is one of them or some."""
    if base_form(head).endswith(tuple(sorted(words("things", "people")))):
        return True
    counted = {child.lower_ for child in head.lefts if child.dep_ in NEW}
    return bool(counted) and not counted & words("things", "known")
