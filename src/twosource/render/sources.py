"""Reports and families in, the list of reports out: outlet, date, how dated, what it copies."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.base.labels import label_of
from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.render.parts import Source
from twosource.render.phrases import dated_words, how_dated

KIN = {
    "copy": "shares its text with",
    "rewrite": "is worded after the same text as",
    "translation": "is a translation beside",
    "credit": "carries the same credit as",
}


def make_sources(
    reports: Iterable[Report], families: Sequence[Family], gone: Collection[ReportId] = ()
) -> tuple[Source, ...]:
    """The reports by date, then outlet; undated ones last. `gone` were taken back."""
    told = sorted(reports, key=report_order)
    labels = {report.id: label_of(report) for report in told}
    rows = (_source(report, _first_edge(report.id, families), labels) for report in told)
    return tuple(
        replace(each, kin=_taken_back(each)) if each.report in gone else each for each in rows
    )


def _taken_back(source: Source) -> str:
    return "withdrawn by its outlet" + (f"; {source.kin}" if source.kin else "")


def report_order(report: Report) -> tuple[bool, str, str, str]:
    """By date, then outlet; undated reports last."""
    dated = report.published.value
    return (dated is None, dated or "", label_of(report), report.id)


def _first_edge(report: ReportId, families: Sequence[Family]) -> Edge | None:
    """The closest kinship of a report: the edge with the largest overlap."""
    edges = [
        edge for family in families for edge in family.edges if report in {edge.left, edge.right}
    ]
    return min(edges, key=lambda edge: (-edge.overlap, edge.left, edge.right), default=None)


def _source(report: Report, edge: Edge | None, labels: Mapping[ReportId, str]) -> Source:
    kin = None
    if edge is not None:
        other = edge.right if edge.left == report.id else edge.left
        kin = f"{KIN[edge.relation]} {labels.get(other, other)} ({edge.overlap:.0%})"
    return Source(
        report.id,
        label_of(report),
        title_of(report),
        report.path,
        dated_words(report.published),
        how_dated(report.published),
        kin,
        report.language,
    )


def title_of(report: Report) -> str | None:
    """The report's title on one line; None when it has none."""
    words = report.title.quote(report.text) if report.title else report.given_title
    return " ".join(words.split()) if words else None
