"""A moment in, what changed since out: the latest first, by story."""

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_changes import count_changes, list_changes
from twosource.base.kept import Change
from twosource.serve.web.change_lines import ChangeLine, tell_changes
from twosource.serve.web.negotiate import answer, wants_json
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.people import visit_now
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()
A_PAGE = 100


@dataclass(frozen=True, slots=True)
class StoryChanges:
    """What changed in one story at one time."""

    story: str
    title: str
    made_at: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesContext:
    """What changed: blocks of a story each. `before` is the end of the last visit, if any."""

    blocks: tuple[StoryChanges, ...]
    pager: Pager
    since: str | None
    story: str | None
    before: str | None
    address: str


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """What changed, as JSON."""

    changes: tuple[Change, ...]
    since: str | None
    story: str | None
    pager: Pager


def build_changes(archive: Archive, found: ChangesAnswer, before: str | None) -> ChangesContext:
    """The changes in blocks, one for each story and time."""
    lines = tell_changes(archive, found.changes)
    blocks = tuple(
        _block(key, tuple(told))
        for key, told in groupby(lines, key=lambda line: (line.change.made_at, line.change.story))
    )
    asked = {"since": found.since, "story": found.story}
    told = {name: value for name, value in asked.items() if value}
    address = urlencode(told) + "&" if told else ""
    return ChangesContext(blocks, found.pager, found.since, found.story, before, address)


@router.get("/changes", response_model=ChangesAnswer)
def changes(
    request: Request,
    archive: ArchiveNow,
    since: Annotated[str, Query(max_length=40)] = "",
    story: Annotated[str, Query(max_length=40)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """What changed since a moment, in one story or in all."""
    pager = turn(count_changes(archive, since or None, story or None), page, A_PAGE)
    found = ChangesAnswer(
        list_changes(archive, since or None, story or None, limit=A_PAGE, offset=pager.offset),
        since or None, story or None, pager,
    )  # fmt: skip
    if wants_json(request):
        return answer(request, "changes.html", found)
    before = visit_now(request).before
    return answer(request, "changes.html", build_changes(archive, found, before))


def _block(key: tuple[str, str], lines: tuple[ChangeLine, ...]) -> StoryChanges:
    made_at, story = key
    return StoryChanges(story, lines[0].title, made_at, lines)
