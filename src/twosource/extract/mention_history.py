"""Mentions in, the same mentions out, with the scope that the report around them lends them.

"Russia then brokered a truce" behind a sentence on 2011 tells of 2011; behind one on this week's
fighting it tells of this week. In a report without a date that tells of weekdays, a bare year is
history.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words

from twosource.base.grammar import clause_of
from twosource.base.reading import Reading
from twosource.base.records import Mention
from twosource.extract.event_words import words

WEEKDAY = "XXXX-WXX-"
YEAR = re.compile(r"\d{4}(-\d\d)?")
PAST = frozenset({"VBD", "VBN"})


def follow_history(mentions: Sequence[Mention], reading: Reading) -> list[Mention]:
    """Mentions without a time that go on with a sentence of history are history too."""
    told = {each.id: each for each in _by_years(mentions, reading)}
    if not any(each.scope == "background" for each in told.values()):
        return list(told.values())
    before: list[Mention] = []
    last = 0
    for passage in reading.passages:
        here = [told[each.id] for each in mentions if _holds(passage, each)]
        same_paragraph = "\n" not in reading.report.text[last : passage.start_char]
        if same_paragraph and before and all(each.scope == "background" for each in before):
            told |= {each.id: each for each in _follow(passage, here)}
        before, last = [told[each.id] for each in here], passage.end_char
    return list(told.values())


def _by_years(mentions: Sequence[Mention], reading: Reading) -> Iterator[Mention]:
    """The mentions of an undated report: what it tells by the year lies behind its weekdays."""
    times = reading.account.times
    days = any(each.value.startswith(WEEKDAY) for each in times)
    undated = reading.report.published.value is None and days
    years = {each.id for each in times if YEAR.fullmatch(each.value)} if undated else set()
    for each in mentions:
        yield replace(each, scope="background") if each.time in years else each


def _holds(passage: Words, mention: Mention) -> bool:
    return passage.start_char <= mention.trigger.start < passage.end_char


def _follow(passage: Words, here: Sequence[Mention]) -> Iterator[Mention]:
    """The sentence's mentions whose clause goes on with what was told: "… then …"."""
    following = words("background", "following")
    clauses = [clause_of(token) for token in passage if token.lower_ in following]
    past = {verb.i for verb in clauses if verb.tag_ in PAST}
    homes = {token.idx: clause_of(token).i for token in passage} if past else {}
    for each in here:
        if each.time is None and homes.get(each.trigger.start) in past:
            yield replace(each, scope="background")
