"""A speaker in, the words by which the report calls him a reporter out: "An AFP photographer"."""

import re

from twosource.base.records import Account, Speaker
from twosource.reconcile.keys import surname_of
from twosource.reconcile.reporters import agency_of, is_reporter

OUTLET = re.compile(r" (?:for|of|from|with) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")


def find_reporter(account: Account, speaker: Speaker | None, words: str) -> str:
    """The words that call this speaker a reporter, those with an agency first; else `words`.

    "The photographer, N., said" makes N. a reporter wherever the report quotes him, and "the
    photographer" is the AFP photographer who was quoted before.
    """
    told = [
        each.speaker.span.quote(account.report.text)
        for each in account.claims
        if each.speaker is not None and each.speaker.span is not None
        if _is_one(each.speaker, speaker)
    ]
    called = next((each for each in [words, *told] if is_reporter(each)), None)
    if called is None or agency_of(called) is not None or not called.lower().startswith("the "):
        return called or words
    job = called.split()[-1]
    before = [each for each in _reporters(account) if job in each.split() and agency_of(each)]
    return before[0] if before else called


def with_outlet(words: str, account: Account, speaker: Speaker | None) -> str:
    """A reporter's words with the outlet told right behind them: "a correspondent for the Post"."""
    if speaker is None or speaker.span is None or not is_reporter(words):
        return words
    end = speaker.span.end
    behind = OUTLET.match(account.report.text, end) if agency_of(words) is None else None
    return f"{words}{behind.group()}" if behind is not None else words


def _is_one(other: Speaker, speaker: Speaker | None) -> bool:
    """Whether both are one person by name."""
    if speaker is None or speaker.name is None or other.name is None:
        return False
    return surname_of(other.name) == surname_of(speaker.name)


def _reporters(account: Account) -> list[str]:
    spans = [each.speaker.span for each in account.claims if each.speaker is not None]
    told = [span.quote(account.report.text) for span in sorted(each for each in spans if each)]
    return [each for each in told if is_reporter(each)]
