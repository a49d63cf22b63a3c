"""A trigger or a sentence in, the signs around it that decide the type of a happening out."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import objects, objects_of, subjects
from twosource.base.records import Participant
from twosource.extract.event_words import (
    base_form,
    compound,
    event_words,
    weapon_class,
    weapon_classes,
    words,
)
from twosource.extract.mention_cast import Cast
from twosource.extract.mention_company import (
    ACCIDENT,
    AT_PROTEST,
    BOMBED,
    BOMBER,
    CHEMICAL,
    FORCES,
    FROM_AIR,
    GRIEVANCE,
    IN_BATTLE,
    LAND,
    MANY,
    MILITARY,
    QUIET,
    SUICIDE,
)
from twosource.extract.mention_triggers import Trigger

ON = frozenset({"on", "against", "at"})
OF = frozenset({"of"})
PROTESTED_AT = frozenset({"at", "against", "over", "about"})
AT_IT = frozenset({"at", "during", "in"})
ACTS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
WORN = frozenset({"belt", "vest", "belts", "vests"})
FORCE_WORDS = frozenset({"military", "army", "naval", "infantry", "garrison", "barracks"})
DURING = frozenset({"in", "during", "amid", "after", "following", "from"})
CROWDS = frozenset({"people", "crowd", "mob"})


def signs_of(trigger: Trigger, participants: Sequence[Participant], cast: Cast) -> frozenset[str]:
    """Signs beside names and kinds: land that is taken, a thing of war, many civilians at work."""
    verb = trigger.verb
    signs = {IN_BATTLE} if _falls_in_battle(trigger) else set()
    if _is_protested(trigger.token):
        signs.add(GRIEVANCE)
    if verb is None:
        return frozenset(signs)
    doing = any(each.role == "actor" for each in participants)
    return frozenset(signs | _manner(trigger, verb) | _ground(trigger, verb, cast)) | (
        {MANY} if _are_many(verb, cast, doing=doing) else set()
    )


def _is_protested(word: Token) -> bool:
    """Whether it is what people protest at, not what happened there: "protest at the killing"."""
    if word.dep_ not in {"pobj", "pcomp"} or word.head.lower_ not in PROTESTED_AT:
        return False
    above, before = word.head.head, word.doc[max(word.head.i - 1, 0)]
    verb = event_words().verbs.get(above.lemma_.lower())
    return _is_protest(before) or (verb is not None and verb.name == "protest")


def _manner(trigger: Trigger, verb: Token) -> set[str]:
    """How it was done: at a protest, without a fight, from the air."""
    shown = {
        AT_PROTEST: any(map(_is_protest, objects_of(verb, AT_IT)))
        or any(map(_protests, objects(verb))),
        QUIET: _is_done_quietly(verb),
        BOMBED: trigger.token.lemma_.lower() in words("things", "bombing"),
        BOMBER: any(base_form(head) == "bomber" for head in subjects(verb)),
        FROM_AIR: any(weapon_class(head) == "air" for head in subjects(verb)),
    }
    return {name for name, shows in shown.items() if shows}


def _ground(trigger: Trigger, verb: Token, cast: Cast) -> set[str]:
    """What it fell on: land, or what belongs to forces."""
    struck = _struck_by(trigger, verb)
    struck += [each for head in struck if cast.at(head) is None for each in objects_of(head, OF)]
    bases = {base for head in struck for base in (base_form(head), compound(head))}
    signs = set()
    if any(map(cast.is_place, struck)) or words("things", "grounds") & bases:
        signs.add(LAND)
    if words("things", "military") & bases or any(_is_of_forces(head, cast) for head in struck):
        signs.add(MILITARY)
    return signs


def _are_many(verb: Token, cast: Cast, *, doing: bool) -> bool:
    """Whether civilians in the plural do it, or do it to each other."""
    if any(each.lower_ == "other" and each.nbor(-1).lower_ == "each" for each in objects(verb)):
        return True
    return doing and any(_is_many(head, cast) for head in subjects(verb))


def _is_done_quietly(verb: Token) -> bool:
    """Whether it took no fight: "peacefully took over", "entered the town without resistance"."""
    quiet = words("things", "quiet")
    if any(child.lower_ in quiet for child in verb.children):
        return True
    return any(base_form(each) in quiet for each in objects_of(verb, frozenset({"without"})))


def _struck_by(trigger: Trigger, verb: Token) -> list[Token]:
    """What the act falls on: the verb's object, and what stands behind "on" at an event noun."""
    if verb == trigger.token:
        return objects(verb) or (subjects(verb) if verb.lemma_ == "fall" else [])
    return [*objects(verb), *objects_of(trigger.token, ON), *objects_of(verb, ON | {"into"})]


