"""Happenings in, what a map may draw out: a town is a dot, a district a wash, a country a note.

Radii are in kilometres and say how far the place may be from its coordinates; they are not exact
borders. What has no coordinates, or only a country, is never given a pin.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from twosource.base.records import Placing
from twosource.base.stories import Event, EventId, Status
from twosource.render.phrases import when_words
from twosource.render.values import Row

Form = Literal["dot", "wash", "note"]
FORMS: Mapping[str, tuple[Form, int, str]] = {
    "point": ("dot", 0, "known to the spot"),
    "town": ("dot", 0, "known to the town"),
    "admin2": ("wash", 25, "known to the district only"),
    "admin1": ("wash", 80, "known to the province only"),
    "region": ("wash", 150, "known to the region only"),
    "sea": ("wash", 150, "at sea, no exact spot"),
    "country": ("note", 0, "known to the country only"),
}
UNPLACED: tuple[Form, int, str] = ("note", 0, "not found on the map")


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening at a place. `status` None: no finding says how it stands."""

    event: EventId
    title: str
    when: str | None
    status: Status | None
    words: str | None = None  # the sentence of a report that tells of it
    source: str | None = None  # where these words stand: `rep_…#c12-80`


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a story and what is told to have happened there."""

    name: str
    names: tuple[str, ...]
    country: str | None
    form: Form
    radius_km: int
    says: str
    lat: float | None
    lon: float | None
    reason: str
    happenings: tuple[Happening, ...]


def make_spots(events: Iterable[Event], statuses: Mapping[EventId, Status]) -> tuple[Spot, ...]:
    """The places of these happenings, those of most happenings first."""
    found: dict[tuple[str, str], list[Event]] = {}
    placings: dict[tuple[str, str], Placing] = {}
    for event in events:
        place = event.place
        if place is None or not place.name:
            continue
        key = (place.name, place.country or "")
        placings.setdefault(key, place)
        found.setdefault(key, []).append(event)
    keys = sorted(found, key=lambda key: (-sum(len(e.mentions) for e in found[key]), key))
    return tuple(_spot(placings[key], found[key], statuses) for key in keys)


def spots_page(spots: Iterable[Spot]) -> Row:
    """The places as GeoJSON (RFC 7946); `geometry` is null for what gets no pin."""
    return {"type": "FeatureCollection", "features": [_feature(spot) for spot in spots]}


def _spot(place: Placing, events: Iterable[Event], statuses: Mapping[EventId, Status]) -> Spot:
    form, radius, says = FORMS.get(place.precision or "", UNPLACED)
    if place.lat is None or place.lon is None:
        form, radius, says = UNPLACED
    told = tuple(
        Happening(
            each.id,
            each.title,
            None if each.when is None else when_words(each.when),
            statuses.get(each.id),
        )
        for each in events
    )
    also = tuple(name for name in place.names if name != place.name)
    drawn = form != "note"
    return Spot(
        place.name or "", also, place.country, form, radius, says,
        place.lat if drawn else None, place.lon if drawn else None, place.reason, told,
    )  # fmt: skip


def _feature(spot: Spot) -> Row:
    drawn = spot.lat is not None and spot.lon is not None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]} if drawn else None,
        "properties": {
            "name": spot.name,
            "names": list(spot.names),
            "country": spot.country,
            "form": spot.form,
            "radius_km": spot.radius_km,
            "says": spot.says,
            "reason": spot.reason,
            "status": next((each.status for each in spot.happenings if each.status), None),
            "happenings": [
                {
                    "id": each.event,
                    "title": each.title,
                    "when": each.when,
                    "status": each.status,
                    "words": each.words,
                    "source": each.source,
                }
                for each in spot.happenings
            ],
        },
    }
