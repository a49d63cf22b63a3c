"""A form in, a judgement out: kept, in force, and shown on the page that the form came from."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from twosource.base.archive import Archive
from twosource.base.archive_stories import load_reports, story_of
from twosource.base.errors import InputError, UnknownIdError
from twosource.base.judgements import Action, Judgement
from twosource.base.records import ReportId
from twosource.runners.deciding import check_undo, decide_now
from twosource.runners.judging_drafts import ADDING, Ask
from twosource.runners.judging_wants import parse_want
from twosource.serve.web.csrf import check_form
from twosource.serve.web.decide_context import DecideContext, build_decide
from twosource.serve.web.login import local
from twosource.serve.web.negotiate import answer, html_answer, json_answer, wants_json
from twosource.serve.web.opening import ANY_ID, id_in
from twosource.serve.web.people import ReviewerNow
from twosource.serve.web.prints import print_asked
from twosource.serve.web.shell import ArchiveNow, DeskNow, desk_of

router = APIRouter()
VALUES: dict[Action, tuple[str, ...]] = {  # the fields that a decision takes; others are left
    "edit": ("low", "best", "high", "text"),
    "rate": ("grade",),
    "rename": ("text",),
    "merge": ("text",),
    "add_figure": ("low", "high", "measure", "victim_class", "speaker"),
    "add_claim": ("speaker",),
    "add_event": ("event_type",),
}


class Decision(BaseModel):
    """What the form sends; an empty field sets nothing."""

    model_config = ConfigDict(extra="ignore")

    target: str = Field(max_length=300)
    action: Action
    reason: str = Field(max_length=2000)
    back: str = Field("", max_length=2000)
    token: str = Field("", max_length=200)
    low: str = Field("", max_length=40)
    best: str = Field("", max_length=40)
    high: str = Field("", max_length=40)
    text: str = Field("", max_length=300)
    grade: str = Field("", max_length=1)
    measure: str = Field("", max_length=40)
    victim_class: str = Field("", max_length=40)
    speaker: str = Field("", max_length=200)
    event_type: str = Field("", max_length=80)
    others: list[str] = Field(default_factory=list, max_length=500)
    other: str = Field("", max_length=500)  # an id, or the address of a page
    quote: str = Field("", max_length=5000)
    start: str = Field("", max_length=9)


class Undoing(BaseModel):
    """What the undo button sends."""

    reason: str = Field("undone", max_length=2000)
    back: str = Field("/decisions", max_length=2000)
    token: str = Field("", max_length=200)


@router.get("/decide", response_model=DecideContext)
def form(
    request: Request,
    archive: ArchiveNow,
    _reviewer: ReviewerNow,
    target: Annotated[str, Query(max_length=300)],
    action: Annotated[str, Query(max_length=20)] = "",
    back: Annotated[str, Query(max_length=2000)] = "",
) -> Response:
    """The form: a page of its own, or a part of the page that asks for it."""
    page = build_decide(archive, target, action, local(back) if back else "")
    if request.headers.get("hx-request"):
        part = "_missed_form.html" if page.aim.kind == "report" else "_decide_form.html"
        return html_answer(request, part, page)
    return answer(request, "decide.html", page)


@router.post("/decide", response_model=None)
def decide(
    request: Request,
    archive: ArchiveNow,
    desk: DeskNow,
    reviewer: ReviewerNow,
    told: Annotated[Decision, Form()],
) -> Response:
    """Write the decision down; it counts at once."""
    check_form(request, told.token)
    wanted = parse_want((name, getattr(told, name)) for name in VALUES.get(told.action, ()))
    target = _mark(archive, told) if told.action in ADDING else told.target
    others = tuple(each for each in (*told.others, id_in(told.other)) if each)
    ask = Ask(told.action, target, reviewer.name, told.reason, wanted, others)
    made = decide_now(archive, desk.settings, ask, desk.clock())
    print_asked(archive)
    return _reply(request, made, _way_back(archive, made, told.back))


@router.post("/decisions/{identity}/undo", response_model=None)
def undo(
    request: Request,
    archive: ArchiveNow,
    reviewer: ReviewerNow,
    identity: str,
    told: Annotated[Undoing, Form()],
) -> Response:
    """Take one's own decision back; an administrator may take back any."""
    check_form(request, told.token)
    desk = desk_of(request)
    check_undo(archive, identity, reviewer.name, may_undo_others=reviewer.may("admin"))
    ask = Ask("undo", identity, reviewer.name, told.reason or "undone")
    made = decide_now(archive, desk.settings, ask, desk.clock())
    print_asked(archive)
    return _reply(request, made, _way_back(archive, made, told.back))


def _reply(request: Request, made: Judgement, back: str) -> Response:
    if wants_json(request):
        return json_answer({"judgement": made.id, "number": made.number, "hash": made.hash})
    return RedirectResponse(back, 303)


def _way_back(archive: Archive, made: Judgement, back: str) -> str:
    """The page the form was on; for a story that is no more, the one that its reports are in."""
    place = local(back) if back else "/decisions"
    gone = [each for each in ANY_ID.findall(place) if each.startswith(("sto_", "evt_"))]
    if not gone or all(story_of(archive, each) is not None for each in gone):
        return place
    reports = [each.report for each in (*made.aim.anchors, *made.aim.others)]
    story = next(filter(None, (story_of(archive, each) for each in reports)), None)
    return f"/stories/{story}" if story is not None else "/"


def _mark(archive: Archive, told: Decision) -> str:
    """The target with the place of the quoted words: as selected, else where they stand first."""
    report = next(iter(load_reports(archive, [ReportId(told.target)])), None)
    if report is None:
        raise UnknownIdError(f"no report has the id {told.target!r}")
    words = told.quote.strip()
    if not words:
        raise InputError("no words are marked", remedy="Select them in the text, or copy them")
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    places = [match.span() for match in pattern.finditer(report.text)]
    if not places:
        raise InputError(
            "these words do not stand in the report", remedy="Copy them exactly as they stand"
        )
    near = int(told.start) if told.start.isdigit() else 0
    start, end = min(places, key=lambda place: (abs(place[0] - near), place))
    return f"{report.id}@{start}-{end}"
