"""A report's mentions in, the same with those out who are blamed for them in a later sentence.

"A bomb went off. The Front claimed responsibility": the second sentence names no act of its own,
so whom it names takes part in the nearest act before it that nobody is said to have done. Such a
participant keeps the claim that names it (docs/decisions/0032-blame-joins-the-act.md).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.base.records import Claim, Mention, Participant
from twosource.extract.event_words import words

NEAR = 3  # sentences with mentions that lie between an act and the blame for it, at most
TOLD = frozenset({"asserted", "claimed"})
OWN_DEED = re.compile(r"\b(?:of|for)\s+(?!being\b)\w{2,}ing\b")  # "accused him of stealing votes"
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


def carry_blame(mentions: Sequence[Mention], claims: Sequence[Claim], text: str) -> list[Mention]:
    """The mentions in order; acts without a doer get the ones who are blamed or take credit.

    Who is blamed for a deed that the blame itself tells is not blamed for the act before.
    """
    found = list(mentions)
    starts = sorted({each.sentence.start for each in found})
    order = {start: place for place, start in enumerate(starts)}
    for place, mention in enumerate(mentions):
        own = OWN_DEED.search(
            mention.sentence.quote(text), mention.trigger.end - mention.sentence.start
        )
        named = () if own else _named_by(mention, claims)
        act = _act_before(found, place, order) if named else None
        if act is not None:
            whole = replace(found[act], participants=(*found[act].participants, *named))
            found[act] = whole
    return found


def _named_by(mention: Mention, claims: Sequence[Claim]) -> tuple[Participant, ...]:
    """Whom a mention of blame or credit names; () for any other mention."""
    if mention.modality not in TOLD or mention.scope != "current":
        return ()
    if mention.lemma in words("support", "claiming") and mention.plover.event is None:
        role = "actor"
    elif mention.lemma in words("support", "accusing"):
        role = "recipient"
    else:
        return ()
    told = mention.claim or _cued(mention, claims)
    named = [each for each in mention.participants if each.role == role and each.klass != "object"]
    return tuple(replace(each, role="actor", claim=told) for each in named)


def _cued(mention: Mention, claims: Sequence[Claim]) -> str | None:
    """The claim that the word for the blame itself opens."""
    return next((each.id for each in claims if each.cue and each.cue.covers(mention.trigger)), None)


def _act_before(found: Sequence[Mention], place: int, order: dict[int, int]) -> int | None:
    """The nearest act before the blame; None when its own sentence names one or all have doers."""
    blame = found[place]
    here = order[blame.sentence.start]
    if any(_is_act(each) for each in found if each.sentence == blame.sentence):
        return None
    for back in range(place - 1, -1, -1):
        act = found[back]
        if here - order[act.sentence.start] > NEAR:
            return None
        if _is_act(act):
            done = any(each.role == "actor" for each in act.participants)
            return None if done else back
    return None


def _is_act(mention: Mention) -> bool:
    violent = mention.acled.event_type in VIOLENT
    return violent and mention.modality in TOLD and mention.scope == "current"
