"""A place name and what the report says around it in, the place chosen for it out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, hypot, log10, radians

from twosource.base.gazetteer import Gazetteer
from twosource.base.gazetteer_names import Entry, fold
from twosource.base.place_lookup import look_up, short_form
from twosource.base.records import Account, Place, Placing, Span

PRECISION = {"country", "admin1", "admin2", "region", "town", "sea", "point"}
BEHIND = re.compile(r"\s*[,(]\s*")


@dataclass(frozen=True)
class Scene:
    """What a report says about where it plays: candidates of each name, countries it names."""

    text: str
    gazetteer: Gazetteer
    candidates: dict[str, tuple[Entry, ...]]
    countries: Counter[str] = field(default_factory=Counter)
    anchors: tuple[Entry, ...] = ()
    qualified: dict[str, Span] = field(default_factory=dict)

    def people(self, place: Place) -> Placing:
        """A word for a people is put nowhere, but its country is told."""
        word = place.span.quote(self.text)
        country = self.gazetteer.countries.by_demonym(word)
        reason = f"{word!r} is a people, not a place"
        return Placing(None, reason, country=country.iso3 if country else None)


def make_scene(account: Account, gazetteer: Gazetteer) -> Scene:
    """The scene of a report: every name looked up once, countries counted."""
    text = account.report.text
    words = [place.span.quote(text) for place in account.places if place.role != "people"]
    candidates = {each: look_up(gazetteer, each) for each in dict.fromkeys(words)}
    countries: Counter[str] = Counter()
    anchors: list[Entry] = []
    for place in account.places:
        word = place.span.quote(text)
        if place.role == "people":
            country = gazetteer.countries.by_demonym(word)
            countries.update([country.iso3] if country else [])
            continue
        sure = _sure(candidates[word])
        if sure is not None:
            anchors.append(sure)
            countries.update([sure.country] if sure.country else [])
    return Scene(text, gazetteer, candidates, countries, tuple(dict.fromkeys(anchors)))


def _sure(entries: Sequence[Entry]) -> Entry | None:
    """The one candidate that needs no context: a country, or the only place, or far the largest."""
    for entry in entries:
        if entry.kind == "country":
            return entry
    if len(entries) == 1:
        return entries[0]
    return None


def choose(place: Place, scene: Scene) -> Placing:
    """The placing of one name, with its reason."""
    word = place.span.quote(scene.text)
    entries = scene.candidates[word]
    if not entries:
        return Placing(None, f"no {word!r} in the gazetteer")
    ranked = sorted(entries, key=lambda entry: (-_score(entry, word, scene), entries.index(entry)))
    best = ranked[0]
    return to_placing(best, _reason(best, entries, scene))


def _score(entry: Entry, word: str, scene: Scene) -> float:
    """How well a candidate fits: its kind and size, its country in the report, what lies near."""
    points = _prominence(entry, word)
    named = scene.countries.get(entry.country or "", 0)
    total = sum(scene.countries.values())
    if total:
        points += 3.0 * named / total + (1.0 if named else 0.0)
    if short_form(word) is not None and entry.kind == "admin1":
        points += 6.0
    near = [each for each in scene.anchors if each is not entry and _near(each, entry)]
    return points + min(len(near), 3) * 0.4


def _prominence(entry: Entry, word: str) -> float:
    kinds = {"country": 7.0, "region": 6.5, "sea": 6.5, "admin1": 5.2, "admin2": 3.5, "point": 4.0}
    points = kinds.get(entry.kind) or log10(entry.population + 30)
    return points if fold(entry.name) == fold(word) else points - 0.7


def _near(left: Entry, right: Entry) -> bool:
    if left.lat is None or right.lat is None or left.kind == "country":
        return False
    return distance(left, right) < 200  # noqa: PLR2004 - kilometres


def distance(left: Entry, right: Entry) -> float:
    """Kilometres between two places, as the flat earth has it: enough for comparing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return 20_000.0
    shrink = cos(radians((left.lat + right.lat) / 2))
    return 111.2 * hypot(left.lat - right.lat, (left.lon - right.lon) * shrink)


def _reason(best: Entry, entries: Sequence[Entry], scene: Scene) -> str:
    if len(entries) == 1:
        return "the only place of this name"
    named = scene.countries.get(best.country or "", 0)
    country = scene.gazetteer.countries.by_iso3(best.country or "")
    reason = f"the best known of {len(entries)} places of this name"
    if named and country is not None:
        reason += f"; {country.name} is named {named} time{'s' if named > 1 else ''}"
    return reason


def to_placing(entry: Entry, reason: str) -> Placing:
    """The placing that a gazetteer entry gives."""
    return Placing(
        entry.name, reason, entry.names, entry.country,
        entry.name if entry.kind == "admin1" else entry.admin1,
        entry.lat, entry.lon, entry.geonames_id, entry.kind,  # type: ignore[arg-type]
    )  # fmt: skip
