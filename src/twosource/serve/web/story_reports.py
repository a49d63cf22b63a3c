"""Reports and families in, the list of a story's reports out: by text, with family marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.render.notes import label_of
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


def make_texts(reports: Iterable[Report], families: Sequence[Family]) -> tuple[TextRow, ...]:
    """The reports by text, the text that most carry first; then by date."""
    known = {each.id: each for each in reports}
    told = [_text(family, known) for family in families if set(family.reports) & set(known)]
    order = {row.id: place for place, row in enumerate(sorted(known.values(), key=report_order))}
    return tuple(sorted(told, key=lambda row: (-len(row.others), order[row.first.id])))


def _text(family: Family, known: Mapping[ReportId, Report]) -> TextRow:
    mine = sorted((known[each] for each in family.reports if each in known), key=report_order)
    rows = [_row(mine[0], None)]
    for place, report in enumerate(mine[1:], 1):
        earlier = {each.id: each for each in mine[:place]}
        rows.append(_row(report, find_kin(report.id, earlier, family.edges)))
    return TextRow(family.id, rows[0], tuple(rows[1:]))


def find_kin(
    report: ReportId, earlier: Mapping[ReportId, Report], edges: Iterable[Edge]
) -> Kin | None:
    """The closest report before this one; None where none is tied to it directly."""
    told = []
    for edge in edges:
        other = edge.right if edge.left == report else edge.left
        if report in {edge.left, edge.right} and other in earlier:
            told.append((-edge.overlap, report_order(earlier[other]), edge, other))
    if not told:
        return None
    _, _, edge, other = min(told, key=lambda row: row[:2])
    return Kin(other, label_of(earlier[other]), RELATION[edge.relation], edge.overlap, edge.reason)


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
