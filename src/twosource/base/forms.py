"""What a time expression says before a date anchors it, and the value it has on an anchor.

A form is one of
* a TIMEX3 value that needs no anchor: `1942-03`, `P6W`, `PAST_REF`, `XXXX-07` in a set;
* a place in a cycle with its direction: `XXXX-WXX-3<` (the last Wednesday up to the anchor),
  `XXXX-09-20>` (the first 20 September from it on), `XXXX-SU`, `XXXX-Q3`, `XXXX-XX-15`,
  `XXXX-EASTER` (see `feasts.py`); marks:
  `<` up to the anchor, `>` from it on, `<<` and `>>` the anchor itself left out, `=` within the
  anchor's own week, month or year, `~` nothing tells;
* steps from the anchor: `day-1` (yesterday), `week+0`, `year-1:07` (July last year),
  `day-1:TNI` (last night), `week-1:3` (Wednesday of last week); `@day+0:T12:00>` ("at noon") tells
  its tense too, by which `anchoring.py` chooses the day.
`W:` before a form stands for the week in which its day lies ("the week of 3 June").
`@` before a form counts from the last date that the text names, not from the publication day;
`&` (a year before, or `&1988`, that year) from the quarter last named, where there is one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.base.feasts import CODE, feast_days, feast_value

SEASONS = {
    "SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7,
}  # fmt: skip
WEEK_OF = "W:"
FAR = 300  # days: a month named without its year seldom lies further off
_CYCLE = re.compile(
    r"XXXX-(?:WXX-(?P<weekday>[1-7]|WE)|(?P<piece>SP|SU|FA|WI|Q[1-4]|H[12])"
    rf"|(?P<feast>{CODE})"
    r"|(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)(?P<time>T[^<>=~]*)?(?P<mark><<|>>|[<>=~])"
)
_STEP = re.compile(
    r"(?P<unit>minute|hour|day|weekend|week|month|quarter|half|year|decade|century)"
    r"(?P<count>[+-]\d+)(?::(?P<inner>[^<>=~]+)[<>=~]?)?"
)
_ANCHOR = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)"
    r"(?::(?P<minute>\d\d))?)?)?|W(?P<week>\d\d)|(?P<piece>SP|SU|FA|WI|Q[1-4]|H[12])))?"
)
_OPEN = {
    "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A date to count from; `year` is negative before Christ, a None is finer than is known."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def calendar(self) -> date | None:
        """The day, None when the date is coarser, or older than the calendar."""
        if self.day is None or self.month is None or self.year < 1:
            return None
        return date(self.year, self.month, self.day)


def is_open(form: str) -> bool:
    """Whether the form needs an anchor."""
    bare = form.removeprefix(WEEK_OF).lstrip("@&")
    return bool(_CYCLE.fullmatch(bare) or _STEP.fullmatch(bare))


def to_point(value: str | None) -> Point | None:
    """The date that a value lets one count from, None when it names none.

    >>> to_point("1942-SU"), to_point("PAST_REF")
    (Point(year=1942, month=6, day=None, hour=None, minute=None), None)
    """
    match = _ANCHOR.match(value or "")
    if match is None or (value or "")[match.end() : match.end() + 1].isdigit():
        return None
    year = int(match["year"]) * (-1 if match["bc"] else 1)
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Point(monday.year, monday.month, monday.day)
    if match["piece"]:
        return Point(year, SEASONS[match["piece"]])
    parts = (int(match[key]) if match[key] else None for key in ("month", "day", "hour", "minute"))
    point = Point(year, *parts)
    try:
        _ = point.calendar
    except ValueError:
        return None
    return point


def resolve(form: str, anchor: str | None) -> str:
    """The TIMEX3 value of a form on an anchor (a date value; None: nothing to count from).

    >>> resolve("XXXX-WXX-3<", "2023-09-21"), resolve("year-1:07", "2023-09-21")
    ('2023-09-20', '2022-07')
    >>> resolve("XXXX-WXX-3<", None), resolve("XXXX-03=", "1942"), resolve("P6W", "2023")
    ('XXXX-WXX-3', '1942-03', 'P6W')
    """
    if form.startswith(WEEK_OF):
        return _week_of(resolve(form.removeprefix(WEEK_OF), anchor))
    bare = form.lstrip("@&")
    point = to_point(anchor)
    cycle = _CYCLE.fullmatch(bare)
    if cycle:
        return _in_cycle(cycle, point)
    step = _STEP.fullmatch(bare)
    if step is None:
        return bare
    if point is None:
        return _with_inner(_OPEN[step["unit"]], step["inner"])
    value, inner = _step(step["unit"], int(step["count"]), point), step["inner"]
    if step["unit"] == "week" and inner and inner.isdigit() and "W" in value:
        return date.fromisocalendar(int(value[:4]), int(value[6:]), int(inner)).isoformat()
    return _with_inner(value, inner)


def _in_cycle(match: re.Match[str], point: Point | None) -> str:
    time = match["time"] or ""
    if point is None:
        return "XXXX-XX-XX" if match["feast"] else match[0][: -len(match["mark"])]
    if match["weekday"]:
        return _weekday(match, point) + time
    if match["feast"]:
        return _feast(match["feast"], match["mark"], point) + time
    if match["month"] == "XX":
        return _day_of_month(int(match["day"]), match["mark"], point) + time
    return _within_year(match, point) + time


def _weekday(match: re.Match[str], point: Point) -> str:
    day, mark, name = point.calendar, match["mark"], match["weekday"]
    if day is None:
        return f"XXXX-WXX-{name}"
    wanted = 6 if name == "WE" else int(name)
    own = day + timedelta(wanted - day.isoweekday())
    if mark in {"<", "<<", "~"} and (own > day or (own == day and mark == "<<")):
        own -= timedelta(7)
    if mark in {">", ">>"} and (own < day or (own == day and mark == ">>")):
        own += timedelta(7)
    if name == "WE":
        return _week_value(own) + "-WE"
    return own.isoformat()


def _feast(code: str, mark: str, point: Point) -> str:
    within = point.month is None or mark == "="
    years = (point.year,) if within else range(point.year - 2, point.year + 3)
    days = [day for year in years for day in feast_days(code, year)]
    if not days:
        return _year(point.year)
    if within:
        return feast_value(code, days[0])
    here = (point.year, point.month or 1, point.day or 15)
    return feast_value(
        code, date(*_choose([(each.year, each.month, each.day) for each in days], here, mark))
    )


def _day_of_month(day: int, mark: str, point: Point) -> str:
    if point.month is None:
        return f"{_year(point.year)}-XX-{day:02}"
    months = [_shift(point.year, point.month, offset) for offset in (-1, 0, 1)]
    here = (point.year, point.month, point.day or 15)
    year, month = _choose([(*each, day) for each in months], here, mark)[:2]
    return f"{_year(year)}-{month:02}-{day:02}"


def _within_year(match: re.Match[str], point: Point) -> str:
    piece, day = match["piece"], match["day"]
    month = SEASONS[piece] if piece else int(match["month"])
    rest = piece or (f"{month:02}-{day}" if day else f"{month:02}")
    if point.month is None or match["mark"] == "=":
        return f"{_year(point.year)}-{rest}"
    own_month = point.month
    if piece:  # the season that the anchor lies in counts as its own
        width = 6 if piece.startswith("H") else 3
        own_month = (point.month - month) // width * width + month
    own_day = (point.day or 15) if day else 1
    years = [(point.year + offset, month, int(day or 1)) for offset in (-1, 0, 1)]
    mark = match["mark"]
    if piece and piece.startswith("Q"):  # results of a quarter are told when it is over
        mark = {">": "~", "~": "<"}.get(mark, mark)
    chosen = _choose(years, (point.year, own_month, own_day), mark)
    return f"{_year(chosen[0])}-{rest}"


def _choose(
    candidates: list[tuple[int, int, int]], here: tuple[int, int, int], mark: str
) -> tuple[int, int, int]:
    """The candidate (in time's order) that the mark asks for; the nearest when nothing tells.

    Tense alone (`<`, `>`) yields to a date of the year that is far nearer: a dividend "declared
    payable on 10 November" in October is not of the year before.
    """
    nearest = min(candidates, key=lambda each: abs(_days(each) - _days(here)))
    if mark in {"<", "<<"}:
        past = [each for each in candidates if each < here or (each == here and mark == "<")]
        return nearest if mark == "<" and _days(here) - _days(past[-1]) > FAR else past[-1]
    if mark in {">", ">>"}:
        coming = [each for each in candidates if each > here or (each == here and mark == ">")]
        return nearest if mark == ">" and _days(coming[0]) - _days(here) > FAR else coming[0]
    return candidates[1] if mark == "=" else nearest


def _days(day: tuple[int, int, int]) -> float:
    return day[0] * 365.25 + day[1] * 30.44 + day[2]


def _step(unit: str, count: int, point: Point) -> str:
    if unit in {"minute", "hour", "day", "week", "weekend"}:
        return _short_step(unit, count, point)
    if unit in {"month", "quarter", "half"}:
        return _month_step(unit, count, point)
    span = {"year": 1, "decade": 10, "century": 100}[unit]
    year = _year(point.year + count * span)
    return year if unit == "year" else year[: -1 if unit == "decade" else -2]


def _short_step(unit: str, count: int, point: Point) -> str:
    day = point.calendar
    if day is None:
        month = f"{point.month:02}" if point.month else "XX"
        return f"{_year(point.year)}-{month}-XX"
    if unit in {"minute", "hour"}:
        return _clock_step(unit, count, point)
    if unit == "day":
        return (day + timedelta(count)).isoformat()
    shifted = _week_value(day + timedelta(7 * count))
    return shifted + ("-WE" if unit == "weekend" else "")


def _clock_step(unit: str, count: int, point: Point) -> str:
    day = point.calendar
    if day is None or point.hour is None:
        return day.isoformat() if day else _year(point.year)
    minutes = point.hour * 60 + (point.minute or 0) + count * (60 if unit == "hour" else 1)
    shifted = day + timedelta(minutes // 1440)
    return f"{shifted.isoformat()}T{minutes % 1440 // 60:02}:{minutes % 60:02}"


def _month_step(unit: str, count: int, point: Point) -> str:
    width, letter = {"month": (1, ""), "quarter": (3, "Q"), "half": (6, "H")}[unit]
    if point.month is None:
        return f"{_year(point.year)}-{letter}X" if letter else f"{_year(point.year)}-XX"
    year, month = _shift(point.year, point.month, count * width)
    number = f"{month:02}" if unit == "month" else f"{letter}{(month - 1) // width + 1}"
    return f"{_year(year)}-{number}"


def _shift(year: int, month: int, by: int) -> tuple[int, int]:
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def _with_inner(value: str, inner: str | None) -> str:
    if inner is None:
        return value
    return value + inner if inner.startswith("T") else f"{value}-{inner}"


def _year(year: int) -> str:
    return f"BC{-year:04}" if year < 0 else f"{year:04}"


def _week_of(value: str) -> str:
    point = to_point(value)
    return _week_value(point.calendar) if point and point.calendar else "XXXX-WXX"


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
