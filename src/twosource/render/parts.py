"""The nouns of a brief. It is built once (`brief.py`) and printed as text, Markdown or HTML.

Whatever speaks of the world carries note numbers: each note is a citation, so every sentence and
every number of a brief can be followed to the words it rests on.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from twosource.base.records import Account, ReportId, Skip, Span
from twosource.base.stories import Status

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered citation: whose report, of which day, and the words."""

    number: int
    report: ReportId
    span: Span
    quote: str
    outlet: str
    dated: str


@dataclass(frozen=True, slots=True)
class Dots:
    """The origin glyph: filled are independent origins, open are outlets that only repeat them."""

    filled: int
    open: int
    status: Status
    says: str  # the same in words


@dataclass(frozen=True, slots=True)
class Remark:
    """What a report says of a claim's verification, in its own words."""

    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A finding as a sentence: who stands behind it, and where it is written."""

    id: str
    slot: str
    text: str
    notes: tuple[int, ...]
    dots: Dots
    by: tuple[str, ...]  # the origins, parties marked as such
    why: str
    lifecycle: str
    remarks: tuple[Remark, ...] = ()
    verbatim: bool = False  # the text is a report's own words


@dataclass(frozen=True, slots=True)
class Count:
    """One speaker's figure: the words, the interval they allow, as of when, how it stands."""

    who: str
    measure: str
    quote: str
    low: float | None
    high: float | None
    as_of: str | None
    lifecycle: str
    party: bool
    notes: tuple[int, ...]
    remark: Remark | None = None
    since: str | None = None  # as of when it was first told; `as_of` is the last time
    denies: bool = False  # its words alone do not say that they are denied


@dataclass(frozen=True, slots=True)
class Line(Generic[Item]):
    """A count, and those that are part of it."""

    told: Item
    parts: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Spoken(Generic[Item]):
    """What one speaker counts, as of one day, and what the reports say of its verification."""

    who: str
    party: bool
    as_of: str | None
    lifecycle: str
    lines: tuple[Line[Item], ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """One measure of one happening: the range, the rule behind its best value, and each speaker."""

    id: str
    measure: str
    text: str
    notes: tuple[int, ...]
    dots: Dots
    low: float | None
    best: float | None
    high: float | None
    rule: str | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contested point: who, in which words, and how many carry it."""

    who: tuple[str, ...]
    quotes: tuple[str, ...]
    notes: tuple[int, ...]
    origins: int
    outlets: int
    denies: bool = False  # its words alone do not say that they are denied: "civilians were harmed"


@dataclass(frozen=True, slots=True)
class Contest:
    """A contested point: its sides at the same height, and the rule that calls it so."""

    id: str
    slot: str
    text: str
    sides: tuple[Side, ...]
    why: str
    remarks: tuple[Remark, ...]
    dots: Dots


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline."""

    when: str
    text: str
    notes: tuple[int, ...]
    verbatim: bool = False  # the text is a report's own words
    by: str | None = None  # the one origin behind it, where it is told nowhere else in the brief


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said, and the report's cue for it ("rejected"); None when it has none."""

    cue: str | None
    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker said, in the reports' words."""

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says, admits, claims or denies of a theme, in the speaker's words."""

    who: str
    verb: str
    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class State:
    """The state of one theme; `details` tell an agreement, `words` who says what of it.

    `coming`: it is told for a day after the last report.
    """

    theme: str
    state: str
    since: str | None
    terms: tuple[str, ...]
    notes: tuple[int, ...]
    why: str
    details: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One report of the story: who published it, when, how that is known, what it descends from."""

    report: ReportId
    outlet: str
    title: str | None
    path: str
    published: str
    how: str
    kin: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is: reports, outlets, texts after copies, origins, contested points."""

    reports: int
    outlets: int
    texts: int
    origins: int
    contested: int


@dataclass(frozen=True, slots=True)
class Before:
    """The story that a story carries on from: its number in the index, and what both say."""

    number: int
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story."""

    id: str
    title: str
    dates: str
    tally: Tally
    lead: tuple[Statement, ...] = ()
    moments: tuple[Moment, ...] = ()
    tolls: tuple[Toll, ...] = ()
    counts: tuple[Count, ...] = ()  # figures that stand alone: one speaker, one number
    spoken: tuple[Spoken[Count], ...] = ()  # the same by speaker, parts under their wholes
    agreed: tuple[Statement, ...] = ()
    contests: tuple[Contest, ...] = ()
    single: tuple[Statement, ...] = ()
    background: tuple[Statement, ...] = ()
    voices: tuple[Voice, ...] = ()
    states: tuple[State, ...] = ()
    sources: tuple[Source, ...] = ()
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What `twosource brief` prints: the stories, the notes, the reports themselves, the skips."""

    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...]
    apart: tuple[Source, ...]  # reports about no happening
    skips: tuple[Skip, ...]
    accounts: tuple[Account, ...]
