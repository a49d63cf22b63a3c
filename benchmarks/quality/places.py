"""Places: are names found, and are they put where they are? GeoWebNews, LGL and files like them.

Detection: F1 by overlap, one to one, over the roles location, government and in_name.
Words for peoples ("Syrian") are no places in our contract and are left out of detection, in the
gold and in what was found ("Syrian Army": within a name); for Acc@161 they count.
Acc@161: share of all gold names with coordinates that overlap a place within 161 km; a name that
was missed is wrong. `acc161_with_peoples` also lets the points of words for peoples count, which
the program prints with the role people. Median kilometres are over the names found and placed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from benchmarks.quality.common import Metric, Text, f1, sample, to_report
from twosource.base.countries import known_countries
from twosource.base.records import Account, Place, Span
from twosource.base.settings import Settings
from twosource.extract.parse import parse_reports
from twosource.extract.places import find_places
from twosource.ground.placings import place_names

SETS = {"GWN": "geowebnews", "lgl": "lgl", "TR-News": "trnews", "GeoVirus": "geovirus"}
NO_PLACE = {
    "Non_Lit_Expression", "Literal_Expression", "Non_Toponym", "Homonym", "Language", "Demonym",
}  # fmt: skip
ROLES = {"location", "government", "in_name"}
NEAR = 161.0  # kilometres: 100 miles, the measure of the field


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in a text, gold or found, and its point; None: no coordinates."""

    span: Span
    point: tuple[float, float] | None = None
    people: bool = False  # a word for a people: no place of ours, yet gold with coordinates


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over texts; `far` are kilometres of gold names that were found and placed."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    with_point: int = 0
    near: int = 0
    far: tuple[float, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.hit + other.hit,
            self.with_point + other.with_point,
            self.near + other.near,
            self.far + other.far,
        )


def score(data: Path, limit: int | None) -> list[Metric]:
    """Detection and placing on each set that lies in the folder."""
    folder = data if (data / "xml").is_dir() else data / "toponyms"
    metrics: list[Metric] = []
    for stem, name in SETS.items():
        file = folder / "xml" / f"{stem}.xml"
        if file.exists():
            metrics += _score_set(name, read_gold(file), limit)
    return metrics


def _score_set(
    name: str, rows: Sequence[tuple[Text, list[Spot]]], limit: int | None
) -> list[Metric]:
    chosen = sample(rows, lambda row: row[0].id, limit)
    total, every = Tally(), Tally()
    reports = [to_report(text) for text, _ in chosen]
    for (_, gold), reading in zip(chosen, parse_reports(reports, Settings()), strict=True):
        account = replace(reading.account, places=tuple(find_places(reading)))
        placed = place_names(account, Settings())
        total += compare(gold, found_spots(placed))
        every += compare(gold, found_spots(placed, ROLES | {"people"}))
    return [
        *to_metrics(name, total),
        Metric(f"places.{name}.acc161_with_peoples", _share_near(every), every.with_point),
    ]


def to_metrics(name: str, total: Tally) -> list[Metric]:
    """The numbers of one set."""
    accuracy = _share_near(total)
    middle = median(total.far) if total.far else 0.0
    return [
        Metric(f"places.{name}.detection_f1", f1(total.hit, total.found, total.gold), total.gold,
               goal=85.0),
        Metric(f"places.{name}.precision", 100 * total.hit / (total.found or 1), total.found),
        Metric(f"places.{name}.recall", 100 * total.hit / (total.gold or 1), total.gold),
        Metric(f"places.{name}.acc161", accuracy, total.with_point, known=48.6, goal=80.0),
        Metric(f"places.{name}.median_km", middle, len(total.far)),
    ]  # fmt: skip


def _share_near(total: Tally) -> float:
    return 100 * total.near / total.with_point if total.with_point else 0.0


def found_spots(account: Account, roles: Collection[str] = ROLES) -> list[Spot]:
    """What was read, in the roles that are asked for: those that count as places."""
    text = account.report.text
    return [
        Spot(place.span, _point(place.placing.lat, place.placing.lon), _is_people(place, text))
        for place in account.places
        if place.role in roles
    ]


def _is_people(place: Place, text: str) -> bool:
    return known_countries().is_people(place.span.quote(text))


def _point(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return None if lat is None or lon is None else (lat, lon)


def compare(gold: Sequence[Spot], found: Sequence[Spot]) -> Tally:
    """The counts of one text."""
    free = list(found)
    hit = near = 0
    far: list[float] = []
    for each in gold:
        match = next((spot for spot in free if spot.span.overlaps(each.span)), None)
        if match is not None:
            hit += not each.people
            free.remove(match)
            if each.point is not None and match.point is not None:
                far.append(kilometres(each.point, match.point))
                near += far[-1] <= NEAR
    with_point = sum(each.point is not None for each in gold)
    named = sum(not each.people for each in gold)
    told = sum(not each.people for each in found)
    return Tally(named, told, hit, with_point, near, tuple(far))


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*left, *right))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def read_gold(file: Path) -> list[tuple[Text, list[Spot]]]:
    """The texts of one file with their names, sorted by place; nested names are kept once."""
    rows = []
    for number, article in enumerate(ElementTree.parse(file).getroot().iter("article")):  # noqa: S314 - own files
        body = article.findtext("text") or ""
        nodes = [*article.iter("toponym"), *article.iter("location")]
        spots = sorted(_spots(nodes), key=lambda spot: spot.span)
        identifier = article.get("docid") or article.get("file") or str(number)
        rows.append((Text(f"{file.stem}-{identifier}", body), spots))
    return rows


def _spots(nodes: Sequence[ElementTree.Element]) -> Iterator[Spot]:
    for node in nodes:
        start, end = node.findtext("start"), node.findtext("end")
        if not start or not end or node.findtext("type") in NO_PLACE:
            continue
        words = node.findtext("extractedName") or node.findtext("phrase") or ""
        people = known_countries().is_people(words)
        yield Spot(Span(int(start), int(end)), _gold_point(node), people)


def _gold_point(node: ElementTree.Element) -> tuple[float, float] | None:
    for lat, lon in (("latitude", "longitude"), ("gaztag/lat", "gaztag/lon"), ("lat", "lon")):
        values = node.findtext(lat), node.findtext(lon)
        if values[0] and values[1]:
            return float(values[0]), float(values[1])
    return None
