"""The archive in; its outlets, what they share with whom, and whose word they carry, out."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_outlets import (
    Outlet,
    count_nameless,
    count_outlets,
    find_outlet,
    list_outlets,
)
from twosource.base.archive_stories import count_stories, list_stories, load_story
from twosource.base.errors import UnknownIdError
from twosource.base.kept import StoryFilter, StoryRow
from twosource.serve.web.decide_context import Grades, grades_of
from twosource.serve.web.kin import Kin, find_kin
from twosource.serve.web.negotiate import answer
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()
A_PAGE = 100
LOOKED_AT = 20  # newest stories that an outlet's kin are read from


@dataclass(frozen=True, slots=True)
class OutletsContext:
    """The outlets; `nameless` counts the reports that name none."""

    outlets: tuple[Outlet, ...]
    nameless: int
    pager: Pager
    grades: Grades  # what reviewers gave, A to F
    address: str = ""


@dataclass(frozen=True, slots=True)
class OutletContext:
    """One outlet. Its kin are read from its `looked_at` newest stories of `total`."""

    outlet: Outlet
    kin: Kin
    stories: tuple[StoryRow, ...]
    looked_at: int
    total: int
    grades: Grades


def build_outlets(archive: Archive, page: int) -> OutletsContext:
    """One page of the outlets."""
    pager = turn(count_outlets(archive), page, A_PAGE)
    found = list_outlets(archive, limit=A_PAGE, offset=pager.offset)
    return OutletsContext(found, count_nameless(archive), pager, grades_of(archive))


def build_outlet(archive: Archive, name: str) -> OutletContext:
    """One outlet with its newest stories. Raises UnknownIdError."""
    outlet = find_outlet(archive, name)
    if outlet is None:
        raise UnknownIdError(f"no outlet is called {name!r}")
    wanted = StoryFilter(outlet=name)
    rows = list_stories(archive, wanted, limit=LOOKED_AT)
    kin = find_kin(name, (load_story(archive, row.id) for row in rows))
    total = count_stories(archive, wanted)
    return OutletContext(outlet, kin, rows, len(rows), total, grades_of(archive))


@router.get("/outlets", response_model=OutletsContext)
def outlets(
    request: Request,
    archive: ArchiveNow,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """The outlets of the archive, those of most reports first."""
    return answer(request, "outlets.html", build_outlets(archive, page))


@router.get("/outlets/{name:path}", response_model=OutletContext)
def outlet(request: Request, archive: ArchiveNow, name: str) -> Response:
    """One outlet: with whom it shares texts, whose word it carries, its newest stories."""
    return answer(request, "outlet.html", build_outlet(archive, name))
