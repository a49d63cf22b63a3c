"""Reports and families in, the list of a story's reports out: by text, with family marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.labels import label_of
from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.render.phrases import dated_words, how_dated
from twosource.render.sources import report_order, title_of

RELATION = {
    "copy": "copy",
    "rewrite": "rewrite",
    "translation": "translation",
    "credit": "same credit",
}


@dataclass(frozen=True, slots=True)
class Kin:
    """How a report hangs on another one of its family."""

    report: ReportId
    outlet: str
    relation: str
    overlap: float
    reason: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of the story. `kin` None: the earliest of its text, or alone."""

    id: ReportId
    outlet: str
    title: str | None
    published: str
    unsure: bool  # the date is not the report's own word, or there is none
    how: str
    credit: str | None
    language: str | None
    translated: str
    kin: Kin | None


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: the earliest report that has it, and those that descend from it."""

    family: str
    first: ReportRow
    others: tuple[ReportRow, ...]


Edges = Mapping[ReportId, Sequence[Edge]]


def index_edges(families: Iterable[Family]) -> Edges:
    """The edges of each report, the closest first: built once for a page."""
    found: dict[ReportId, list[Edge]] = {}
    for family in families:
        for edge in sorted(family.edges, key=lambda each: -each.overlap):
            found.setdefault(edge.left, []).append(edge)
            found.setdefault(edge.right, []).append(edge)
    return found


def make_texts(
    reports: Iterable[Report], families: Sequence[Family], edges: Edges
) -> tuple[TextRow, ...]:
    """The reports by text, the text that most carry first; then by date."""
    known = {each.id: each for each in reports}
    place = {row.id: at for at, row in enumerate(sorted(known.values(), key=report_order))}
    family_of = {report: family.id for family in families for report in family.reports}
    groups: dict[str, list[Report]] = {}
    for report in sorted(known.values(), key=lambda each: place[each.id]):
        groups.setdefault(family_of.get(report.id, report.id), []).append(report)
    told = [_text(name, mine, edges) for name, mine in groups.items()]
    return tuple(sorted(told, key=lambda row: (-len(row.others), place[row.first.id])))


def _text(family: str, mine: Sequence[Report], edges: Edges) -> TextRow:
    """One text: `mine` are its reports in the order of their dates."""
    earlier: dict[ReportId, tuple[int, Report]] = {}
    rows = []
    for place, report in enumerate(mine):
        rows.append(_row(report, find_kin(report.id, earlier, edges)))
        earlier[report.id] = (place, report)
    return TextRow(family, rows[0], tuple(rows[1:]))


def find_kin(
    report: ReportId, earlier: Mapping[ReportId, tuple[int, Report]], edges: Edges
) -> Kin | None:
    """The closest report before this one; None where none is tied to it directly."""
    best: tuple[int, Edge, Report] | None = None
    for edge in edges.get(report, ()):
        if best is not None and edge.overlap < best[1].overlap:
            break
        found = earlier.get(edge.right if edge.left == report else edge.left)
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], edge, found[1])
    if best is None:
        return None
    _, edge, other = best
    return Kin(other.id, label_of(other), RELATION[edge.relation], edge.overlap, edge.reason)


def _row(report: Report, kin: Kin | None) -> ReportRow:
    return ReportRow(
        report.id,
        label_of(report),
        title_of(report),
        dated_words(report.published),
        report.published.basis in {"story", "none"},
        how_dated(report.published),
        report.credit,
        report.language,
        report.translated.value,
        kin,
    )
