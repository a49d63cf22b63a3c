"""The nouns of what is read in one report. Read this file first.

`reports.py` has the nouns of what is published, `when_where.py` those of days and places,
`stories.py` those across reports.

Every record is frozen. Unknown is None, and the docstring says what None means. A record never
copies the words it speaks of: it holds a `Span` of the report's text. Names and values are those
of the reading contract (`docs/reference/contract.md`).
"""

from dataclasses import dataclass
from typing import Literal

from twosource.base.reports import (
    Basis,
    Furniture,
    FurnitureKind,
    GivenMention,
    Item,
    Published,
    Report,
    ReportId,
    Skip,
    Span,
    Translated,
)
from twosource.base.when_where import (
    Anchor,
    Place,
    PlacePrecision,
    PlaceRole,
    Placing,
    Precision,
    Time,
    When,
)

__all__ = [
    "Account", "Acled", "Actor", "Agreement", "Anchor", "Basis", "Claim", "Factuality", "Figure",
    "Furniture", "FurnitureKind", "GivenMention", "Item", "Main", "Mention", "Modality",
    "Participant", "Place", "PlacePrecision", "PlaceRole", "Placing", "Plover", "Precision",
    "Published", "Qualifier", "Report", "ReportId", "Scope", "Side", "Skip", "Span", "Speaker",
    "Term", "Time", "Total", "Translated", "Verification", "VerificationValue", "When",
]  # fmt: skip

Scope = Literal["current", "background"]
Modality = Literal["asserted", "claimed", "planned", "threatened", "negated", "hypothetical"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
Attribution = Literal["named", "institution", "unnamed", "media", "document", "unattributed"]
VerificationValue = Literal[
    "could_not_be_verified", "not_verified", "denied", "confirmed_by", "no_number_given"
]
Qualifier = Literal[
    "exact", "at_least", "more_than", "up_to", "about", "between", "nearly", "vague", "none_given"
]


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of somebody who acts, speaks or suffers.

    `name` is the full name within the report, None when the report names nobody ("guerrillas").
    `organisation` is the body the actor belongs to or speaks for, so that members of one
    organisation can be counted as one origin; None when the report does not tell.
    """

    id: str
    span: Span
    name: str | None
    kind: str  # contract: actors.kind
    country: str | None = None  # ISO 3166-1 alpha-3
    organisation: str | None = None
    office: str | None = None  # "Prime Minister", "spokesman"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose word a claim is. `span` is the mention as written, None when carried over."""

    span: Span | None
    name: str | None
    actor: str | None  # id of an Actor


@dataclass(frozen=True, slots=True)
class Verification:
    """What the report says of a claim's verification, in which words."""

    span: Span
    value: VerificationValue


@dataclass(frozen=True, slots=True)
class Claim:
    """A speaker's word: who, by which cue, what. `speaker` None: the outlet's own word.

    `also` are further speakers of the same words: "the army and the militia said".
    """

    id: str
    content: tuple[Span, ...]
    speaker: Speaker | None = None
    cue: Span | None = None
    attribution: Attribution = "unattributed"
    direct: bool = False
    via: tuple[str, ...] = ()  # the chain the words passed through, nearest to the report first
    polarity: Literal["+", "-"] = "+"
    hedges: tuple[Span, ...] = ()
    verification: tuple[Verification, ...] = ()
    factuality_speaker: Factuality = "CT+"
    factuality_author: Factuality = "Uu"
    carry_over: bool = False  # continues the attribution of the sentence before
    headline: bool = False  # stands in the headline: weak evidence
    also: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in a mention; `actor` is None for an object or an unknown.

    `claim` is the claim that alone gives this part, where the mention itself is told by another
    sentence ("a bomb went off. The police blamed the Front"); None: told with the mention.
    """

    span: Span
    actor: str | None
    role: Literal["actor", "recipient", "mediator", "affected"]
    klass: Literal["person", "group", "object"]
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Acled:
    """ACLED's event type and sub-event type; both None where none applies."""

    event_type: str | None = None
    sub_event_type: str | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """PLOVER's event, modes and contexts; `event` None where none applies."""

    event: str | None = None
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One report telling of one event."""

    id: str
    trigger: Span
    sentence: Span
    lemma: str
    given_id: str | None = None
    acled: Acled = Acled()
    plover: Plover = Plover()
    participants: tuple[Participant, ...] = ()
    weapons: tuple[Span, ...] = ()
    time: str | None = None  # id of a Time
    when: When | None = None  # filled by ground/
    place: str | None = None  # id of a Place
    modality: Modality = "asserted"
    scope: Scope = "current"
    kind: Literal["incident", "speech_act", "agreement", "plan", "state"] = "incident"
    claim: str | None = None  # id of the Claim whose content tells it


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as told. `low`/`high` are what the words allow; None is an open end or no number."""

    id: str
    span: Span
    measure: str  # contract: figures.measure
    qualifier: Qualifier
    number: Span | None = None
    victim_class: str = "all"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = "persons"
    subset_of: str | None = None  # id of the Figure this one is part of
    cumulative: bool = True
    as_of: str | None = None
    scope: Scope = "current"
    claim: str | None = None
    mention: str | None = None
    place: str | None = None
    side: str | None = None  # id of the Actor whose people these are ("several Russian soldiers")
    superseded: bool = False  # told as a count of before: "had earlier reported 12"


@dataclass(frozen=True, slots=True)
class Term:
    """What an agreement binds somebody to, or what is said to break it, in the report's words.

    `party` is the Actor bound or accused, None when the words name nobody; `claim` tells whose
    word it is, None for the outlet's own.
    """

    span: Span
    party: str | None = None  # id of an Actor
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A ceasefire, accord or exchange as one report tells of it, with its terms.

    `span` is the word that names it first, `mentions` are all its mentions in the report.
    `in_force` and `until` are Times, None when the report does not tell. `state` is the last
    stage that the report tells of.
    """

    id: str
    span: Span
    kind: Literal["ceasefire", "peace", "exchange", "withdrawal", "treaty", "other"]
    mentions: tuple[str, ...] = ()
    parties: tuple[Participant, ...] = ()
    mediators: tuple[Participant, ...] = ()
    in_force: str | None = None
    until: str | None = None
    obligations: tuple[Term, ...] = ()
    breaches: tuple[Term, ...] = ()
    modality: Modality = "asserted"
    state: Literal["agreed", "in_force", "extended", "ended"] = "agreed"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the conflict that a report tells of: who stands together, and against whom.

    `members` are all the Actors on it, `against` the sides it fights, `mentions` the acts of force
    that show it. A side can lack members when only its things are named ("Karsk positions").
    """

    id: str
    name: str
    members: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A report's own toll of its current happening for one measure."""

    measure: str
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Main:
    """The happening that a report is about: its mention, date and place (ids)."""

    mention: str
    when: When | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """All that was read from one report: one line of `twosource read`."""

    report: Report
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    totals: tuple[Total, ...] = ()
    main: Main | None = None
    agreements: tuple[Agreement, ...] = ()
    sides: tuple[Side, ...] = ()