def _is_of_forces(head: Token, cast: Cast) -> bool:
    """Whether what is struck belongs to armed forces: "the brigade's depot", "army positions"."""
    actor = cast.at(head)
    if actor is not None:
        return False
    near = [child for child in head.lefts if child.dep_ in {"poss", "compound", "amod", "nmod"}]
    for child in (*near, *objects_of(head, frozenset({"of"}))):
        owner = cast.at(child)
        if (owner is not None and owner.kind in FORCES) or child.lower_ in FORCE_WORDS:
            return True
    return False


def sentence_signs(sentence: Words) -> frozenset[str]:
    """What a sentence shows by single words: a bomber who dies, an accident."""
    suicidal, accidents = words("things", "suicidal"), words("things", "accidents")
    signs = set()
    for token in sentence:
        if token.pos_ not in ACTS:
            continue
        if token.lower_ in suicidal or (token.lower_ in WORN and compound(token) in suicidal):
            signs.add(SUICIDE)
        if base_form(token) in accidents:
            signs.add(ACCIDENT)
        if _is_chemical(token):
            signs.add(CHEMICAL)
    return frozenset(signs)


def _is_chemical(token: Token) -> bool:
    sure = base_form(token) not in words("wielded", "doubtful")
    return weapon_class(token) == "chemical" and (sure or compound(token) in weapon_classes())


def _falls_in_battle(trigger: Trigger) -> bool:
    """Whether people came to harm in a battle that the sentence names beside it."""
    event = trigger.event
    return event is not None and event.affects and any(map(_is_battle, _governors(trigger.token)))


def _governors(word: Token) -> Iterator[Token]:
    """The nouns behind "in", "during" and the like at a word, and at the verb it hangs on."""
    for head in (word, word.head, word.head.head):
        yield from objects_of(head, DURING)


def _is_battle(noun: Token) -> bool:
    event = event_words().nouns.get(base_form(noun)) or event_words().nouns.get(
        compound(noun) or ""
    )
    return event is not None and event.acled == "clash" and event.needs is None


def _is_protest(noun: Token) -> bool:
    event = event_words().nouns.get(base_form(noun))
    return event is not None and event.name == "protest"


def _protests(head: Token) -> bool:
    """Whether somebody is described as protesting: "activists who were holding a picket"."""
    for clause in head.rights:
        if clause.dep_ in {"acl", "relcl"}:
            event = event_words().verbs.get(clause.lemma_.lower())
            if (event is not None and event.name == "protest") or any(
                map(_is_protest, objects(clause))
            ):
                return True
    return False


def _is_many(head: Token, cast: Cast) -> bool:
    if base_form(head) in words("things", "groups"):
        return any(_is_many(each, cast) for each in objects_of(head, OF) if each != head)
    actor = cast.at(head)
    if base_form(head) in words("things", "anyone") | words("things", "banded"):
        return False
    if any(child.lower_ in words("things", "masked") for child in head.lefts):
        return False
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in CROWDS
    return actor is not None and actor.kind == "civilians" and plural
