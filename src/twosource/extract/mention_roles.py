"""A trigger in, who takes part and with what out."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import conjuncts, objects, objects_of, subjects
from twosource.base.records import Participant
from twosource.extract.event_words import base_form, words
from twosource.extract.mention_aims import (
    MUTUAL,
    aimed_at,
    behind_be,
    doers_of_deed,
    glossed_before,
    is_hit,
    meant,
)
from twosource.extract.mention_blame import claimers, doers_of_noun, perpetrated, senders
from twosource.extract.mention_cast import ARMED_BODIES, PEOPLE, Cast, Role, class_of, is_thing
from twosource.extract.mention_spans import span_at
from twosource.extract.mention_targets import (
    far_objects,
    named_by,
    strayed,
    struck_near,
    told_apart,
    whole_of,
)
from twosource.extract.mention_triggers import Trigger
from twosource.extract.mention_weapons import is_weapon

AT = frozenset({"at", "on", "onto", "against", "upon", "to", "toward", "towards", "into"})
MEETING = AT | {"with"}  # "clashed with the army"; whoever kills or bombs does it with a weapon
FALL_TO = ("fall", "to")  # the town fell to them: they took it
COME_UNDER = frozenset({("come", "fire"), ("come", "attack")})  # they are shot at
BY = frozenset({"from", "by"})
OF_DAMAGE = frozenset({"to", "of"})
OF = frozenset({"of", "against", "on", "at"})
MEDIATING = frozenset({"broker", "mediate", "facilitate"})
INNER = frozenset({"of", "for"})  # "the leader of the Dawn Party, Jane Roe"
NAMING = frozenset({"compound", "nmod"})
AMONG = frozenset({"between", "among", "with", "against"})


def find_participants(trigger: Trigger, cast: Cast) -> list[Participant]:
    """The participants of a happening in the order of the text, each once."""
    found: dict[tuple[int, str | None], Participant] = {}
    for role, first in _roles(trigger, cast):
        for head in (*whole_of(first), *strayed(first), *told_apart(first)):
            named = _names_beside(head, cast) or [head]
            for each in (*named, *_bodies_at(head, cast), *_owners_at(head, cast)):
                participant = _participant(role, each, trigger, cast)
                if participant is not None:
                    found.setdefault((participant.span.end, participant.actor), participant)
    return sorted(found.values(), key=lambda each: (each.span.end, each.span.start))


def _names_beside(head: Token, cast: Cast) -> list[Token]:
    """The persons' names beside a word for them: "the banker, Jane Roe", "a couple, A and B"."""
    own = cast.at(head)
    if own is None:
        return _explained(head, cast)
    if own.name is not None:
        return []
    beside = [child for child in (*head.rights, *head.head.rights) if _is_beside(child, head)]
    beside += [child for inner in objects_of(head, INNER) for child in inner.rights
               if child.dep_ == "appos" and not _is_person(inner, cast)]  # fmt: skip
    named = [each for child in beside for each in conjuncts(child)]
    return [each for each in named if _is_named_person(each, cast)]


def _explained(head: Token, cast: Cast) -> list[Token]:
    """The actors that explain a noun that is none: "the organization, the New Front"."""
    beside = [child for child in head.rights if child.dep_ == "appos" and not is_thing(head)]
    return [child for child in beside if cast.at(child) is not None]


def _is_beside(child: Token, head: Token) -> bool:
    """Whether a name explains a noun: an apposition, or a loose name right behind its comma."""
    if child.head == head:
        return child.dep_ == "appos"
    first = child.left_edge.i
    return child.dep_ == "npadvmod" and first == head.i + 2 and head.nbor(1).lower_ == ","


def _is_person(head: Token, cast: Cast) -> bool:
    actor = cast.at(head)
    return actor is not None and actor.kind in PEOPLE


def _is_named_person(head: Token, cast: Cast) -> bool:
    actor = cast.at(head)
    return actor is not None and actor.kind == "person" and actor.name is not None


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
    behind = objects_of(head, frozenset({"of", "from"}))
    for each in (*near, *behind, *glossed_before(head)):
        actor = cast.at(each)
        if actor is not None and actor.kind in ARMED_BODIES and (actor.name or each in behind):
            yield each


def _roles(trigger: Trigger, cast: Cast) -> Iterator[tuple[Role, Token]]:
    event = trigger.event
    if trigger.carrier is not None and trigger.token.lower_ in words("harmed", "words"):
        yield from (("affected", head) for head in named_by(trigger.carrier))
        return
    suffered: Role = "affected" if event is not None and event.affects else "recipient"
    if trigger.token.pos_ in {"VERB", "AUX"}:
        yield from _verb_roles(trigger, suffered, cast)
    else:
        yield from _noun_roles(trigger, suffered, cast)


def _verb_roles(trigger: Trigger, suffered: Role, cast: Cast) -> Iterator[tuple[Role, Token]]:
    verb, event = trigger.token, trigger.event
    doers, done_to = _two_sides(trigger)
    sufferer = event is not None and event.sufferer
    hit = is_hit(trigger)
    for head in () if doers and not sufferer else doers_of_deed(verb):
        yield "actor", head
    for head in (meant(each) for each in doers):
        yield ("affected" if hit or (sufferer and not done_to) else "actor"), head
    for head in () if hit else (*done_to, *behind_be(verb)):
        yield suffered, head
    for head in (*_struck_things(verb, trigger, cast), *_unhurt_when(trigger)):
        yield "recipient", head
    if event is not None and not event.affects:
        yield from aimed_at(trigger, AT if event.violent else MEETING)


