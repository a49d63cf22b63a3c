"""A filter and a month in; the happenings of that month by day out, no sharper than told."""

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from twosource.base.archive import Archive
from twosource.base.archive_happenings import count_months, list_days, list_spans
from twosource.base.kept import Shown, StoryFilter
from twosource.serve.web.happenings import undated
from twosource.serve.web.negotiate import json_answer, wants_json
from twosource.serve.web.remembering import remember, shown_stamp
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_query import KINDS, Choices, StoriesQuery, address_of, choices_of

router = APIRouter()
A_DAY = 12  # happenings of a day on the page: those that most reports tell of
SPANS = 60
MONTH = Field(max_length=7, pattern=r"^(([1-8]\d{3}|0[1-9]\d\d)-(0[1-9]|1[0-2]))?$")


class CalendarQuery(StoriesQuery):
    """A month, and which stories' happenings are wanted."""

    month: Annotated[str, MONTH] = ""

    def wanted(self) -> StoryFilter:
        """The filter without the month."""
        told = self.model_dump(exclude={"page", "month"})
        return StoryFilter(**{name: value or None for name, value in told.items()})


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid; `inside` the month or beside it. `count` is of all its happenings."""

    date: str
    number: int
    inside: bool
    happenings: tuple[Shown, ...]
    count: int
    stories: str  # the query of the stories that it falls into


@dataclass(frozen=True, slots=True)
class CalendarContext:
    """A month. `spans` are happenings that no single day is told for, the most told of `spanning`.

    `months` are those with any happening, and how many began in each.
    """

    month: str | None  # None: nothing is dated
    name: str
    weeks: tuple[tuple[Day, ...], ...]
    spans: tuple[Shown, ...]
    spanning: int
    months: tuple[tuple[str, int], ...]
    before: str | None
    after: str | None
    wanted: StoryFilter
    choices: Choices
    kinds: dict[str, str]
    filtered: bool
    address: str

    @property
    def told(self) -> int:
        """How many happenings have a day of this month."""
        return sum(day.count for week in self.weeks for day in week if day.inside)


def build_calendar(archive: Archive, wanted: StoryFilter, month: str | None) -> CalendarContext:
    """The month asked for, or the latest one in which something happened."""
    months = count_months(archive, wanted)
    names = [name for name, _ in months]
    shown = month or max(names, default=None)
    filters = (
        wanted, choices_of(archive), KINDS, wanted != StoryFilter(), address_of(wanted),
    )  # fmt: skip
    if shown is None:
        return CalendarContext(None, "", (), (), 0, (), None, None, *filters)
    grid = calendar.Calendar().monthdatescalendar(int(shown[:4]), int(shown[5:]))
    reach = (grid[0][0].isoformat(), grid[-1][-1].isoformat())
    by_day = list_days(archive, reach, wanted, each=A_DAY)
    spanning, spans = list_spans(archive, (f"{shown}-01", _last_day(shown)), wanted, limit=SPANS)
    return CalendarContext(
        shown, _month_name(shown),
        tuple(
            tuple(_day(each, shown, by_day.get(each.isoformat()), wanted) for each in week)
            for week in grid
        ),
        tuple(undated(each) for each in spans), spanning, months,
        max((each for each in names if each < shown), default=None),
        min((each for each in names if each > shown), default=None),
        *filters,
    )  # fmt: skip


@router.get("/calendar", response_model=CalendarContext)
def calendar_page(
    request: Request, archive: ArchiveNow, asked: Annotated[CalendarQuery, Query()]
) -> Response:
    """The happenings of a month, by day, in all stories that fit."""
    wanted, month = asked.wanted(), asked.month or None
    if wants_json(request):
        return json_answer(build_calendar(archive, wanted, month))
    stamp = shown_stamp(archive)
    return remember(request, "calendar.html", stamp, lambda: build_calendar(archive, wanted, month))


def stories_of(day: str, wanted: StoryFilter) -> str:
    """The query of the stories that a day falls into.

    >>> stories_of("2031-05-12", StoryFilter(place="Dolna"))
    'since=2031-05-12&until=2031-05-12&place=Dolna&'
    """
    return address_of(replace(wanted, since=day, until=day))


def _day(
    day: date, month: str, told: tuple[int, tuple[Shown, ...]] | None, wanted: StoryFilter
) -> Day:
    iso = day.isoformat()
    count, most_told = told or (0, ())
    happenings = tuple(undated(each) for each in most_told)
    return Day(iso, day.day, iso[:7] == month, happenings, count, stories_of(iso, wanted))


def _last_day(month: str) -> str:
    return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]}"


def _month_name(month: str) -> str:
    return f"{calendar.month_name[int(month[5:])]} {month[:4]}"
