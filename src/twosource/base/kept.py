"""The nouns of an archive's stories: a row of the index, a filter, a hit, a change."""

from dataclasses import dataclass
from typing import Literal

from twosource.base.records import PlacePrecision, Precision, ReportId
from twosource.base.stories import EventId, Status, StoryId

ChangeKind = Literal[
    "new_story", "joined", "split", "new_event", "new_finding", "revised", "status", "gone"
]


@dataclass(frozen=True, slots=True)
class Shown:
    """A happening of a story as a map and a calendar draw it, no sharper than it was told.

    None: nobody says. `where` is how exactly the place is known, `precision` how exactly the day.
    """

    event: EventId
    title: str
    status: Status | None
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    place: str | None = None
    country: str | None = None
    where: PlacePrecision | None = None
    lat: float | None = None
    lon: float | None = None
    told: int = 1  # by how many reports
    words: str | None = None  # the sentence of one of them
    source: str | None = None  # where it stands: `rep_…#c12-80`


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place of many stories: how much happened there, and what most reports tell of."""

    name: str
    country: str | None
    where: PlacePrecision | None
    lat: float | None
    lon: float | None
    happenings: int
    most_told: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One line of the index of stories: counts only, nothing that needs the reports' texts.

    `texts` counts families, `origins` the vouchers of live findings. `statuses` are pairs of a
    status and how many live findings of this story's own happening have it; `days` pairs of an ISO
    date and how many reports appeared on it.
    """

    id: StoryId
    title: str
    start: str | None
    end: str | None
    reports: int
    outlets: int
    texts: int
    origins: int
    statuses: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...]
    places: tuple[str, ...]  # the names that are told most, at most three
    changed_at: str


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories are wanted. None: no matter. Dates are ISO, both inclusive."""

    since: str | None = None
    until: str | None = None
    place: str | None = None
    actor: str | None = None
    event_type: str | None = None
    status: str | None = None
    outlet: str | None = None
    words: str | None = None  # full text of the story's reports, as `searching` reads it
    country: str | None = None  # ISO 3166-1 alpha-3
    changed_since: str | None = None  # ISO 8601 moment: changed after it
    story: str | None = None  # its id, or one that it had


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that stories can be filtered by, and how many stories carry it."""

    kind: str
    value: str
    stories: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words. `marks` are code points of its text, end exclusive."""

    report: ReportId
    story: StoryId | None
    title: str
    outlet: str | None
    published: str | None
    snippet: str  # the reports' own words around the first marks
    marks: tuple[tuple[int, int], ...]  # in the snippet


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two states of the archive.

    `target` is the id of the event or finding; `before` and `after` are in words ("9", "7",
    "single_source"), None when there was, or is, none; `reason` says by whom or why.
    """

    kind: ChangeKind
    story: StoryId
    made_at: str
    text: str
    target: str | None = None
    slot: str | None = None
    before: str | None = None
    after: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """One time that the archive's stories were brought up to date, and what it held then."""

    number: int
    made_at: str  # ISO 8601, UTC
    edition: str
    reports: int
    stories: int
    changes: int
