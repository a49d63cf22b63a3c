"""The nouns of what is published: items, reports and the spans that point into them."""

from dataclasses import dataclass
from typing import Literal, NewType

ReportId = NewType("ReportId", str)
Basis = Literal["explicit", "metadata", "feed", "given", "story", "none"]
FurnitureKind = Literal[
    "nameplate", "repeated_headline", "subhead", "dateline", "teaser", "credit", "caption",
    "share", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where words stand: `start` and `end` in code points of the report's text, end exclusive."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The words themselves: `text[start:end]`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class GivenMention:
    """An event mention that somebody marked before: it is linked in place of ours."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes as captured, never altered (the evidentiary copy), and what was said with them.

    `text` is set when the words came as text in a JSON line; else they are in `data`.
    """

    sha256: str
    origin: str  # the path or address it came from
    media_type: str  # text/plain, text/html or application/json
    data: bytes
    text: str | None = None
    given_id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    given: tuple[GivenMention, ...] = ()
    feed: str | None = None  # the feed that told of it, and of its date


@dataclass(frozen=True, slots=True)
class Skip:
    """A report that a step could not use, and why; counted and named in the run's summary."""

    step: str
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A passage of the page that is no part of the report's sentences."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Published:
    """When the report appeared. `value` is EDTF to the minute at most; None with basis none."""

    value: str | None = None
    basis: Basis = "none"
    span: Span | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Translated:
    """Whether the text is a (machine) translation, and from which language (None: not told)."""

    value: Literal["yes", "no", "suspected"] = "no"
    source_language: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `text` is verbatim; unwanted passages are marked, never cut."""

    id: ReportId
    sha256: str
    path: str
    text: str
    given_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    credit: str | None = None  # the agency whose words these are, as the report says
    language: str | None = None  # ISO 639-1; None when the text is too short to tell
    title: Span | None = None
    given_title: str | None = None  # a title that came beside the text and is not in it
    published: Published = Published()
    translated: Translated = Translated()
    furniture: tuple[Furniture, ...] = ()
    given: tuple[GivenMention, ...] = ()
    credits: tuple[str, ...] = ()  # all agencies that its lines credit, in part or in whole
