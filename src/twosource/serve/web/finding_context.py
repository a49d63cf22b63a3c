"""A finding and its story in, why it stands as it does out: origins, ties, quotes, rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Report, ReportId
from twosource.base.stories import Dossier, Event, Family, Finding, Origin, Tie, Told
from twosource.base.vocabulary import load_words
from twosource.render.chart_figures import Chart, make_chart
from twosource.render.notes import Notebook
from twosource.render.parts import Note
from twosource.render.phrases import range_words
from twosource.render.statements import make_toll, told_of
from twosource.render.tolls import is_toll
from twosource.serve.web.evidence import Evidence, show_evidence
from twosource.serve.web.story_context import family_of
from twosource.serve.web.story_points import Point, importance, make_point
from twosource.serve.web.story_reports import Edges, TextRow, index_edges, make_texts
from twosource.serve.web.story_sides import Contested, make_contested

MOST_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that an origin says: a number or words, as of when, and where."""

    words: str
    counted: bool
    as_of: str | None
    lifecycle: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Vouch:
    """One origin: who, what kind, on which side, what it says and which reports carry it."""

    name: str
    kind: str
    kind_words: str
    party: bool
    side: str
    words: tuple[Word, ...]
    texts: tuple[TextRow, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class RemarkShown:
    """What a report says of verification, in context."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FindingContext:
    """One finding as its page shows it."""

    finding: Finding
    point: Point
    event: Event
    story: str
    story_title: str
    rule_words: str
    why: str
    chart: Chart | None
    contested: Contested | None
    vouches: tuple[Vouch, ...]
    ties: tuple[Tie, ...]
    supports: tuple[Evidence, ...]
    denies: tuple[Evidence, ...]
    remarks: tuple[RemarkShown, ...]
    others: tuple[Point, ...]
    notes: Mapping[int, Note]


def build_finding(finding: Finding, dossier: Dossier) -> FindingContext:
    """The page of one finding; `dossier` is its story."""
    book = Notebook.of(dossier)
    reports = book.reports
    families = family_of(dossier)
    event = next(each for each in dossier.events if each.id == finding.event)
    same = [each for each in dossier.findings if each.event == finding.event and each != finding]
    live = sorted(
        (each for each in same if each.lifecycle == "live"),
        key=lambda each: importance(each, families),
    )
    edges = index_edges(dossier.families)
    return FindingContext(
        finding,
        make_point(finding, book),
        event,
        dossier.stories[0].id,
        dossier.stories[0].title,
        rule_words(finding.rule),
        book.plain(finding.reason),
        make_chart(make_toll(finding, book)) if is_toll(finding) and finding.origins else None,
        make_contested(finding, live, book) if finding.status == "contested" else None,
        tuple(
            _vouch(each, finding, Known(dossier.families, reports, edges))
            for each in finding.origins
        ),
        finding.ties,
        show_evidence(finding.supports, reports),
        show_evidence(finding.denies, reports),
        tuple(_remarks(finding, reports)),
        tuple(make_point(each, book) for each in live[:MOST_OTHERS]),
        {note.number: note for note in book.notes()},
    )


def rule_words(rule: str) -> str:
    """What a rule means, in a sentence; empty for one that is not written down."""
    words: dict[str, str] = load_words("twosource.render", "rules")["rules"]
    return words.get(rule, "")


@dataclass(frozen=True, slots=True)
class Known:
    """What the origins of a finding are told by."""

    families: Sequence[Family]
    reports: Mapping[ReportId, Report]
    edges: Edges


def _vouch(origin: Origin, finding: Finding, known: Known) -> Vouch:
    reports = known.reports
    kinds: dict[str, str] = load_words("twosource.render", "rules")["kinds"]
    carried = [reports[each] for each in origin.reports if each in reports]
    return Vouch(
        origin.name,
        origin.kind,
        kinds.get(origin.kind, origin.kind),
        origin.party,
        origin.side,
        tuple(_words(told_of(origin, finding), reports)),
        make_texts(carried, known.families, known.edges),
        len(carried),
    )


def _words(values: Iterable[Told], reports: Mapping[ReportId, Report]) -> Iterable[Word]:
    """What an origin says, the words that most reports carry first; equal numbers are one row."""
    rows: dict[tuple[object, ...], list[Told]] = {}
    for told in values:
        counted = told.low is not None or told.high is not None
        key = (told.low, told.high, told.lifecycle) if counted else (told.text,)
        rows.setdefault(key, []).append(told)
    ordered = sorted(
        rows.values(),
        key=lambda row: (
            row[0].lifecycle == "live",
            -sum(len(told.citations) for told in row),
        ),
    )
    for row in ordered:
        told = row[-1]
        counted = told.low is not None or told.high is not None
        cited = [each for one in row for each in one.citations]
        words = range_words(told.low, told.high) if counted else told.text or ""
        as_of = min((one.as_of for one in row if one.as_of), default=None)
        yield Word(words, counted, as_of, told.lifecycle, show_evidence(cited, reports))


def _remarks(finding: Finding, reports: Mapping[ReportId, Report]) -> Iterable[RemarkShown]:
    """Each remark once, however many copies carry it."""
    values = {each.citation: each.value for each in finding.remarks}
    for evidence in show_evidence(values, reports):
        value = next(
            value
            for cited, value in values.items()
            if (cited.report, cited.start) == (evidence.report, evidence.start)
        )
        yield RemarkShown(value.replace("_", " "), evidence)
