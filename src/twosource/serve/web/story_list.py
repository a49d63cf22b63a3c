"""A story and a wish in, its findings out, page by page: the long tail of a large story."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from twosource.base.records import Scope
from twosource.base.stories import Dossier, Finding
from twosource.render.chart_figures import Chart, make_chart
from twosource.render.dossier import finding_row, texts_of
from twosource.render.notes import Notebook
from twosource.render.parts import Note
from twosource.render.statements import make_toll
from twosource.render.tolls import is_toll
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import moved, open_story
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_context import family_of
from twosource.serve.web.story_points import Point, importance, make_point

router = APIRouter()
WORD = Field(max_length=40, pattern=r"^[a-z_]*$")


class FindingsQuery(BaseModel):
    """Which findings are wanted; an empty field asks for nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    status: Annotated[str, WORD] = ""
    slot: Annotated[str, WORD] = ""
    scope: Scope = "current"
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


@dataclass(frozen=True, slots=True)
class FindingsContext:
    """One page of a story's findings, the weightiest first."""

    id: str
    title: str
    asked: FindingsQuery
    points: tuple[Point, ...]
    charts_by_finding: dict[str, Chart]
    notes: dict[int, Note]
    pager: Pager
    address: str


def pick_findings(dossier: Dossier, asked: FindingsQuery) -> list[Finding]:
    """The findings that fit, the weightiest first."""
    families = family_of(dossier)
    told = [
        each
        for each in dossier.findings
        if each.scope == asked.scope
        and asked.status in {"", each.status}
        and asked.slot in {"", each.slot}
    ]
    return sorted(told, key=lambda each: (each.lifecycle != "live", importance(each, families)))


def build_findings(dossier: Dossier, asked: FindingsQuery) -> FindingsContext:
    """One page of them."""
    book = Notebook.of(dossier)
    told = pick_findings(dossier, asked)
    pager = turn(len(told), asked.page)
    events = {each.id: each for each in dossier.events}
    mine = told[pager.offset : pager.offset + pager.size]
    points = tuple(make_point(each, book) for each in mine)
    charts = [
        make_chart(make_toll(each, book), events.get(each.event)) for each in mine if is_toll(each)
    ]
    wish = {name: value for name, value in asked.model_dump(exclude={"page"}).items() if value}
    return FindingsContext(
        dossier.stories[0].id,
        dossier.stories[0].title,
        asked,
        points,
        {each.toll.id: each for each in charts if each.bars},
        {note.number: note for note in book.notes()},
        pager,
        f"{urlencode(wish)}&",
    )


@router.get("/stories/{identity}/findings")
def story_findings(
    request: Request, archive: ArchiveNow, identity: str, asked: Annotated[FindingsQuery, Query()]
) -> Response:
    """The findings of a story that fit, page by page."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}/findings")
    if wants_json(request):
        told = pick_findings(found, asked)
        pager = turn(len(told), asked.page)
        texts = texts_of(found)
        mine = told[pager.offset : pager.offset + pager.size]
        rows = [finding_row(each, texts) for each in mine]
        return json_answer({"story": found.stories[0].id, "findings": rows, "pager": pager})
    return answer(request, "story_findings.html", build_findings(found, asked))
