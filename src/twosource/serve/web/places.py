"""A filter in, the places of the stories that fit out: for the map, and as a list without one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_stories import count_stories, list_stories
from twosource.base.kept import Shown, StoryFilter, StoryRow
from twosource.base.records import When
from twosource.render.map_places import FORMS, UNPLACED, Happening, Spot, spots_page
from twosource.render.phrases import when_words
from twosource.serve.web.happenings import undated
from twosource.serve.web.negotiate import answer
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_query import KINDS, Choices, StoriesAsked, address_of, choices_of

router = APIRouter()
MOST = 300  # stories on one map


@dataclass(frozen=True, slots=True)
class MapContext:
    """The places of the newest stories that fit: those that are drawn, those known to a country."""

    drawn: tuple[Spot, ...]
    noted: tuple[Spot, ...]
    shown: int  # stories
    total: int
    wanted: StoryFilter
    choices: Choices
    kinds: dict[str, str]
    filtered: bool
    address: str


def build_map(archive: Archive, wanted: StoryFilter) -> MapContext:
    """The map of the stories that fit."""
    rows = list_stories(archive, wanted, limit=MOST)
    spots = gather_spots(rows)
    return MapContext(
        tuple(each for each in spots if each.form != "note"),
        tuple(each for each in spots if each.form == "note"),
        len(rows), count_stories(archive, wanted), wanted, choices_of(archive), KINDS,
        wanted != StoryFilter(), address_of(wanted),
    )  # fmt: skip


def gather_spots(rows: Iterable[StoryRow]) -> tuple[Spot, ...]:
    """The places of these stories, those of most happenings first."""
    found: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    for row in rows:
        for each in row.happenings:
            if each.place is not None:
                found[each.place, each.country or ""].append(undated(each))
    keys = sorted(found, key=lambda key: (-len(found[key]), key))
    return tuple(_spot(found[key]) for key in keys)


@router.get("/map")
def map_page(request: Request, archive: ArchiveNow, asked: StoriesAsked) -> Response:
    """The places of the newest stories that fit; as JSON: GeoJSON."""
    context = build_map(archive, asked.wanted())
    return answer(request, "map.html", context, spots_page((*context.drawn, *context.noted)))


def _spot(told: list[Shown]) -> Spot:
    first = told[0]
    form, radius, says = FORMS.get(first.where or "", UNPLACED)
    if first.lat is None or first.lon is None:
        form, radius, says = UNPLACED if first.where != "country" else FORMS["country"]
    drawn = form != "note"
    return Spot(
        first.place or "", (), first.country, form, radius, says, first.lat if drawn else None,
        first.lon if drawn else None, "", tuple(_happening(each) for each in told),
    )  # fmt: skip


def _happening(shown: Shown) -> Happening:
    when = None
    if shown.start and shown.end:
        when = when_words(When(shown.start, shown.end, shown.precision or "day"))
    return Happening(shown.event, shown.title, when, shown.status)
