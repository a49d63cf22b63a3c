"""A story's dossier in, all that its page needs out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.base.kept import Change
from twosource.base.records import ReportId
from twosource.base.stories import Dossier, Event, EventId, Finding, Status
from twosource.render.brief import tally, title_words
from twosource.render.chart_figures import Chart, make_chart
from twosource.render.choosing import DETAILS
from twosource.render.map_places import Spot, make_spots
from twosource.render.notes import Notebook
from twosource.render.pacts import Pact, make_pacts
from twosource.render.parts import Dots, Note, Spoken, Tally, Voice
from twosource.render.phrases import span_words
from twosource.render.statements import make_dots, make_toll
from twosource.render.tolls import find_parts, group_spoken, order_tolls
from twosource.render.voices import make_voices
from twosource.serve.web.story_acts import Acts, make_acts
from twosource.serve.web.story_details import ORDER
from twosource.serve.web.story_points import Points, importance, make_points
from twosource.serve.web.story_reports import TextRow, index_edges, make_texts
from twosource.serve.web.story_sides import Contested, make_contested
from twosource.serve.web.story_situation import Theme, make_themes
from twosource.serve.web.story_ties import Ties, make_ties
from twosource.serve.web.story_times import Times, make_times

STANDS: tuple[Status, ...] = ("corroborated", "multiple_reports", "single_source", "contested")
MOST_CONTESTED = 16  # on the page; the rest has a page of its own
MOST_TOLLS = 60
ON_TITLE = 3  # place names over the title
GROUPS = {
    "corroborated": "Corroborated",
    "multiple_reports": "Several reports",
    "single_source": "One origin",
}


@dataclass(frozen=True, slots=True)
class StoryContext:
    """One story as its page shows it. `notes` are the citations by number."""

    id: str
    title: str
    places: tuple[str, ...]
    dates: str
    tally: Tally
    stands: tuple[tuple[Status, int], ...]
    changes: tuple[Change, ...]
    points: Points
    contested: tuple[Contested, ...]
    charts: tuple[Chart, ...]
    spoken: tuple[Spoken[Chart], ...]  # of one speaker and one number
    themes: tuple[Theme, ...]
    times: Times
    spots: tuple[Spot, ...]
    pacts: tuple[Pact, ...]
    acts: Acts
    voices: tuple[Voice, ...]
    texts: tuple[TextRow, ...]
    rows: Mapping[str, Finding]  # counts that only a figure's row tells: decided on there
    undated: int
    notes: Mapping[int, Note]
    ties: Ties

    @property
    def several(self) -> tuple[Chart, ...]:
        """The figures that several speakers give, or one revises."""
        return tuple(each for each in self.charts if len(each.bars) > 1)

    @property
    def charts_by_finding(self) -> dict[str, Chart]:
        """The chart of each finding that is a count."""
        return {each.toll.id: each for each in self.charts if each.bars}

    @property
    def disputed(self) -> dict[str, Contested]:
        """The contested points of the page by their findings."""
        return {each.finding.id: each for each in self.contested}

    @property
    def group_names(self) -> Mapping[str, str]:
        """What the groups of findings are called."""
        return GROUPS

    @property
    def anchors(self) -> frozenset[str]:
        """The names of the parts that are there."""
        return frozenset(name for name, _, there in self.parts if there)

    @property
    def parts(self) -> tuple[tuple[str, str, bool], ...]:
        """The parts of the page: address, name, whether it is there."""
        stand = {group.status for group in self.points.groups}
        return (
            ("reported", "Reported", True),
            ("figures", "Figures", bool(self.charts)),
            ("contested", "Contested", bool(self.contested)),
            *((status, name, status in stand) for status, name in GROUPS.items()),
            ("timeline", "Timeline", bool(self.times.now or self.times.past)),
            ("situation", "Situation", bool(self.themes)),
            ("agreements", "Agreements", bool(self.pacts)),
            ("actors", "Actors", bool(self.acts.actors or self.acts.acts)),
            ("where", "Map", bool(self.spots)),
            ("reports", "Reports", True),
        )


def build_story(dossier: Dossier, changes: Sequence[Change] = ()) -> StoryContext:
    """The page of the dossier's one story; `changes` are what changed last, newest first."""
    story = dossier.stories[0]
    book = Notebook.of(dossier)
    families = family_of(dossier)
    ranked = sorted(dossier.findings, key=lambda each: importance(each, families))
    current = [each for each in ranked if each.scope == "current"]
    live = [each for each in current if each.lifecycle == "live"]
    tolls = order_tolls(live, dossier.accounts)
    points = make_points(ranked, book, [each for each in tolls if each.status != "contested"])
    contested = [each for each in live if each.status == "contested"]
    sentences = told_in(points, contested)
    events = {each.id: each for each in dossier.events}
    charts = tuple(
        make_chart(make_toll(each, book), events.get(each.event)) for each in tolls[:MOST_TOLLS]
    )
    return StoryContext(
        story.id,
        title_words(story, dossier.accounts),
        places_of(dossier.events),
        span_words(story.start, story.end),
        tally(dossier.accounts, dossier.findings, dossier),
        stands_of(live),
        tuple(each for each in changes if each.kind != "new_story"),
        points,
        tuple(
            make_contested(each, live, book, events.get(each.event))
            for each in contested[:MOST_CONTESTED]
        ),
        charts,
        _spoken(charts, dossier, book),
        make_themes(dossier.situation, {each.id: each for each in live}, book),
        make_times(dossier.timeline, story, live, book),
        make_spots([each for each in dossier.events if each.scope == "current"], statuses(live)),
        make_pacts(dossier, book),
        make_acts(dossier, standing(live, book), book),
        make_voices(dossier.accounts, book),
        make_texts(book.reports.values(), dossier.families, index_edges(dossier.families)),
        {each.id: each for each in tolls if each.id not in sentences},
        sum(1 for each in dossier.accounts if each.report.published.value is None),
        {note.number: note for note in book.notes()},
        make_ties(story, dossier.families, book.reports),
    )


