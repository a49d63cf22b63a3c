"""An account in, its mentions told some days after or before another out, with their own day.

"Tolan vowed on Wednesday, a day after rebels seized Karsk": the town was seized on Tuesday.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from twosource.base.moments import is_full_day
from twosource.base.records import Account, Mention, Time, When

LENGTH = re.compile(r"P(\d{1,3})([DW])")
LEAD = re.compile(r"\s+(after|before)\b")
BREAK = re.compile(r"[,;:]")
DAYS = {"D": 1, "W": 7}


def offset_days(mentions: tuple[Mention, ...], account: Account) -> tuple[Mention, ...]:
    """The mentions; those around "two days after" and its kin lie so far from the day told.

    What is led by the words counts from the day outside their clause, what they hang on from the
    day within it. What is led has no day when there is none to count from.
    """
    leads = list(_leads(account))
    return tuple(_offset(each, leads, account) for each in mentions) if leads else mentions


def _leads(account: Account) -> Iterator[tuple[Time, int]]:
    """The lengths that lead a clause, with the days from the day told to what the clause tells."""
    for time in account.times:
        length = LENGTH.fullmatch(time.value)
        lead = LEAD.match(account.report.text, time.span.end)
        if length is not None and lead is not None:
            days = int(length[1]) * DAYS[length[2]]
            yield time, -days if lead[1] == "after" else days


def _offset(mention: Mention, leads: list[tuple[Time, int]], account: Account) -> Mention:
    text, trigger = account.report.text, mention.trigger
    for lead, days in leads:
        if not mention.sentence.covers(lead.span):
            continue
        told = [each for each in account.times if mention.sentence.covers(each.span)]
        behind = [each for each in told if each.span.start >= lead.span.end and _day(each)]
        own = next((each for each in behind if _joined(lead.span.end, each, text)), None)
        if trigger.end <= lead.span.start:
            late = own is not None and own.id == mention.time and _joined(trigger.end, lead, text)
            return replace(mention, when=_moved(own, -days)) if own and late else mention
        if lead.span.end <= trigger.start and not BREAK.search(text, lead.span.end, trigger.start):
            if own is not None:
                return mention
            base = next((each for each in told if each.id != lead.id and _day(each)), None)
            return replace(mention, when=None if base is None else _moved(base, days))
    return mention


def _day(time: Time) -> bool:
    return is_full_day(time.value)


def _joined(start: int, time: Time, text: str) -> bool:
    """Whether no comma stands between a place in the text and a time."""
    return not BREAK.search(text, start, time.span.start)


def _moved(base: Time, days: int) -> When:
    day = (date.fromisoformat(base.value[:10]) + timedelta(days)).isoformat()
    return When(day, day)
