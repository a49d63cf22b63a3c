"""A filter in, the index of stories out: newest first."""

from dataclasses import asdict, dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from twosource.base.archive import Archive
from twosource.base.archive_stories import count_stories, list_facets, list_stories
from twosource.base.kept import Facet, StoryFilter, StoryRow
from twosource.serve.web.negotiate import answer
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.sparkline import Sparkline, draw_days

router = APIRouter()
DAY = Field(max_length=10, pattern=r"^(\d{4}-\d{2}-\d{2})?$")
WORDS = Field(max_length=200)
STANDING = ("corroborated", "multiple_reports", "single_source", "contested")
KINDS = {  # what stories are filtered by, and what the form calls it
    "place": "Place",
    "actor": "Actor",
    "event_type": "Event type",
    "status": "Status",
    "outlet": "Outlet",
}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story of the index as it is drawn."""

    story: StoryRow
    days: Sparkline | None
    tally: tuple[tuple[str, int], ...]  # in the order of the legend, what stands only


@dataclass(frozen=True, slots=True)
class StoriesContext:
    """The index of stories: a page of them, what was asked, and what else may be asked."""

    lines: tuple[StoryLine, ...]
    wanted: StoryFilter
    choices: dict[str, tuple[Facet, ...]]
    pager: Pager
    filtered: bool
    kinds: dict[str, str]
    address: str  # the query of this filter, to which a page is added


@dataclass(frozen=True, slots=True)
class StoriesAnswer:
    """The index of stories as JSON."""

    stories: tuple[StoryRow, ...]
    wanted: StoryFilter
    pager: Pager


def build_stories(archive: Archive, wanted: StoryFilter, page: int) -> StoriesContext:
    """One page of the stories that fit."""
    pager = turn(count_stories(archive, wanted), page)
    rows = list_stories(archive, wanted, limit=pager.size, offset=pager.offset)
    lines = tuple(StoryLine(row, draw_days(row.days), tally_of(row)) for row in rows)
    choices = {kind: list_facets(archive, kind) for kind in KINDS}
    filtered = wanted != StoryFilter()
    return StoriesContext(lines, wanted, choices, pager, filtered, KINDS, address_of(wanted))


def tally_of(row: StoryRow) -> tuple[tuple[str, int], ...]:
    """How many findings stand how, in the order of the legend."""
    told = dict(row.statuses)
    return tuple((status, told[status]) for status in STANDING if status in told)


def address_of(wanted: StoryFilter) -> str:
    """The filter as a query that a page number can be added to."""
    told = {name: value for name, value in asdict(wanted).items() if value}
    return urlencode(told) + "&" if told else ""


class StoriesQuery(BaseModel):
    """What the form asks for; an empty field asks for nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    since: Annotated[str, DAY] = ""
    until: Annotated[str, DAY] = ""
    place: Annotated[str, WORDS] = ""
    actor: Annotated[str, WORDS] = ""
    event_type: Annotated[str, WORDS] = ""
    status: Annotated[str, WORDS] = ""
    outlet: Annotated[str, WORDS] = ""
    words: Annotated[str, WORDS] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1

    def wanted(self) -> StoryFilter:
        """The filter."""
        told = self.model_dump(exclude={"page"})
        return StoryFilter(**{name: value or None for name, value in told.items()})


@router.get("/", response_model=StoriesAnswer)
def stories(
    request: Request, archive: ArchiveNow, asked: Annotated[StoriesQuery, Query()]
) -> Response:
    """The stories that fit the filter, newest first."""
    context = build_stories(archive, asked.wanted(), asked.page)
    rows = tuple(line.story for line in context.lines)
    row = StoriesAnswer(rows, context.wanted, context.pager)
    return answer(request, "stories.html", context, row)
