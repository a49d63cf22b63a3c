"""Mentions in, the same mentions out, typed by what was told right before or behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.base.records import Acled, Mention
from twosource.extract.event_words import acled, base_form, words
from twosource.extract.mention_company import FORCES, Company
from twosource.extract.mention_triggers import Trigger

SWAYED = ("excessive", "violent_demo", "intervention")  # the gravest first
HURTING = frozenset({"Battles", "Explosions/Remote violence", "Riots", "Protests"})
GENTLE = (acled("peaceful"), acled("intervention"))
OPEN = (acled("attack"), acled("looting"))
SUFFERED = frozenset({"kill", "injure", "die", "burn"})


def speaks_again(trigger: Trigger, mention: Mention) -> bool:
    """Whether a noun for any attack only points back at one told before: "the attack"."""
    noun = trigger.token
    if mention.acled != acled("attack") or noun.tag_ != "NN" or mention.weapons:
        return False
    pointing = any(child.lower_ in {"the", "this", "that"} for child in noun.lefts)
    described = any(child.dep_ in {"amod", "compound"} for child in noun.lefts)
    return pointing and not described and base_form(noun) in words("things", "acts")


def may_hurt(mention: Mention) -> bool:
    """Whether people told as dead or hurt behind a mention may be its own."""
    told = mention.modality in {"asserted", "claimed"} and mention.scope == "current"
    return told and mention.acled.event_type in HURTING and mention.acled not in GENTLE


def is_aftermath(trigger: Trigger, mention: Mention, act: Mention, company: Company) -> bool:
    """Whether a word of harm that names no doer tells what the act before it did.

    "A bomb went off. Two people were hurt": by the bomb. Civilians who die behind a battle may
    have been killed apart from it.
    """
    if company.things and act.acled.event_type in {"Battles", "Riots"}:
        return False
    if act.acled.event_type == "Battles" and company.sufferers - FORCES:
        return False
    event = trigger.event
    if event is None or event.name not in SUFFERED or mention.acled not in OPEN:
        return False
    if any(each.role == "actor" for each in mention.participants) or mention.weapons:
        return False
    if mention.place is not None and act.place not in {None, mention.place}:
        return False
    apart = words("things", "apart")
    return not any(token.lower_ in apart for token in trigger.token.sent)


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
    if acled("mob") in near:
        return acled("violent_demo")
    return acled("intervention") if acled("arrests") in near else acled("peaceful")
