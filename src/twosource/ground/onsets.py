"""Mentions in, the same out: what is told behind "fighting began on Monday" has that day."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.base.records import Account, Mention, Span
from twosource.base.stated_days import stated_days
from twosource.base.vocabulary import load_words

DAYS = frozenset({"day", "part", "minute"})


def lend_onset_days(mentions: Sequence[Mention], account: Account) -> tuple[Mention, ...]:
    """The mentions; one with no day in its sentence takes that of the onset right before it."""
    onsets = [each for each in mentions if _is_onset(each)]
    if not onsets:
        return tuple(mentions)
    bound = {each.sentence for each in mentions if each.time is not None}
    return tuple(
        each
        if each.sentence in bound or stated_days(each.sentence, account)
        else _lend(each, onsets, account.report.text)
        for each in mentions
    )


def _lend(mention: Mention, onsets: Sequence[Mention], text: str) -> Mention:
    if not _is_attack(mention):
        return mention
    lead = next((each for each in onsets if _right_before(each.sentence, mention, text)), None)
    return mention if lead is None else replace(mention, time=lead.time, when=lead.when)


def _is_onset(mention: Mention) -> bool:
    verbs: list[str] = load_words("twosource.ground", "onsets")["verbs"]
    word = mention.lemma.lower().partition(" ")[0]
    exact = mention.when is not None and mention.when.precision in DAYS
    return exact and word in verbs and _is_attack(mention)


def _is_attack(mention: Mention) -> bool:
    told = mention.modality in {"asserted", "claimed"} and mention.scope == "current"
    return told and mention.plover.event == "ASSAULT" and mention.given_id is None


def _right_before(sentence: Span, mention: Mention, text: str) -> bool:
    """Whether nothing but a blank stands between the two sentences: one paragraph."""
    between = text[sentence.end : mention.sentence.start]
    return sentence.end <= mention.sentence.start and between.strip() == "" and "\n" not in between
