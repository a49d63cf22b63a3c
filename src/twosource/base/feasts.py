"""A year and the code of a feast that moves in, the day it falls on out.

Codes: THANKS, MEMORIAL, LABOR and ELECTION are days of the United States; EASTER is that of the
western churches, `EASTER-2` so many days from it (Good Friday).
"""

import re
from datetime import date, timedelta

CODE = r"(?:THANKS|MEMORIAL|LABOR|ELECTION|EASTER(?:[+-]\d+)?)"
_PARTS = re.compile(r"([A-Z]+)([+-]\d+)?")


def feast_day(code: str, year: int) -> date:
    """The day of a feast in a year of the Gregorian calendar.

    >>> feast_day("EASTER-2", 2023), feast_day("THANKS", 2023)
    (datetime.date(2023, 4, 7), datetime.date(2023, 11, 23))
    """
    match = _PARTS.fullmatch(code)
    if match is None:
        message = f"{code!r} is no feast"
        raise ValueError(message)
    return _day(match[1], year) + timedelta(int(match[2] or 0))


def _day(name: str, year: int) -> date:
    if name == "EASTER":
        return _easter(year)
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
