"""An event and its story in, the happening with all its mentions out: joined why, parent, parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.base.records import Account, ReportId
from twosource.base.stories import Citation, Dossier, Event, EventParticipant
from twosource.render.chart_figures import Chart, make_chart
from twosource.render.map_places import Spot, make_spots
from twosource.render.notes import Notebook, tidy
from twosource.render.parts import Note
from twosource.render.phrases import when_words
from twosource.render.sources import report_order
from twosource.render.statements import make_toll
from twosource.render.tolls import is_toll
from twosource.serve.web.evidence import Evidence, in_context
from twosource.serve.web.story_context import family_of
from twosource.serve.web.story_points import Point, importance, make_point
from twosource.serve.web.story_times import PRECISION

ROLES = {"actor": "acts", "recipient": "acted on", "mediator": "mediates", "affected": "affected"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of the happening: its sentence, its trigger and why it was joined."""

    mention: str
    evidence: Evidence
    trigger: str
    reason: str
    modality: str


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who takes part. `name` None: no report names it; `words` are how it is told of."""

    name: str | None
    words: str
    kind: str
    role: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventContext:
    """One happening as its page shows it."""

    event: Event
    story: str
    story_title: str
    when: str | None
    precision: str | None
    spot: Spot | None
    parts: tuple[Part, ...]
    tellings: tuple[Telling, ...]
    points: tuple[Point, ...]
    charts: tuple[Chart, ...]
    parent: Event | None
    children: tuple[Event, ...]
    notes: Mapping[int, Note]

    @property
    def charts_by_finding(self) -> dict[str, Chart]:
        """The chart of each finding that is a count."""
        return {each.toll.id: each for each in self.charts if each.bars}


def build_event(event: Event, dossier: Dossier) -> EventContext:
    """The page of one happening; `dossier` is its story."""
    book = Notebook.of(dossier)
    families = family_of(dossier)
    found = [each for each in dossier.findings if each.event == event.id]
    found.sort(key=lambda each: (each.lifecycle != "live", importance(each, families)))
    by_id = {each.id: each for each in dossier.events}
    when = event.when
    spots = make_spots([event], {})
    return EventContext(
        event,
        dossier.stories[0].id,
        dossier.stories[0].title,
        None if when is None else when_words(when),
        None if when is None else PRECISION[when.precision],
        spots[0] if spots else None,
        tuple(_part(each, book) for each in event.participants),
        tuple(_tellings(event, dossier)),
        tuple(make_point(each, book) for each in found),
        tuple(make_chart(make_toll(each, book)) for each in found if is_toll(each)),
        by_id.get(event.parent) if event.parent is not None else None,
        tuple(each for each in dossier.events if each.parent == event.id),
        {note.number: note for note in book.notes()},
    )


def _part(each: EventParticipant, book: Notebook) -> Part:
    kind = (each.kind or "unknown").replace("_", " ")
    words = tidy(book.quote(each.citations[0])) if each.citations else kind
    return Part(each.name, words, kind, ROLES.get(each.role, each.role), book.cite(each.citations))


def _tellings(event: Event, dossier: Dossier) -> Iterable[Telling]:
    """Every mention in the order of the reports' dates."""
    accounts: dict[ReportId, Account] = {each.report.id: each for each in dossier.accounts}
    joined = [each for each in event.mentions if each.report in accounts]
    joined.sort(key=lambda each: (report_order(accounts[each.report].report), each.mention))
    for each in joined:
        account = accounts[each.report]
        mention = next((one for one in account.mentions if one.id == each.mention), None)
        if mention is None:
            continue
        span = mention.sentence
        yield Telling(
            mention.id,
            in_context(Citation(each.report, span.start, span.end), account.report),
            mention.trigger.quote(account.report.text),
            each.reason,
            mention.modality,
        )
