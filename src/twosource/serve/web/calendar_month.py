"""A filter and a month in; the happenings of that month by day out, no sharper than told."""

import calendar
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_stories import list_stories
from twosource.base.kept import Shown, StoryFilter
from twosource.serve.web.happenings import undated
from twosource.serve.web.negotiate import answer
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()
MOST = 300  # stories
ONE_DAY = {"minute", "part", "day"}  # precisions that name a day


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid; `inside` the month or beside it."""

    date: str
    number: int
    inside: bool
    happenings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class CalendarContext:
    """A month. `spans` are happenings that no single day is told for; `months` those with any."""

    month: str | None  # None: nothing is dated
    name: str
    weeks: tuple[tuple[Day, ...], ...]
    spans: tuple[Shown, ...]
    months: tuple[tuple[str, int], ...]
    before: str | None
    after: str | None


def build_calendar(archive: Archive, month: str | None) -> CalendarContext:
    """The month asked for, or the latest one in which something happened."""
    reach = StoryFilter(since=f"{month}-01", until=_last_day(month)) if month else StoryFilter()
    rows = list_stories(archive, reach, limit=MOST)
    told = [undated(each) for row in rows for each in row.happenings if each.start and each.end]
    counts = Counter((each.start or "")[:7] for each in told)
    newest = list_stories(archive, limit=MOST) if month else rows
    months = Counter((each.start or "")[:7] for row in newest for each in row.happenings)
    known = tuple(sorted((name, count) for name, count in (months | counts).items() if name))
    shown = month or (known[-1][0] if known else None)
    if shown is None:
        return CalendarContext(None, "", (), (), (), None, None)
    names = [name for name, _ in known]
    return CalendarContext(
        shown, _month_name(shown), _weeks(shown, told), _spans(shown, told), known,
        max((each for each in names if each < shown), default=None),
        min((each for each in names if each > shown), default=None),
    )  # fmt: skip


@router.get("/calendar", response_model=CalendarContext)
def calendar_page(
    request: Request,
    archive: ArchiveNow,
    month: Annotated[str, Query(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")] = "",
) -> Response:
    """The happenings of a month, by day."""
    return answer(request, "calendar.html", build_calendar(archive, month or None))


def _weeks(month: str, told: list[Shown]) -> tuple[tuple[Day, ...], ...]:
    by_day: dict[str, list[Shown]] = defaultdict(list)
    for each in told:
        if each.start == each.end and each.precision in ONE_DAY:
            by_day[each.start or ""].append(each)
    year, number = int(month[:4]), int(month[5:])
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    return tuple(tuple(_day(each, number, by_day) for each in week) for week in weeks)


def _day(day: date, month: int, by_day: dict[str, list[Shown]]) -> Day:
    iso = day.isoformat()
    told = sorted(by_day.get(iso, []), key=lambda each: (each.title, each.event))
    return Day(iso, day.day, day.month == month, tuple(told))


def _spans(month: str, told: list[Shown]) -> tuple[Shown, ...]:
    """What touches the month over several days, or on a day that nobody names."""
    first, last = f"{month}-01", _last_day(month)
    spans = [
        each
        for each in told
        if (each.start != each.end or each.precision not in ONE_DAY)
        and (each.start or "") <= last
        and (each.end or "") >= first
    ]
    return tuple(sorted(spans, key=lambda each: (each.start or "", each.end or "", each.event)))


def _last_day(month: str) -> str:
    return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]}"


def _month_name(month: str) -> str:
    return f"{calendar.month_name[int(month[5:])]} {month[:4]}"
