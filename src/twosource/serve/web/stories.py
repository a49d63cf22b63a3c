"""A filter in, the index of stories out: newest first, and on top what changed since last time."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_changes import count_changes, list_changes
from twosource.base.archive_stories import count_stories, list_stories
from twosource.base.kept import StoryFilter, StoryRow
from twosource.serve.web.change_lines import ChangeLine, tell_changes
from twosource.serve.web.negotiate import answer, wants_json
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.people import visit_now
from twosource.serve.web.remembering import remember, shown_stamp
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.sparkline import Sparkline, draw_days
from twosource.serve.web.story_query import (
    KINDS,
    Choices,
    StoriesAsked,
    address_of,
    choices_of,
)

router = APIRouter()
STANDING = ("corroborated", "multiple_reports", "single_source", "contested")
ON_TOP = 5  # changes


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story of the index as it is drawn."""

    story: StoryRow
    days: Sparkline | None
    tally: tuple[tuple[str, int], ...]  # in the order of the legend, what stands only


@dataclass(frozen=True, slots=True)
class News:
    """What changed since the last visit. `since` None: this is the first one."""

    since: str | None
    total: int
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class StoriesContext:
    """The index of stories: a page of them, what was asked, and what else may be asked."""

    lines: tuple[StoryLine, ...]
    wanted: StoryFilter
    choices: Choices
    pager: Pager
    filtered: bool
    kinds: dict[str, str]
    address: str  # the query of this filter, to which a page is added
    news: News | None


@dataclass(frozen=True, slots=True)
class StoriesAnswer:
    """The index of stories as JSON."""

    stories: tuple[StoryRow, ...]
    wanted: StoryFilter
    pager: Pager


def build_stories(
    archive: Archive, wanted: StoryFilter, page: int, news: News | None
) -> StoriesContext:
    """One page of the stories that fit."""
    pager = turn(count_stories(archive, wanted), page)
    rows = list_stories(archive, wanted, limit=pager.size, offset=pager.offset)
    lines = tuple(StoryLine(row, _days_of(row), tally_of(row)) for row in rows)
    filtered = wanted != StoryFilter()
    return StoriesContext(
        lines, wanted, choices_of(archive), pager, filtered, KINDS, address_of(wanted), news
    )


def build_news(archive: Archive, since: str | None) -> News | None:
    """What changed since then; None when nothing did, or nobody was here before."""
    total = 0 if since is None else count_changes(archive, since)
    if not total:
        return None
    return News(since, total, tell_changes(archive, list_changes(archive, since, limit=ON_TOP)))


def _days_of(row: StoryRow) -> Sparkline | None:
    """The reports of each day; a single day needs no drawing."""
    return draw_days(row.days) if len(row.days) > 1 else None


def tally_of(row: StoryRow) -> tuple[tuple[str, int], ...]:
    """How many findings stand how, in the order of the legend."""
    told = dict(row.statuses)
    return tuple((status, told[status]) for status in STANDING if status in told)


@router.get("/", response_model=StoriesAnswer)
def stories(request: Request, archive: ArchiveNow, asked: StoriesAsked) -> Response:
    """The stories that fit the filter, newest first."""
    wanted = asked.wanted()
    if wants_json(request):
        pager = turn(count_stories(archive, wanted), asked.page)
        rows = list_stories(archive, wanted, limit=pager.size, offset=pager.offset)
        return answer(request, "stories.html", StoriesAnswer(rows, wanted, pager))
    plain = wanted == StoryFilter() and asked.page == 1
    since = visit_now(request).before if plain else None
    stamp = shown_stamp(archive)
    return remember(
        request,
        "stories.html",
        None if stamp is None else (stamp, since),
        lambda: build_stories(archive, wanted, asked.page, build_news(archive, since)),
    )
