"""A year in, the days of feasts that the moon sets out: Islamic, Jewish, of East Asia.

New moons by Meeus, Astronomical Algorithms (1998), chapter 49, without its smallest terms; the
Jewish calendar by Reingold and Dershowitz, Calendrical Calculations (2018), chapter 8. An Islamic
month begins where its crescent is seen: the day is that of Saudi Arabia in five years of six, and
elsewhere it may be the day before or after.
"""

from datetime import date, timedelta
from functools import cache
from math import radians, sin

# Month and day of the Islamic year; days after the Jewish new year.
ISLAMIC = {"RAMADAN": (9, 1), "FITR": (10, 1), "ADHA": (12, 10), "ASHURA": (1, 10),
           "ARBAEEN": (2, 20), "MAWLID": (3, 12)}  # fmt: skip
JEWISH = {"ROSH": 0, "KIPPUR": 9, "SUKKOT": 14, "SIMCHAT": 21}
FIRST, LAST = 1900, 2150  # years for which the new moons were checked to be near enough
_CHINA = 8  # hours before Greenwich


@cache
def moon_days(code: str, year: int) -> tuple[date, ...]:
    """The days of a feast in a year of the Gregorian calendar: none, one, or two.

    >>> moon_days("FITR", 2023), moon_days("PESACH", 2024), moon_days("LUNAR", 2025)
    ((datetime.date(2023, 4, 21),), (datetime.date(2024, 4, 23),), (datetime.date(2025, 1, 29),))
    """
    if not FIRST <= year <= LAST:
        return ()
    if code in ISLAMIC:
        month, day = ISLAMIC[code]
        around = range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3)
        days = (_islamic_month(each, month) + timedelta(day - 1) for each in around)
        return tuple(day for day in days if day.year == year)
    return (_lunar_year(year) if code == "LUNAR" else _jewish(code, year),)


def _islamic_month(year: int, month: int) -> date:
    """The first day of a month: after the new moon, two days after one past Mecca's sunset."""
    day, hour = _new_moon((year - 1) * 12 + month - 17038)
    return day + timedelta(1 if hour < 15 else 2)  # noqa: PLR2004 - in Greenwich


def _lunar_year(year: int) -> date:
    """The new moon in China from 21 January to 20 February."""
    number = round((year - 2000) * 12.3685)
    days = (_new_moon(each, _CHINA)[0] for each in range(number - 1, number + 4))
    return next(day for day in days if day >= date(year, 1, 21))


def _new_moon(number: int, hours: int = 0) -> tuple[date, float]:
    """The day and hour of a new moon, so many hours east of Greenwich; number 0 is of 2000."""
    century = number / 1236.85
    sun = radians(2.5534 + 29.1053567 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    node = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    drift = 1 - 0.002516 * century
    found = 2451550.09766 + 29.530588861 * number + 0.00015437 * century**2
    found += -0.40720 * sin(moon) + 0.17241 * drift * sin(sun) + 0.01608 * sin(2 * moon)
    found += 0.01039 * sin(2 * node) + 0.00739 * drift * sin(moon - sun)
    found += -0.00514 * drift * sin(moon + sun) + 0.00208 * drift**2 * sin(2 * sun)
    since = found + 0.5 + hours / 24
    return date.fromordinal(int(since) - 1721425), since % 1 * 24


def _jewish(code: str, year: int) -> date:
    """Feasts of spring are counted back from the new year of autumn, the others from it on."""
    new_year = _jewish_new_year(year + 3761)
    if code in {"PESACH", "PURIM"}:
        return new_year - timedelta(163 if code == "PESACH" else 193)
    if code == "HANUKKAH":
        long = (_jewish_new_year(year + 3762) - new_year).days % 10 == 5  # noqa: PLR2004
        return new_year + timedelta(84 if long else 83)
    return new_year + timedelta(JEWISH[code])


def _jewish_new_year(year: int) -> date:
    before, own, after = (_elapsed(each) for each in (year - 1, year, year + 1))
    late = 2 if after - own == 356 else 1 if own - before == 382 else 0  # noqa: PLR2004
    return date.fromordinal(own + late - 1373427)


def _elapsed(year: int) -> int:
    """Days from the calendar's first new moon to that of a year, before the last delays."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day  # noqa: PLR2004 - Sunday, Wednesday, Friday
