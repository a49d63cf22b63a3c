"""A dossier in, what the exports say of each event out: its findings, reports and precision."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.base.records import ReportId
from twosource.base.stories import Dossier, Event, Finding, Value
from twosource.render.notes import Notebook

TOLD = ("asserted", "claimed")  # what is planned, threatened or negated did not happen
WHERE_PREC = {"point": 1, "town": 1, "admin2": 3, "admin1": 4, "region": 5, "country": 6, "sea": 7}
DATE_PREC = {"minute": 1, "part": 1, "day": 1, "week": 3, "month": 4}
STATUSES = ("contested", "corroborated", "multiple_reports", "single_source", "unsupported")


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event with all that stands on it."""

    event: Event
    findings: tuple[Finding, ...]
    reports: tuple[ReportId, ...]

    def toll(self, slot: str) -> Value:
        """The live value of a toll, the whole before its parts; empty when none is told."""
        live = (each.value for each in self.findings if each.slot == slot and _is_live(each))
        told = [value for value in live if value is not None]
        return max(told, key=lambda value: value.best or value.low or 0, default=Value())

    def status(self) -> str | None:
        """How the happening itself stands; else the gravest status of what is told of it."""
        happened = [each.status for each in self.findings if each.slot == "happened"]
        every = happened or [each.status for each in self.findings]
        return min(every, key=STATUSES.index, default=None)

    def origins(self) -> tuple[int, int]:
        """The independent origins of the happening: established, and with presumed ones."""
        least = max((each.independent_min for each in self.findings), default=0)
        return least, max((each.independent_max for each in self.findings), default=0)


def happenings(dossier: Dossier) -> Iterator[EventFacts]:
    """Every event that a report tells as having happened, in the dossier's order.

    Acts of speech, plans and states are not events of the field's data sets and are left out.
    """
    for event in dossier.events:
        if event.kind not in {"incident", "agreement"} or event.modality not in TOLD:
            continue
        findings = tuple(each for each in dossier.findings if each.event == event.id)
        reports = tuple(sorted({joined.report for joined in event.mentions}))
        yield EventFacts(event, findings, reports)


def _is_live(finding: Finding) -> bool:
    return finding.lifecycle == "live"


def date_precision(event: Event) -> int | None:
    """UCDP's date_prec: 1 day, 2 a span of days, 3 week, 4 month, 5 year; None when undated."""
    if event.when is None:
        return None
    if event.when.precision in {"minute", "part", "day"} and event.when.start != event.when.end:
        return 2
    return DATE_PREC.get(event.when.precision, 5)


def place_precision(event: Event) -> int | None:
    """UCDP's where_prec, from 1 (a town or a point) to 7 (sea); None when unplaced."""
    if event.place is None or event.place.precision is None:
        return None
    return WHERE_PREC[event.place.precision]


def edtf(event: Event) -> str | None:
    """The event's time in EDTF: a day, or an interval of days."""
    if event.when is None:
        return None
    start, end = event.when.start, event.when.end
    return start if start == end else f"{start}/{end}"


def participants(event: Event, role: str) -> list[str]:
    """The names of those who take part in this role; their kind where no report names them."""
    names = (each.name or each.kind for each in event.participants if each.role == role)
    return list(dict.fromkeys(name for name in names if name))


def claimers(facts: EventFacts, book: Notebook) -> list[str]:
    """Whose word the event rests on, each once."""
    names = (book.plain(origin.name) for each in facts.findings for origin in each.origins)
    return sorted(dict.fromkeys(names))
