"""An hour told without its day in, the day that it counts from out.

It is of the day last named, unless its tense cannot be that day's ("The bridge was hit on Saturday.
The mayor will speak at noon"). Before any day is named it is of the day that the report names next
("The camp was hit at 7 a.m. The attack on Thursday ..."), else of the publication day, or of the
day before when an hour that is past lies late on a day that has only begun.
"""

import re
from datetime import date, timedelta

_HOUR = re.compile(r"@day\+0(?::T(?:(?P<hour>\d\d):\d\d|(?P<part>[A-Z]{2}))(?P<mark>[<>~])?)?")
_NEAR = re.compile(r"(?:XXXX-(?:WXX-[1-7]|\d\d-\d\d)(?:T[^<>=~]*)?<{1,2}|day-1(?::.*)?)")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d|[A-Z]{2}).*)?")
_NIGHT, _MORNING, _SMALL = "18", 12, 7  # hours: a night begins, a morning ends, a night ends
LATE = 9  # hours behind the publication's: more than zones of time explain
RECENT = 7  # days before publication that a report's own day lies within


def is_hour(form: str) -> bool:
    """Whether a form is an hour, a part of day or "the same day", and names no day itself."""
    return _HOUR.fullmatch(form) is not None


def day_of_hour(form: str, named: str | None, published: str | None) -> str | None:
    """The day, of that last named, that an hour counts from; None where it is not of that day."""
    match = _HOUR.fullmatch(form)
    day = _DAY.fullmatch(named or "")
    if match is None or day is None:
        return named
    today = (published or "")[:10]
    if today and (
        (match["mark"] == ">" and day[1] < today) or (match["mark"] == "<" and day[1] > today)
    ):
        return None
    hour = "06" if match["part"] == "MO" else match["hour"]
    return _shift(day[1], 1) if _is_past_midnight(hour, day[2]) else named


def is_own_day(form: str, value: str, published: str) -> bool:
    """Whether a day that a report names is one of its news: past, and of the last days."""
    if _NEAR.fullmatch(form) is None or _DAY.fullmatch(value) is None:
        return False
    return 0 <= (_date(published) - _date(value)).days <= RECENT


def day_unnamed(form: str, coming: str | None, published: str) -> str:
    """The day of an hour before which no day was named; `coming` is the report's own day."""
    match = _HOUR.fullmatch(form)
    if match is None or match["mark"] == ">":
        return published
    if coming is not None:
        return coming[:10]
    told = _DAY.fullmatch(published)
    if told is None or not (told[2] or "").isdigit() or not match["hour"]:
        return published
    late = match["mark"] == "<" and int(match["hour"]) - int(told[2]) > LATE
    return _shift(told[1], -1) if late else published


def _is_past_midnight(hour: str | None, before: str | None) -> bool:
    """Whether an hour follows midnight: dawn after "Monday night", 2 a.m. after 11 p.m."""
    if hour is None or before is None:
        return False
    if before == "NI":
        return int(hour) < _MORNING
    return before.isdigit() and before >= _NIGHT and int(hour) < _SMALL


def _shift(day: str, by: int) -> str:
    return (_date(day) + timedelta(by)).isoformat()


def _date(value: str) -> date:
    return date.fromisoformat(value[:10])
