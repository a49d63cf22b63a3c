"""A story in, the page on which people put its parts in order out: reports, events, names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive_stories import load_story, story_of
from twosource.base.errors import UnknownIdError
from twosource.base.labels import label_of
from twosource.base.stories import Dossier
from twosource.serve.web.negotiate import answer
from twosource.serve.web.people import ReviewerNow
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be decided on: its target, its name, what else tells it apart."""

    target: str
    name: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class OrderContext:
    """A story's parts, the most told first."""

    story: str
    title: str
    events: tuple[Part, ...]
    actors: tuple[Part, ...]
    places: tuple[Part, ...]
    outlets: tuple[Part, ...]
    rejected: tuple[Part, ...]


def build_order(dossier: Dossier) -> OrderContext:
    """The parts of a story."""
    story = dossier.stories[0]
    return OrderContext(
        story.id, story.title, _events(dossier), _actors(dossier), _places(dossier),
        _outlets(dossier), _rejected(dossier),
    )  # fmt: skip


@router.get("/stories/{identity}/order", response_model=OrderContext)
def order(request: Request, archive: ArchiveNow, _reviewer: ReviewerNow, identity: str) -> Response:
    """The parts of the story with the ways to merge, split, rename and rate them."""
    story = story_of(archive, identity)
    if story is None:
        raise UnknownIdError(f"no story has the id {identity!r}")
    return answer(request, "order.html", build_order(load_story(archive, story)))


def _events(dossier: Dossier) -> tuple[Part, ...]:
    rows = [
        Part(each.id, each.title, each.acled.sub_event_type or each.kind, len(each.mentions))
        for each in dossier.events
    ]
    return _ordered(rows)


def _actors(dossier: Dossier) -> tuple[Part, ...]:
    told = Counter(
        (each.name, each.kind)
        for account in dossier.accounts
        for each in account.actors
        if each.name
    )
    kinds: dict[str, Counter[str]] = {}
    for (name, kind), count in told.items():
        kinds.setdefault(name, Counter())[kind] += count
    return _ordered(
        Part(f"actor:{name}", name, min(rows, key=lambda kind: (-rows[kind], kind)), rows.total())
        for name, rows in kinds.items()
    )


def _places(dossier: Dossier) -> tuple[Part, ...]:
    told = Counter(
        (each.placing.name, each.placing.admin1 or each.placing.country or "")
        for account in dossier.accounts
        for each in account.places
        if each.placing.name and each.role == "location"
    )
    return _ordered(Part(f"place:{name}", name, where, n) for (name, where), n in told.items())


def _outlets(dossier: Dossier) -> tuple[Part, ...]:
    told = Counter(label_of(each.report) for each in dossier.accounts if each.report.outlet)
    return _ordered(Part(f"outlet:{name}", name, "", count) for name, count in told.items())


def _rejected(dossier: Dossier) -> tuple[Part, ...]:
    return _ordered(
        Part(each.id, each.text, each.slot, len(each.supports))
        for each in dossier.findings
        if each.rule == "rejected-by-a-person"
    )


def _ordered(rows: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(rows, key=lambda each: (-each.count, each.name, each.target)))