def told_in(points: Points, contested: Sequence[Finding]) -> frozenset[str]:
    """The findings that have a sentence of their own on the page, or two columns."""
    groups = [each for group in points.groups for each in (*group.shown, *group.folded)]
    sentences = [each.finding.id for each in (*points.lead, *groups, *points.background)]
    return frozenset((*sentences, *(each.id for each in contested[:MOST_CONTESTED])))


def _spoken(charts: Sequence[Chart], dossier: Dossier, book: Notebook) -> tuple[Spoken[Chart], ...]:
    """The figures that one speaker gives, and gives once, by speaker."""
    alone = [each for each in charts if len(each.bars) == 1]
    parts = find_parts(dossier.accounts)
    return group_spoken(alone, lambda each: each.bars[0].count, parts, book)


def stands_of(findings: Sequence[Finding]) -> tuple[tuple[Status, int], ...]:
    """How many findings stand how; days, places and the like are not counted."""
    told = Counter(each.status for each in findings if each.slot not in DETAILS)
    return tuple((status, told[status]) for status in STANDS)


def family_of(dossier: Dossier) -> dict[ReportId, str]:
    """The text that each report descends from."""
    return {report: family.id for family in dossier.families for report in family.reports}


def places_of(events: Sequence[Event]) -> tuple[str, ...]:
    """The places that are told most."""
    told: Counter[str] = Counter()
    for each in events:
        if each.place is not None and each.place.name and each.scope == "current":
            told[each.place.name] += len(each.mentions)
    ordered = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(name for name, _ in ordered[:ON_TITLE])


def happened(findings: Sequence[Finding]) -> dict[EventId, Finding]:
    """The finding that says that each event happened; the gravest where there are several."""
    found: dict[EventId, Finding] = {}
    for each in sorted(findings, key=lambda each: (ORDER.index(each.status), each.id)):
        if each.slot == "happened":
            found.setdefault(each.event, each)
    return found


def statuses(findings: Sequence[Finding]) -> dict[EventId, Status]:
    """How each event stands."""
    return {event: finding.status for event, finding in happened(findings).items()}


def standing(findings: Sequence[Finding], book: Notebook) -> dict[EventId, Dots]:
    """The glyph of each event."""
    return {event: make_dots(finding, book) for event, finding in happened(findings).items()}
