"""A trigger or a report's mentions in, what around them decides the type of a happening out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import objects, objects_of, subjects
from twosource.base.records import Acled, Mention, Participant
from twosource.extract.event_words import acled, base_form, compound, event_words, words
from twosource.extract.mention_cast import Cast
from twosource.extract.mention_triggers import Trigger
from twosource.extract.mention_types import (
    ACCIDENT,
    AT_PROTEST,
    FORCES,
    IN_BATTLE,
    LAND,
    MANY,
    MILITARY,
    SUICIDE,
)

SWAYED = ("excessive", "violent_demo", "intervention")  # the gravest first
ON = frozenset({"on", "against", "at"})
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
    if verb is None:
        return frozenset(signs)
    if any(map(_is_protest, objects_of(verb, AT_IT))):
        signs.add(AT_PROTEST)
    struck = _struck_by(trigger, verb)
    bases = {base for head in struck for base in (base_form(head), compound(head))}
    if any(map(cast.is_place, struck)) or words("things", "grounds") & bases:
        signs.add(LAND)
    if words("things", "military") & bases or any(_is_of_forces(head, cast) for head in struck):
        signs.add(MILITARY)
    doing = any(each.role == "actor" for each in participants)
    if doing and any(_is_many(head, cast) for head in subjects(verb)):
        signs.add(MANY)
    return frozenset(signs)


def _struck_by(trigger: Trigger, verb: Token) -> list[Token]:
    """What the act falls on: the verb's object, and what stands behind "on" at an event noun."""
    if verb == trigger.token:
        return objects(verb) or (subjects(verb) if verb.lemma_ == "fall" else [])
    return [*objects(verb), *objects_of(trigger.token, ON), *objects_of(verb, ON)]


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
    return frozenset(signs)


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


def _is_many(head: Token, cast: Cast) -> bool:
    actor = cast.at(head)
    if base_form(head) in words("things", "anyone"):
        return False
    if any(child.lower_ in words("things", "masked") for child in head.lefts):
        return False
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in CROWDS
    return actor is not None and actor.kind == "civilians" and plural


def speaks_again(trigger: Trigger, mention: Mention) -> bool:
    """Whether a noun for any attack only points back at one told before: "the attack"."""
    noun = trigger.token
    if mention.acled != acled("attack") or noun.tag_ != "NN" or mention.weapons:
        return False
    pointing = any(child.lower_ in {"the", "this", "that"} for child in noun.lefts)
    described = any(child.dep_ in {"amod", "compound"} for child in noun.lefts)
    return pointing and not described and base_form(noun) in words("things", "acts")


def settle(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions, each peaceful protest typed by what its sentence or the next tells became of it."""
    starts = sorted({each.sentence.start for each in mentions})
    order = {start: number for number, start in enumerate(starts)}
    told: dict[int, set[Acled]] = {}
    for each in mentions:
        if each.modality in {"asserted", "claimed"}:
            told.setdefault(order[each.sentence.start], set()).add(each.acled)
    for each in mentions:
        if each.acled == acled("peaceful") and each.scope == "current":
            place = order[each.sentence.start]
            near = told.get(place, set()) | told.get(place + 1, set())
            yield replace(each, acled=_swayed(near))
        else:
            yield each


def _swayed(near: set[Acled]) -> Acled:
    for name in SWAYED:
        if acled(name) in near:
            return acled(name)
    return acled("intervention") if acled("arrests") in near else acled("peaceful")
