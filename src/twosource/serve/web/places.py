"""A filter in, the places of all stories that fit out: for the map, and as a list without one."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_happenings import count_spots, list_spots
from twosource.base.archive_stories import count_stories
from twosource.base.kept import Shown, Spotted, StoryFilter
from twosource.base.records import When
from twosource.render.map_places import FORMS, UNPLACED, Happening, Spot, spots_page
from twosource.render.phrases import when_words
from twosource.render.values import Row
from twosource.serve.web.happenings import undated
from twosource.serve.web.negotiate import json_answer, wants_json
from twosource.serve.web.remembering import remember, shown_stamp
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_query import KINDS, Choices, StoriesAsked, address_of, choices_of

router = APIRouter()
MOST = 500  # places on one map: those of most happenings
LISTED = 100  # of them in either list


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with the happenings that most reports tell of; `count` is how many there are."""

    spot: Spot
    count: int
    address: str  # the query of the stories that tell of it


@dataclass(frozen=True, slots=True)
class MapContext:
    """The places of all stories that fit: those that are drawn, those known to a country.

    Of `places` at which `happenings` are told, those of most happenings are here.
    """

    drawn: tuple[PlaceLine, ...]
    noted: tuple[PlaceLine, ...]
    places: int
    happenings: int
    stories: int
    wanted: StoryFilter
    choices: Choices
    kinds: dict[str, str]
    filtered: bool
    address: str
    listed: int = LISTED


def build_map(archive: Archive, wanted: StoryFilter) -> MapContext:
    """The map of the stories that fit."""
    lines = list_places(archive, wanted)
    places, happenings = len(lines), sum(each.count for each in lines)
    if places == MOST:
        places, happenings = count_spots(archive, wanted)
    return MapContext(
        tuple(each for each in lines if each.spot.form != "note"),
        tuple(each for each in lines if each.spot.form == "note"),
        places, happenings, count_stories(archive, wanted), wanted, choices_of(archive), KINDS,
        wanted != StoryFilter(), address_of(wanted),
    )  # fmt: skip


def list_places(archive: Archive, wanted: StoryFilter) -> list[PlaceLine]:
    """The places of these stories, those of most happenings first."""
    return [_line(each) for each in list_spots(archive, wanted, limit=MOST)]


def places_page(lines: list[PlaceLine]) -> Row:
    """The places as GeoJSON; `count` tells how many happenings there are beside those given."""
    page = spots_page(each.spot for each in lines)
    for feature, line in zip(page["features"], lines, strict=True):
        feature["properties"]["count"] = line.count
    return page


@router.get("/map")
def map_page(request: Request, archive: ArchiveNow, asked: StoriesAsked) -> Response:
    """The places of all stories that fit; as JSON: GeoJSON."""
    wanted = asked.wanted()
    if wants_json(request):
        return json_answer(places_page(list_places(archive, wanted)))
    stamp = shown_stamp(archive)
    return remember(request, "map.html", stamp, lambda: build_map(archive, wanted))


def _line(told: Spotted) -> PlaceLine:
    form, radius, says = FORMS.get(told.where or "", UNPLACED)
    if told.lat is None or told.lon is None:
        form, radius, says = UNPLACED if told.where != "country" else FORMS["country"]
    drawn = form != "note"
    spot = Spot(
        told.name, (), told.country, form, radius, says, told.lat if drawn else None,
        told.lon if drawn else None, "", tuple(_happening(each) for each in told.most_told),
    )  # fmt: skip
    return PlaceLine(spot, told.happenings, address_of(StoryFilter(place=told.name)))


def _happening(shown: Shown) -> Happening:
    shown = undated(shown)
    when = None
    if shown.start and shown.end:
        when = when_words(When(shown.start, shown.end, shown.precision or "day"))
    return Happening(shown.event, shown.title, when, shown.status, shown.words, shown.source)
