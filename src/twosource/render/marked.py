"""A report and its notes in, its text in segments out: what is quoted, what is furniture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.base.records import Report
from twosource.render.parts import Note


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; `starts` and `ends` are the notes whose quotes begin or end with it."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    quoted: bool = False
    furniture: bool = False


def mark_text(report: Report, notes: Iterable[Note]) -> tuple[Segment, ...]:
    """The whole text of a report, cut wherever a quote or a piece of furniture begins or ends."""
    mine = sorted((each for each in notes if each.report == report.id), key=lambda each: each.span)
    return tuple(_segments(report, mine))


def _segments(report: Report, notes: Sequence[Note]) -> Iterator[Segment]:
    pieces = [each.span for each in report.furniture]
    spans = [each.span for each in notes]
    cuts = {0, len(report.text)} | {
        edge for span in pieces + spans for edge in (span.start, span.end)
    }
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        yield Segment(
            report.text[start:end],
            tuple(each.number for each in notes if each.span.start == start),
            tuple(each.number for each in notes if each.span.end == end),
            any(span.start <= start and end <= span.end for span in spans),
            any(span.start <= start and end <= span.end for span in pieces),
        )
