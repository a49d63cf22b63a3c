"""A reading in, its event mentions out: found ones, or those that somebody gave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading, span_of, words_of
from twosource.base.records import (
    Acled,
    Actor,
    Claim,
    GivenMention,
    Mention,
    Modality,
    Participant,
    Plover,
    Span,
)
from twosource.extract.event_words import EventType, words
from twosource.extract.mention_carry import carry_blame
from twosource.extract.mention_cast import Cast, cast_of
from twosource.extract.mention_company import Company, company_of, is_fit
from twosource.extract.mention_history import follow_history
from twosource.extract.mention_kinds import is_tried, kind_of, modality_of
from twosource.extract.mention_roles import find_participants
from twosource.extract.mention_scenes import (
    Scene,
    claim_of,
    find_scenes,
    place_of,
    time_of,
)
from twosource.extract.mention_scope import scope_of
from twosource.extract.mention_settle import is_aftermath, may_hurt, settle, speaks_again
from twosource.extract.mention_signs import sentence_signs, signs_of
from twosource.extract.mention_triggers import Trigger, find_triggers, read_trigger
from twosource.extract.mention_types import acled_of, plover_of
from twosource.extract.mention_weapons import weapons_in, weapons_of

REMOTE = "Explosions/Remote violence"


@dataclass(frozen=True, slots=True)
class Setting:
    """What all mentions of a reading are read with."""

    reading: Reading
    cast: Cast
    actors: dict[str, Actor]
    scenes: dict[int, Scene]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its weapons and with the kinds of actors and events that it names."""

    words: Words
    weapons: list[tuple[Token, str]]
    around: frozenset[str]
    scene: Scene


@dataclass(frozen=True, slots=True)
class Beside:
    """Who and what stands with a trigger."""

    participants: list[Participant]
    weapons: tuple[Span, ...]
    company: Company


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """The mentions of a reading, in the order of the text."""
    setting = _setting(reading)
    if reading.report.given:
        for number, given in enumerate(reading.report.given, 1):
            yield _read_given(f"m{number}", given, setting)
        return
    found = follow_history(list(settle(list(_find_all(setting)))), reading)
    yield from carry_blame(found, setting.claims, reading.report.text)


def _find_all(setting: Setting) -> Iterator[Mention]:
    """The mentions one by one, before the next sentence changes the type of any."""
    number = 0
    told: Mention | None = None  # the last act from afar, which "the attack" speaks of again
    act: tuple[int, Mention] | None = None  # the last act that may have hurt people, and where
    for place, sentence in enumerate(setting.reading.passages):
        triggers = find_triggers(sentence)
        if not triggers:
            continue
        passage = _passage(sentence, triggers, setting)
        for trigger in triggers:
            if _is_in_name(trigger, setting.cast):
                continue
            beside = _beside(trigger, passage, setting)
            if not is_fit(trigger.event, beside.company):
                continue
            number += 1
            mention = _read(f"m{number}", trigger, passage, beside, setting)
            if told is not None and speaks_again(trigger, mention):
                mention = replace(mention, acled=told.acled)
            near = act is not None and place - act[0] <= 1
            if act is not None and near and is_aftermath(trigger, mention, act[1], beside.company):
                mention = replace(mention, acled=act[1].acled)
            act = (place, mention) if may_hurt(mention) else act
            told = mention if mention.acled.event_type == REMOTE else told
            yield mention


def _is_in_name(trigger: Trigger, cast: Cast) -> bool:
    """Whether the word is part of a body's name: "Army of National Liberation"."""
    return trigger.token.pos_ == "PROPN" and trigger.token.i in cast.inside


def _setting(reading: Reading) -> Setting:
    account = reading.account
    by_id = {each.id: each for each in account.actors}
    return Setting(reading, cast_of(reading), by_id, find_scenes(reading), account.claims)


def _passage(sentence: Words, triggers: list[Trigger], setting: Setting) -> Passage:
    actors = setting.cast.actors
    kinds = {actors[token.i].kind for token in sentence if token.i in actors}
    names = {trigger.event.name for trigger in triggers if trigger.event is not None}
    scene = setting.scenes.get(sentence.start, Scene())
    return Passage(
        sentence, weapons_in(sentence), frozenset(kinds | names) | sentence_signs(sentence), scene
    )


def _beside(trigger: Trigger, passage: Passage, setting: Setting) -> Beside:
    participants = find_participants(trigger, setting.cast)
    weapons = list(weapons_of(trigger, passage.weapons))
    around = passage.around | signs_of(trigger, participants, setting.cast)
    company = company_of(participants, setting.actors, [kind for _, kind in weapons], around)
    return Beside(participants, tuple(sorted({weapon for weapon, _ in weapons})), company)


def _read(
    name: str, trigger: Trigger, passage: Passage, beside: Beside, setting: Setting
) -> Mention:
    event, company = trigger.event, beside.company
    span = span_of(trigger.token)
    claim = claim_of(span, setting.claims)
    time = time_of(trigger.token, passage.scene, claim)
    place = place_of(trigger.token, passage.scene, setting.reading)
    modality = _modality(trigger, claim)
    return Mention(
        id=name,
        trigger=span,
        sentence=span_of(passage.words),
        lemma=trigger.token.lemma_.lower(),
        acled=acled_of(event, company) if event else Acled(),
        plover=plover_of(event, company, modality, tried=is_tried(trigger)) if event else Plover(),
        participants=tuple(beside.participants),
        weapons=beside.weapons if _wields(event) else (),
        time=time.id if time else None,
        place=place.id if place else None,
        modality=modality,
        scope=scope_of(trigger, time, setting.reading.report.published.value),
        kind=kind_of(event.kind if event else "state", modality),
        claim=claim.id if claim else None,
    )


def _wields(event: EventType | None) -> bool:
    """Whether weapons beside a happening are its own: of force, or what was found and made safe."""
    return event is not None and (event.violent or event.name in words("wielded", "also_in"))


def _modality(trigger: Trigger, claim: Claim | None) -> Modality:
    """The words' own modality; an assertion of somebody's is a claim."""
    own = modality_of(trigger)
    return "claimed" if own == "asserted" and claim is not None and claim.speaker else own


def _read_given(name: str, given: GivenMention, setting: Setting) -> Mention:
    """The mention at a given span: its head word is the trigger, typed or not."""
    words = words_of(setting.reading, given.span)
    trigger = read_trigger(words.root) or Trigger(words.root, None)
    passage = _passage(words.root.sent, [trigger], setting)
    found = _read(name, trigger, passage, _beside(trigger, passage, setting), setting)
    return replace(found, trigger=given.span, given_id=given.id)
