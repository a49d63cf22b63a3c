"""A verdict and its origins in, the finding as a record out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.base.ids import make_id
from twosource.base.records import ReportId
from twosource.base.stories import (
    Citation,
    Event,
    Finding,
    Origin,
    Remark,
    Status,
    Told,
    Value,
)
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.independence import Bloc
from twosource.reconcile.propositions import Saying
from twosource.reconcile.status import Verdict
from twosource.reconcile.ties import find_ties

Side = Literal["supports", "denies"]
Named = tuple[str, str, tuple[ReportId, ...]]  # an origin's name, kind and reports


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a slot's weighing comes to. `key` tells findings of one slot apart."""

    slot: str
    key: str
    text: str
    verdict: Verdict
    supports: Sequence[Bloc]
    denies: Sequence[Bloc] = ()
    value: Value | None = None
    told: dict[Named, tuple[Told, ...]] | None = None


def make_finding(event: Event, outcome: Outcome, book: Book) -> Finding:
    """The finding. Its remarks are what the reports say of verification, told in the reason."""
    verdict = outcome.verdict
    sayings = [one for bloc in (*outcome.supports, *outcome.denies) for one in bloc.sayings]
    remarks = _remarks(sayings)
    return Finding(
        id=make_id("fin", event.id, outcome.slot, outcome.key),
        event=event.id,
        slot=outcome.slot,
        text=" ".join(outcome.text.split()),
        status=_status(verdict, remarks),
        reason=verdict.reason + _say_remarks(remarks),
        rule=verdict.rule,
        value=outcome.value,
        origins=(
            *_origins(outcome, outcome.supports, "supports", book),
            *_origins(outcome, outcome.denies, "denies", book),
        ),
        independent_min=verdict.least,
        independent_max=verdict.most,
        supports=cite(outcome.supports),
        denies=cite(outcome.denies),
        remarks=remarks,
        interested_party=_all_parties(outcome.supports, book),
        scope="current" if any(one.scope == "current" for one in sayings) else "background",
        story=event.story,
        ties=find_ties(outcome.supports, outcome.denies),
    )


def _status(verdict: Verdict, remarks: Sequence[Remark]) -> Status:
    """The verdict's status; what a report says was denied is never corroborated."""
    denied = any(remark.value == "denied" for remark in remarks)
    return "contested" if denied and verdict.status == "corroborated" else verdict.status


def cite(blocs: Iterable[Bloc]) -> tuple[Citation, ...]:
    """All the words of these origins, each once."""
    return tuple(sorted({one.citation for bloc in blocs for one in bloc.sayings}))


def is_party(bloc: Bloc, book: Book) -> bool:
    """Whether the origin is one of those who fight."""
    return bloc.key is not None and (bloc.key in book.sides or bloc.key.startswith("side:"))


def _origins(outcome: Outcome, blocs: Sequence[Bloc], side: Side, book: Book) -> list[Origin]:
    told = outcome.told or {}
    return [
        Origin(
            name=" ".join(bloc.name.split()),
            kind=bloc.kind,
            reports=bloc.reports,
            party=is_party(bloc, book),
            side=side,
            values=told.get((bloc.name, bloc.kind, bloc.reports)) or _told_words(bloc),
            as_of=max((one.as_of for one in bloc.sayings if one.as_of), default=None),
        )
        for bloc in blocs
    ]


def _told_words(bloc: Bloc) -> tuple[Told, ...]:
    words: dict[str, set[Citation]] = {}
    for one in bloc.sayings:
        words.setdefault(" ".join(one.text.split()), set()).add(one.citation)
    return tuple(
        Told(text=text, citations=tuple(sorted(places))) for text, places in sorted(words.items())
    )


def _remarks(sayings: Sequence[Saying]) -> tuple[Remark, ...]:
    found = {remark for one in sayings for remark in one.remarks}
    return tuple(sorted(found, key=lambda remark: (remark.citation, remark.value)))


def _say_remarks(remarks: Sequence[Remark]) -> str:
    words: dict[str, str] = load_words("twosource.reconcile", "remarks")["said"]
    said = sorted({words[remark.value] for remark in remarks if remark.value in words})
    return f"; the report adds that {' and that '.join(said)}" if said else ""


def _all_parties(blocs: Sequence[Bloc], book: Book) -> bool:
    return bool(blocs) and all(is_party(bloc, book) for bloc in blocs)
