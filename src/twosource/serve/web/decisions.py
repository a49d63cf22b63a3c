"""The chain of judgements in, the audit page out: who decided what, when, why, undone or not."""

import dataclasses
from dataclasses import dataclass, replace
from typing import Annotated, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from twosource.base.archive import Archive
from twosource.base.archive_judgements import (
    Broken,
    Link,
    Search,
    count_judgements,
    last_link,
    list_judgements,
    list_reviewers,
    verify_chain,
)
from twosource.base.judgements import Action, Judgement
from twosource.base.people import Person
from twosource.serve.web.decide_context import MORE, WORDS
from twosource.serve.web.negotiate import answer
from twosource.serve.web.opening import id_in
from twosource.serve.web.pages import Pager, turn
from twosource.serve.web.people import UserNow
from twosource.serve.web.shell import ArchiveNow, desk_of

router = APIRouter()
AN_HOUR = len("2031-05-18T06")  # a moment without its minutes
PAGES = {"fin": "findings", "evt": "events", "sto": "stories", "rep": "reports"}


@dataclass(frozen=True, slots=True)
class Made:
    """One judgement as the audit shows it. `address` is None where a target has no page."""

    judgement: Judgement
    address: str | None
    undone: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole chain as it was checked: when, up to which link, and where it was broken."""

    at: str
    link: Link
    broken: Broken | None


@dataclass(frozen=True, slots=True)
class DecisionsContext:
    """A page of the audit: the latest first, and whether the chain holds.

    `checked_at` is when the chain was last checked from its first link; what came since is checked
    for each page.
    """

    rows: tuple[Made, ...]
    wanted: Search
    pager: Pager
    broken: Broken | None
    checked_at: str
    head: str | None
    reviewers: tuple[str, ...]
    actions: dict[str, str]
    address: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One judgement as JSON."""

    id: str
    number: int
    made_at: str
    by: str
    action: str
    target: str
    name: str
    reason: str
    undone: bool
    value: dict[str, object]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class DecisionsAnswer:
    """The audit as JSON."""

    decisions: tuple[DecisionRow, ...]
    whole: bool
    broken: Broken | None
    checked_at: str
    head: str | None
    pager: Pager


class DecisionsQuery(BaseModel):
    """What the form asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    by: Annotated[str, Field(max_length=64)] = ""
    action: Annotated[str, Field(max_length=20)] = ""
    target: Annotated[str, Field(max_length=300)] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1

    def wanted(self) -> Search:
        """The filter."""
        action = next((each for each in get_args(Action) if each == self.action), None)
        return Search(self.by or None, action, id_in(self.target) or self.target or None)


def check_chain(archive: Archive, now: str) -> Checked:
    """Whether the chain holds: from its first link once an hour, from the last known one else."""

    def check() -> Checked:
        link = last_link(archive)
        return Checked(now, link, verify_chain(archive))

    known = archive.recall(("chain",), now[:AN_HOUR], check)
    return known if known.broken else replace(known, broken=verify_chain(archive, known.link))


def build_decisions(
    archive: Archive, wanted: Search, page: int, asks: tuple[Person, str]
) -> DecisionsContext:
    """One page of the judgements that fit; `asks` is who asks, and when."""
    person, now = asks
    checked = check_chain(archive, now)
    pager = turn(count_judgements(archive, wanted), page)
    rows = list_judgements(archive, wanted, limit=pager.size, offset=pager.offset)
    last = list_judgements(archive, limit=1)
    undos = list_judgements(archive, Search(action="undo"))
    undone = _undone(undos)
    made = tuple(_made(each, undone, person) for each in rows)
    told = {"by": wanted.by, "action": wanted.action, "target": wanted.target}
    query = urlencode({name: value for name, value in told.items() if value})
    return DecisionsContext(
        made, wanted, pager, checked.broken, checked.at, last[0].hash if last else None,
        list_reviewers(archive), {**WORDS, **MORE}, f"{query}&" if query else "",
    )  # fmt: skip


@router.get("/decisions", response_model=DecisionsAnswer)
def decisions(
    request: Request,
    archive: ArchiveNow,
    person: UserNow,
    asked: Annotated[DecisionsQuery, Query()],
) -> Response:
    """Who decided what, when and why; the latest first."""
    now = desk_of(request).clock()
    page = build_decisions(archive, asked.wanted(), asked.page, (person, now))
    rows = tuple(_row(each) for each in page.rows)
    told = DecisionsAnswer(
        rows, page.broken is None, page.broken, page.checked_at, page.head, page.pager
    )
    return answer(request, "decisions.html", page, told)


def _undone(undos: tuple[Judgement, ...]) -> frozenset[str]:
    """What an undoing in force points at."""
    standing: set[str] = set()
    void: set[str] = set()
    for each in undos:  # the latest first
        if each.id in void:
            continue
        standing.add(each.target)
        void.add(each.target)
    return frozenset(standing)


def _made(each: Judgement, undone: frozenset[str], person: Person) -> Made:
    mine = each.by == person.name or person.may("admin")
    may = person.may("reviewer") and mine and each.id not in undone
    return Made(each, _address(each), each.id in undone, may)


def _address(each: Judgement) -> str | None:
    kind = each.target.partition("_")[0]
    if kind not in PAGES:
        return None
    whole = each.target.partition("@")[0].partition("/")[0]
    words = each.aim.anchors[0] if kind == "rep" and each.aim.anchors else None
    place = f"#c{words.start}-{words.end}" if words is not None and words.quote else ""
    return f"/{PAGES[kind]}/{whole}{place}"


def _row(each: Made) -> DecisionRow:
    told = each.judgement
    wanted = dataclasses.asdict(told.wanted)
    value = {name: set_to for name, set_to in wanted.items() if set_to is not None}
    return DecisionRow(
        told.id, told.number, told.made_at, told.by, told.action, told.target, told.aim.name,
        told.reason, each.undone, value, told.previous, told.hash,
    )  # fmt: skip