def _two_sides(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom: whoever finds the dead does nothing to them."""
    verb, event = trigger.token, trigger.event
    doers, done_to = subjects(verb), objects(verb)
    doers += [each for weapon in doers if is_weapon(weapon) for each in senders(weapon)]
    if trigger.partner is not None and (verb.lemma_, trigger.partner.lower_) == FALL_TO:
        return objects_of(verb, frozenset({"to"})), doers
    if trigger.partner is not None and (verb.lemma_, trigger.partner.lower_) in COME_UNDER:
        return [*objects_of(verb, BY), *objects_of(trigger.partner, BY)], doers
    if verb.dep_ == "pcomp" and base_form(verb.head.head) in words("support", "credits"):
        return claimers(verb.head.head), done_to
    found = verb.lemma_ in words("support", "finding") and event is not None and event.violent
    return ([] if found else doers), done_to


def _struck_things(word: Token, trigger: Trigger, cast: Cast) -> list[Token]:
    """What an act struck by the words beside it: things, not the people who stood near."""
    near = struck_near(word, trigger)
    return [head for head in near if cast.at(head) is None or is_thing(head)]


def _noun_roles(trigger: Trigger, suffered: Role, cast: Cast) -> Iterator[tuple[Role, Token]]:
    noun, verb = trigger.token, trigger.carrier
    between = objects_of(verb, MUTUAL) if verb is not None else []
    for head in (*objects_of(noun, MUTUAL), *between):
        yield (suffered if _is_done_to(trigger) else "actor"), head
    for head in (*doers_of_noun(noun), *_doers_of_carrier(noun, verb)):
        yield "actor", head
    yield from _owners(trigger, suffered, cast)
    near = objects_of(noun, OF_DAMAGE if noun.lemma_ == "damage" else OF)
    far = far_objects(noun) if not near and _is_done_to(trigger) else []
    for head in (*near, *(each for each in far if _is_somebody(each, cast))):
        yield suffered, head
    for head in _struck(noun, trigger, cast):
        yield "recipient", head
    yield from _mediators(noun, verb)
    if verb is not None:
        yield from _around(noun, verb)
    yield from _escaped(noun, verb)


def _is_somebody(head: Token, cast: Cast) -> bool:
    actor = cast.at(head)
    return actor is not None and actor.kind in PEOPLE


def _escaped(noun: Token, verb: Token | None) -> Iterator[tuple[Role, Token]]:
    """Who came through it: "survived the attack", "escaped unhurt from an attack"."""
    upper = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "from" else noun.head
    if upper != verb and upper.lemma_ in words("support", "escaping") and upper.pos_ == "VERB":
        yield from (("recipient", head) for head in subjects(upper))
    above = noun.head.head
    unhurt = words("support", "unhurt")
    state = above.head if above.lower_ in unhurt else above
    if noun.dep_ == "pobj" and any(child.lower_ in unhurt for child in state.children):
        yield from (("recipient", head) for head in subjects(state))


def _unhurt_when(trigger: Trigger) -> list[Token]:
    """Who came through what a clause tells: "escaped unhurt when snipers fired on the car"."""
    verb, upper = trigger.token, trigger.token.head
    violent = trigger.event is not None and trigger.event.violent
    escaped = verb.dep_ == "advcl" and upper.lemma_ in words("support", "escaping")
    return subjects(upper) if violent and escaped else []


def _owners(trigger: Trigger, suffered: Role, cast: Cast) -> Iterator[tuple[Role, Token]]:
    """The owners: "the farmers' murder" is done to them, "the rebels' attack" by them."""
    role: Role = suffered if _is_done_to(trigger) else "actor"
    for child in trigger.token.lefts:
        if child.dep_ == "poss" or (child.dep_ in NAMING and not _is_manner(child, cast)):
            for head in conjuncts(child):
                yield role, head


def _is_manner(child: Token, cast: Cast) -> bool:
    """Whether the noun before an act says of what sort it is: "a guerrilla attack"."""
    if cast.at(child) is None:
        return True
    return child.tag_ == "NN" and base_form(child) in words("support", "sorts")


def _struck(noun: Token, trigger: Trigger, cast: Cast) -> Iterator[Token]:
    """Whom or what an act strikes by the prepositions at it and at the verb that carries it out."""
    carrier = trigger.carrier
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "hit":
        yield from objects(noun.head)  # "the strikes hit a market"
    happened = carrier is not None and carrier.lemma_ in words("support", "happening")
    if carrier is not None and carrier.lemma_ in words("support", "suffering"):
        yield from subjects(carrier)
    done = [each for each in perpetrated(noun) if each.lemma_ not in words("support", "blaming")]
    for word in (noun, *done, *((carrier,) if happened and carrier else ())):
        yield from objects_of(word, AMONG if word == noun else AT)
        yield from _struck_things(word, trigger, cast)
    for clause in noun.rights:
        if clause.dep_ == "acl" and clause.lemma_ in words("support", "inflicting"):
            yield from objects_of(clause, AT)


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


def _is_half(head: Token, role: Role, trigger: Trigger, cast: Cast) -> bool:
    """Whether a word is only half of a pair: not the drones that struck, the cars that burned."""
    if head != trigger.partner:
        return False
    struck = role != "actor" and is_thing(head) and not is_weapon(head)
    return not struck and (role != "actor" or cast.at(head) is None)


def _participant(role: Role, head: Token, trigger: Trigger, cast: Cast) -> Participant | None:
    if head in (trigger.token, trigger.carrier) or _is_half(head, role, trigger, cast):
        return None
    klass = class_of(role, head, trigger, cast)
    if klass is None or (klass == "object" and role == "actor"):
        return None
    actor = cast.at(head) if klass != "object" else None
    span = span_at(head, actor, cast)
    return Participant(span, actor.id if actor else None, role, klass)
