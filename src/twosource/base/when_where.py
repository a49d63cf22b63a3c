"""The nouns of when and where: expressions of time, stretches of days, places and their points.

They are taken from `records.py`, where the other nouns of one report stand.
"""

from dataclasses import dataclass
from typing import Literal

from twosource.base.reports import Span

Anchor = Literal["published", "text", "explicit", "none"]
Precision = Literal["minute", "part", "day", "week", "month", "season", "year", "decade"]
PlaceRole = Literal["location", "government", "in_name", "people", "furniture"]
PlacePrecision = Literal["point", "town", "admin2", "admin1", "country", "region", "sea"]


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression. `form` is what the words say before a date anchors them.

    `value` is the TIMEX3 value after anchoring; `form` can be resolved again on another anchor
    (`moments.resolve`), which is how a report that was dated from its story is re-read.
    """

    id: str
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    anchor: Anchor
    form: str


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days: ISO dates, both inclusive; `precision` is that of the words."""

    start: str
    end: str
    precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class Placing:
    """The place chosen for some words, or none, and the reason. `lat`/`lon` None: not found."""

    name: str | None
    reason: str
    names: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-3
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place name as it stands in the text, its role there, and where it was put on the map."""

    id: str
    span: Span
    role: PlaceRole
    placing: Placing
