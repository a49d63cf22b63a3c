"""The nouns across reports: families, stories, events, findings, and what is drawn from them.

What speaks of several reports points into them with a `Citation`; quotes are read from the
reports' texts when a page or a line is written.
"""

from dataclasses import dataclass
from typing import Literal, NewType

from twosource.base.decisions import Decision
from twosource.base.records import (
    Account,
    Acled,
    Modality,
    Participant,
    Placing,
    Plover,
    ReportId,
    Scope,
    Skip,
    When,
)

StoryId = NewType("StoryId", str)
EventId = NewType("EventId", str)
Relation = Literal["copy", "rewrite", "translation", "credit"]
Status = Literal[
    "corroborated", "multiple_reports", "single_source", "contested", "unsupported"
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Words of one report: the report and the code points, end exclusive."""

    report: ReportId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Why two reports are of one family. `overlap` is 0 to 1; `left` sorts before `right`."""

    left: ReportId
    right: ReportId
    relation: Relation
    reason: str
    overlap: float


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that descend from one text."""

    id: str
    reports: tuple[ReportId, ...]
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """Why a report is in its story: what it shares with `tied_to`, another report of it.

    `likeness` (about 0 to 2) is what the grouping rests on; between copies it is their overlap.
    """

    report: ReportId
    tied_to: ReportId
    likeness: float
    words: tuple[str, ...] = ()  # that both say, the weightiest first
    places: tuple[str, ...] = ()
    days: tuple[str, ...] = ()  # ISO dates that both tell of
    figures: tuple[str, ...] = ()  # "9 killed"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one happening. `start`/`end` are ISO dates, None when no report is dated.

    `origins` is how many vouchers stand behind what is current and live in it, a person counted
    with the body spoken for; 0 until the findings are known. `why` ties every report but one to
    another; all ties lead to that one.
    """

    id: StoryId
    title: str
    reports: tuple[ReportId, ...]
    start: str | None = None
    end: str | None = None
    origins: int = 0
    why: tuple[Belonging, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """A mention that belongs to an event, and why."""

    report: ReportId
    mention: str
    reason: str
    given_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventParticipant:
    """An actor of an event: `name` None when no report names it."""

    name: str | None
    kind: str | None
    country: str | None
    role: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in the world, assembled from mentions; `parent` is a larger happening."""

    id: EventId
    story: StoryId | None
    title: str
    mentions: tuple[Joined, ...]
    acled: Acled = Acled()  # noqa: RUF009 - frozen
    plover: Plover = Plover()  # noqa: RUF009 - frozen
    when: When | None = None
    place: Placing | None = None
    participants: tuple[EventParticipant, ...] = ()
    modality: Modality = "asserted"
    scope: Scope = "current"
    kind: str = "incident"
    parent: EventId | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What one origin says of a slot: words, or an interval, as of when, and where it says so."""

    text: str | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    as_of: str | None = None
    lifecycle: Literal["live", "superseded", "retracted"] = "live"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The first identifiable voucher for a claim, the reports that carried it, and what it said.

    `party` is true when the origin belongs to a party to the conflict.
    `side` is which side of a contested finding it stands on: supports or denies.
    """

    name: str
    kind: str  # named, institution, unnamed, media, document, agency, reporter, outlet
    reports: tuple[ReportId, ...]
    party: bool = False
    side: Literal["supports", "denies"] = "supports"
    values: tuple[Told, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two vouchers of a finding: one origin (same), not independent, perhaps or surely two."""

    left: str
    right: str
    verdict: Literal["same", "dependent", "presumed", "established"]
    reason: str


@dataclass(frozen=True, slots=True)
class Value:
    """A finding's value: an interval for a figure (best None: none may be named), else words."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    text: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a report says of a claim's verification."""

    value: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What a finding said before people decided on it: undoing leads back here."""

    status: Status
    reason: str
    rule: str
    lifecycle: Literal["live", "superseded", "retracted"]
    value: Value | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Where one slot of one event stands, and why."""

    id: str
    event: EventId
    slot: str
    text: str
    status: Status
    reason: str
    rule: str
    lifecycle: Literal["live", "superseded", "retracted"] = "live"
    value: Value | None = None
    origins: tuple[Origin, ...] = ()
    independent_min: int = 0
    independent_max: int = 0
    supports: tuple[Citation, ...] = ()
    denies: tuple[Citation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    interested_party: bool = False
    scope: Scope = "current"
    story: StoryId | None = None
    decisions: tuple[Decision, ...] = ()  # each reviewer's latest word, beside the status
    worked_out: WorkedOut | None = None  # None: nobody decided
    ties: tuple[Tie, ...] = ()  # between its origins: the dozen that tell most


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `weight` (0 to 1) says how much it matters."""

    when: When
    weight: float
    text: str
    events: tuple[EventId, ...] = ()
    supports: tuple[Citation, ...] = ()
    story: StoryId | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What one speaker says of a theme. `name` is the outlet where a report says it itself."""

    name: str
    verb: Literal["said", "admitted", "claimed", "denied", "accused", "blamed", "reported"]
    text: str  # the speaker's words
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """The state of one theme of one story, resting on findings and on what is said of it.

    `details` are the parties, mediators, terms and breaches of an agreement; `stances` are in the
    order in which they were said.
    """

    story: StoryId
    theme: str
    state: str
    reason: str
    since: str | None = None
    terms: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of a pile of reports: what `twosource findings` prints."""

    accounts: tuple[Account, ...]
    families: tuple[Family, ...] = ()
    stories: tuple[Story, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[Entry, ...] = ()
    situation: tuple[Situation, ...] = ()
    skips: tuple[Skip, ...] = ()


__all__ = [
    "Belonging", "Citation", "Decision", "Dossier", "Edge", "Entry", "Event", "EventId",
    "EventParticipant", "Family", "Finding", "Joined", "Origin", "Participant", "Relation",
    "Remark", "Situation", "Stance", "Status", "Story", "StoryId", "Tie", "Told", "Value",
    "WorkedOut",
]  # fmt: skip
