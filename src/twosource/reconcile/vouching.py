"""A mention and its claim in, whether the speaker vouches that it happened out.

"The ministry condemned the attack" takes the attack as known: the ministry has it from others, and
counting it as a second origin would call an echo a corroboration.
"""

import re
from functools import cache

from twosource.base.records import Account, Claim, Mention
from twosource.base.vocabulary import load_words

HELPERS = frozenset({"had", "has", "have", "was", "were", "been"})  # "its drones had hit"
BEFORE = 40  # characters before a trigger in which it is marked as known


def vouches(mention: Mention, account: Account, claim: Claim | None) -> bool:
    """Whether the words state the happening, or a fact of it, and do not only speak of it."""
    if claim is None:
        return True
    text = account.report.text
    cue = claim.cue.quote(text).lower() if claim.cue is not None else ""
    if (
        cue in _set("cues")
        or cue.rpartition(" ")[2] in _set("cues")
        or _wants(mention, claim, text)
    ):
        return False
    if is_opinion(mention.sentence.quote(text)):
        return False
    if _saw(mention, claim, text):
        return True
    return _tells_fact(mention, account) or not is_known(mention, text)


def _wants(mention: Mention, claim: Claim, text: str) -> bool:
    """Whether the words tell what somebody is to do: "declared a pause to let them leave"."""
    part = next((each for each in claim.content if each.covers(mention.trigger)), None)
    return part is not None and part.quote(text).lower().startswith("to ")


def is_opinion(sentence: str) -> bool:
    """Whether the sentence judges what happened: "an unacceptable attack"."""
    return _pattern("opinions").search(sentence.lower()) is not None


def is_known(mention: Mention, text: str) -> bool:
    """Whether the trigger is a noun that is taken as known: "the attack", "after shelling"."""
    lead = text[max(mention.sentence.start, mention.trigger.start - BEFORE) : mention.trigger.start]
    words = re.findall(r"[\w’'-]+|[,;:\"“]", lead.lower())[-3:]
    if words and words[-1] in HELPERS:
        return False
    if words and _is_finite(mention, text) and words[-1] not in _set("known"):
        return False
    owned = any(word.endswith(("'s", "’s")) for word in words)
    if not owned and _is_doing(mention, text):
        return False
    return owned or bool(set(words[-1:]) & _set("after") or set(words) & _set("known"))


def _is_finite(mention: Mention, text: str) -> bool:
    """Whether the trigger has the form of a verb in the past: "its jets struck"."""
    told = mention.trigger.quote(text).lower()
    return told != mention.lemma.lower() and not told.endswith(("s", "ing"))


def _is_doing(mention: Mention, text: str) -> bool:
    """Whether it is a verb with somebody behind it: "before blowing himself up"."""
    behind = re.match(r" ([\w’']+)", text[mention.trigger.end : mention.sentence.end])
    gerund = mention.trigger.quote(text).lower().endswith("ing")
    return gerund and behind is not None and behind[1].lower() in _set("objects")


def _saw(mention: Mention, claim: Claim, text: str) -> bool:
    """Whether a reporter tells what is left to see: "at the scene of the attack"."""
    reporters: list[str] = load_words("twosource.reconcile", "speakers")["reporters"]
    speaker = claim.speaker.span if claim.speaker is not None else None
    words = speaker.quote(text).lower().split() if speaker is not None else []
    told = mention.sentence.quote(text).lower()
    return any(word in reporters for word in words) and _pattern("seen").search(told) is not None


def _tells_fact(mention: Mention, account: Account) -> bool:
    """Whether the clause counts those who came to harm, which is more than taking it as known."""
    return any(
        mention.sentence.covers(figure.span) and figure.claim == mention.claim
        for figure in account.figures
        if figure.scope == mention.scope
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "judging")[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    told: list[str] = load_words("twosource.reconcile", "judging")[name]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, told))})\b")
