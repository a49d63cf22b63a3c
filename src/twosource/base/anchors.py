"""An anchor and a report's text in, the span of its words out; and which spans meet."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.base.judgements import Anchor
from twosource.base.records import Report, ReportId, Span
from twosource.base.stories import Citation


def cite_anchor(citation: Citation, text: str) -> Anchor:
    """The anchor of a citation, with its words."""
    quote = text[citation.start : citation.end]
    return Anchor(citation.report, citation.start, citation.end, quote)


def find_anchor(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor's words stand: in their place, else the nearest equal words, else None.

    >>> find_anchor(Anchor("rep_1", 0, 4, "nine"), "At least nine died.")
    Span(start=9, end=13)
    """
    if not anchor.quote:
        return None
    if text[anchor.start : anchor.end] == anchor.quote:
        return Span(anchor.start, anchor.end)
    places = list(_places(anchor.quote, text))
    if not places:
        return None
    start = min(places, key=lambda place: (abs(place - anchor.start), place))
    return Span(start, start + len(anchor.quote))


def find_all(
    anchors: Iterable[Anchor], reports: Mapping[ReportId, Report]
) -> dict[ReportId, list[Span]]:
    """Where the words of several anchors stand, by report; what is not found is left out."""
    found: dict[ReportId, list[Span]] = {}
    for each in anchors:
        report = reports.get(each.report)
        span = find_anchor(each, report.text) if report is not None else None
        if span is not None:
            found.setdefault(each.report, []).append(span)
    return found


def count_met(cited: Iterable[Citation], places: Mapping[ReportId, Sequence[Span]]) -> int:
    """How many of the citations share words with the places."""
    return sum(
        any(Span(each.start, each.end).overlaps(span) for span in places.get(each.report, ()))
        for each in cited
    )


def _places(quote: str, text: str) -> Iterable[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)
