"""Words in, the reports that hold them out, each with the words marked."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_search import count_hits, search_reports
from twosource.base.kept import Hit
from twosource.serve.web.change_lines import titles_of
from twosource.serve.web.negotiate import answer
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()
A_PAGE = 20


@dataclass(frozen=True, slots=True)
class SearchContext:
    """The reports that hold the words. `titles` are those of the hits' stories, by id."""

    q: str
    hits: tuple[Hit, ...]
    titles: dict[str, str]
    pager: Pager
    address: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The reports that hold the words, as JSON."""

    q: str
    hits: tuple[Hit, ...]
    pager: Pager


def build_search(archive: Archive, words: str, page: int) -> SearchContext:
    """One page of hits."""
    pager = turn(count_hits(archive, words), page, A_PAGE)
    hits = search_reports(archive, words, limit=A_PAGE, offset=pager.offset)
    titles = titles_of(archive, {hit.story for hit in hits if hit.story})
    return SearchContext(words, hits, titles, pager, urlencode({"q": words}) + "&")


@router.get("/search", response_model=SearchAnswer)
def search(
    request: Request,
    archive: ArchiveNow,
    q: Annotated[str, Query(max_length=200)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """The reports that hold all the words, newest first."""
    context = build_search(archive, q.replace("\0", " "), page)
    row = SearchAnswer(context.q, context.hits, context.pager)
    return answer(request, "search.html", context, row)
