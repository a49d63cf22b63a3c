"""The nouns of what people decide: a judgement, what it is about, what it sets.

A judgement is bound to words (`Aim`), not to an id alone: findings and events get new ids when
reports are added, the words they rest on stay. Judgements form a chain: each carries the hash of
the one before it, so that none can be changed, taken out or put in without a trace.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, Literal

import msgspec

from twosource.base.packing import unpack
from twosource.base.records import Placing, ReportId

Action = Literal["accept", "reject", "edit", "rate", "verify", "retract", "sensitive", "note",
    "add_figure", "add_claim", "add_event", "merge", "split", "rename", "undo",
]  # fmt: skip
AimKind = Literal["finding", "event", "story", "report", "figure", "claim", "mention", "actor",
    "place", "outlet", "judgement",
]  # fmt: skip
START = "0" * 64  # what the first judgement has for the hash of the one before it


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words of one report, with a copy to find them by; 0 to 0 without words: the whole report.

    The copy is there for the day on which a new version cuts the text otherwise (W3C Web
    Annotation's TextQuoteSelector beside its TextPositionSelector).
    """

    report: ReportId
    start: int = 0
    end: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a decision is about, as it read when it was decided.

    `name` is a finding's text, a title, an actor's or place's or outlet's name. `others` are the
    words of the other party: the story or event to merge with, or the part to split off.
    """

    kind: AimKind
    name: str = ""
    slot: str | None = None
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a decision sets; None: nothing. `grade` is 1 to 6 for a finding, A to F for an outlet.

    The grades are those of STANAG 2511: credibility of what is said, reliability of who says it.
    """

    low: float | None = None
    best: float | None = None
    high: float | None = None
    text: str | None = None  # a value in words, or a name
    grade: str | None = None
    measure: str | None = None  # contract: figures.measure
    victim_class: str | None = None
    speaker: str | None = None  # None: the outlet's own word
    event_type: str | None = None  # ACLED's sub-event type
    placing: Placing | None = None  # the place that a name is merged into


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is written down. `target` is the id it was made on."""

    action: Action
    target: str
    by: str
    reason: str
    aim: Aim
    wanted: Wanted = Wanted()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision as written down: the draft, its place in the chain and its seal.

    `hash` is the SHA-256 of `record`, the canonical JSON of all the rest but `id`.
    """

    id: str
    number: int  # from 1, without gaps
    made_at: str  # ISO 8601, UTC
    by: str
    action: Action
    target: str
    reason: str
    aim: Aim
    wanted: Wanted
    previous: str
    hash: str
    record: bytes


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is hashed."""

    number: int
    made_at: str
    by: str
    action: Action
    target: str
    reason: str
    aim: Aim
    wanted: Wanted
    previous: str


def seal(draft: Draft, number: int, made_at: str, previous: str) -> Judgement:
    """The draft as the next judgement after the one whose hash is `previous`."""
    told = Sealed(
        number, made_at, draft.by, draft.action, draft.target, draft.reason, draft.aim,
        draft.wanted, previous,
    )  # fmt: skip
    return unseal(msgspec.json.encode(told, order="sorted"))


def unseal(record: bytes) -> Judgement:
    """The judgement of a record: its hash and id follow from the bytes alone."""
    told = unpack(record, Sealed)
    own = sha256(record).hexdigest()
    rest: dict[str, Any] = {each.name: getattr(told, each.name) for each in fields(told)}
    return Judgement(id=f"jud_{own[:12]}", hash=own, record=record, **rest)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that nobody undid, in order of the chain; undoing an undoing restores.

    The order in which they are given changes nothing.
    """
    undone: set[str] = set()
    standing = []
    for each in sorted(judgements, key=lambda one: one.number, reverse=True):
        if each.id in undone:
            continue
        if each.action == "undo":
            undone.add(each.target)
        else:
            standing.append(each)
    return tuple(reversed(standing))
