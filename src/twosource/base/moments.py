"""Dates that know their precision: TIMEX3 values in, stretches of days and EDTF out.

The value of an expression is TIMEX3 (TimeML 1.2.1): `2023-09-20`, `2023-09-20TMO`, `2023-W38`,
`1942-SU`, `1989-Q3`, `198` (a decade), `19` (a century), `BC0480`, `XXXX-WXX-3` (unanchored).
What the words say before an anchor is a form: see `forms.py`, whose `resolve` is given on here.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from twosource.base.forms import SEASONS, resolve
from twosource.base.records import When

__all__ = ["Stretch", "is_full_day", "resolve", "to_edtf", "to_when"]

Stretch = tuple[date, date]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?")
_PIECE = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_CLOCK = re.compile(r"\d\d(?::\d\d)*.*")
_EDTF_PIECES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34",
                "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}  # fmt: skip


def to_when(value: str | None) -> When | None:
    """The days that a TIMEX3 value covers; None for durations, sets, references and open values.

    >>> to_when("2023-09-20TMO")
    When(start='2023-09-20', end='2023-09-20', precision='part')
    >>> to_when("1942-SU")
    When(start='1942-06-01', end='1942-08-31', precision='season')
    >>> to_when("PAST_REF"), to_when("XXXX-WXX-3"), to_when("P6W")
    (None, None, None)
    """
    try:
        sure = (value or "").rstrip("?~%")  # EDTF marks of doubt
        return _day(sure) or _wider(sure)
    except ValueError:  # 30 February and its like, as written
        return None


def is_full_day(value: str | None) -> bool:
    """Whether a value names one day of the calendar, with or without a time.

    >>> is_full_day("2023-09-20T13:00"), is_full_day("2023-09")
    (True, False)
    """
    return bool(value and _DAY.fullmatch(value))


def to_edtf(value: str | None) -> str | None:
    """The value as EDTF (ISO 8601-2), None when it names no stretch of the calendar.

    Parts of day are lost: EDTF has no mark for them.

    >>> to_edtf("2023-09-20T13:00"), to_edtf("1942-SU"), to_edtf("198"), to_edtf("2023-W38")
    ('2023-09-20T13:00:00', '1942-22', '198X', '2023-09-18/2023-09-24')
    """
    when = to_when(value)
    if when is None or value is None:
        return None
    if when.precision == "minute":
        day, _, clock = value.partition("T")
        return f"{day}T{clock[:5]}:00"
    if when.precision == "week":
        return f"{when.start}/{when.end}"
    if when.precision == "decade":
        return f"{value[:3]}X" if value[:3].isdigit() else f"{value[:2]}XX"
    piece = _PIECE.fullmatch(value)
    if piece:
        return f"{piece[1]}-{_EDTF_PIECES[piece[2]]}"
    lengths = {"year": 4, "month": 7}
    return value[: lengths.get(when.precision, 10)]


def _day(value: str) -> When | None:
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    clock = match[4]
    if clock is None:
        return When(day, day, "day")
    return When(day, day, "minute" if _CLOCK.fullmatch(clock) else "part")


def _wider(value: str) -> When | None:
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        last = monthrange(year, month)[1]
        return When(f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last}", "month")
    if match := _WEEK.fullmatch(value):
        return _week(int(match[1]), int(match[2]), match[3])
    if match := _PIECE.fullmatch(value):
        return _piece(int(match[1]), match[2])
    return _years(value)


def _week(year: int, week: int, rest: str | None) -> When:
    monday = date.fromisocalendar(year, week, 1)
    if rest == "-WE":
        saturday = monday + timedelta(5)
        return When(saturday.isoformat(), (saturday + timedelta(1)).isoformat(), "week")
    if rest:
        day = (monday + timedelta(int(rest[1]) - 1)).isoformat()
        return When(day, day, "day")
    return When(monday.isoformat(), (monday + timedelta(6)).isoformat(), "week")


def _piece(year: int, piece: str) -> When:
    first = SEASONS[piece]
    length = 6 if piece.startswith("H") else 3
    last = first + length - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return When(date(year, first, 1).isoformat(), end.isoformat(), "season")


def _years(value: str) -> When | None:
    match = re.fullmatch(r"(\d{2,4})(?:X{1,2}|-XX(?:-XX)?)?", value)
    if match is None:
        return None
    digits = match[1]
    start, end = digits.ljust(4, "0"), digits.ljust(4, "9")
    if start == "0000":
        return None
    return When(f"{start}-01-01", f"{end}-12-31", "year" if len(digits) == 4 else "decade")  # noqa: PLR2004 - digits of a year
