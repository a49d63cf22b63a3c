"""A report in, its body out: the text without headline and furniture."""

from collections.abc import Iterator

from twosource.base.records import Report, Span


def body_spans(report: Report) -> Iterator[Span]:
    """The passages of the body, in order."""
    outside = [piece.span for piece in report.furniture]
    if report.title is not None:
        outside.append(report.title)
    start = 0
    for span in sorted(outside):
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < len(report.text):
        yield Span(start, len(report.text))


def body_of(report: Report) -> str:
    """The words of the body: what two reports are compared by."""
    return "".join(span.quote(report.text) for span in body_spans(report))


def headline_of(report: Report) -> str:
    """The headline as it stands in the text, else as it came beside it, else empty."""
    if report.title is not None:
        return report.title.quote(report.text)
    return report.given_title or ""
