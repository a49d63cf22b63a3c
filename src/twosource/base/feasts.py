"""A year and the code of a feast that moves in, the days it falls on out.

Codes: THANKS, MEMORIAL, LABOR and ELECTION are days of the United States; EASTER is that of the
western churches, ORTHODOX that of the eastern, `EASTER-2` so many days from it (Good Friday); those
of `moons.py`; EID is either of the two. RAMADAN alone is told by its month.
"""

import re
from datetime import date, timedelta

from twosource.base.moons import ISLAMIC, JEWISH, moon_days

_MOONS = (*ISLAMIC, *JEWISH, "PESACH", "PURIM", "HANUKKAH", "LUNAR")
_NAMES = ("THANKS", "MEMORIAL", "LABOR", "ELECTION", "EASTER", "ORTHODOX", "EID", *_MOONS)
CODE = rf"(?:(?:{'|'.join(_NAMES)})(?:[+-]\d+)?)"
_PARTS = re.compile(r"([A-Z]+)([+-]\d+)?")


def feast_days(code: str, year: int) -> list[date]:
    """The days of a feast in a year: mostly one; two or none where the moon's year is the shorter.

    >>> feast_days("EASTER-2", 2023), feast_days("THANKS", 2023)
    ([datetime.date(2023, 4, 7)], [datetime.date(2023, 11, 23)])
    """
    match = _PARTS.fullmatch(code)
    if match is None:
        message = f"{code!r} is no feast"
        raise ValueError(message)
    return [day + timedelta(int(match[2] or 0)) for day in _days(match[1], year)]


def feast_value(code: str, day: date) -> str:
    """A feast's day as TIMEX3 writes it; of the whole Ramadan, the month in which its middle lies.

    >>> feast_value("RAMADAN", date(2023, 3, 23)), feast_value("FITR", date(2023, 4, 21))
    ('2023-04', '2023-04-21')
    """
    return (day + timedelta(14)).isoformat()[:7] if code == "RAMADAN" else day.isoformat()


def _days(name: str, year: int) -> tuple[date, ...]:
    if name == "EID":
        return tuple(sorted((*moon_days("FITR", year), *moon_days("ADHA", year))))
    return moon_days(name, year) if name in _MOONS else (_day(name, year),)


def _day(name: str, year: int) -> date:
    if name in {"EASTER", "ORTHODOX"}:
        return _easter(year) if name == "EASTER" else _orthodox(year)
    if name == "THANKS":  # the fourth Thursday of November
        return _first(year, 11, 4) + timedelta(21)
    if name == "MEMORIAL":  # the last Monday of May
        return _first(year, 6, 1) - timedelta(7)
    if name == "LABOR":  # the first Monday of September
        return _first(year, 9, 1)
    return _first(year, 11, 1) + timedelta(1)  # the Tuesday after the first Monday of November


def _first(year: int, month: int, weekday: int) -> date:
    """The first such weekday (ISO: Monday is 1) of a month."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7)


def _easter(year: int) -> date:
    """Easter Sunday after the rule of Oudin (1940)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    leap = epact // 28
    moon = epact - leap * (1 - leap * (29 // (epact + 1)) * ((21 - golden) // 11))
    offset = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _orthodox(year: int) -> date:
    """Easter Sunday of the Julian calendar after Meeus, in days of the Gregorian one."""
    moon = (19 * (year % 19) + 15) % 30
    offset = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    shift = year // 100 - year // 400 - 2
    return date(year, offset // 31, offset % 31 + 1) + timedelta(shift)
