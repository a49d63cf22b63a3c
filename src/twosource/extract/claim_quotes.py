"""A report's text in, its quotations out: stretches between quotation marks, also over sentences.

The parser breaks sentences inside long quotations, so the marks are read from the text itself.
"""

import re
from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Span

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t\u00a0]*\n)[^\n]+)*")
MARK = re.compile(r"[\"“”„«»‟]|''|``")
OPENING, CLOSING = frozenset({"“", "„", "«", "‟", "``"}), frozenset({"”", "»"})
LONGEST = 6000  # characters; a longer stretch means that a mark is missing


def find_quotes(reading: Reading) -> tuple[Span, ...]:
    """The quotations of a reading with their marks, in order; none contains another.

    A quotation whose closing mark is missing runs to the end of its paragraph: the next
    paragraph takes it up again, as printers do.
    """
    text = reading.report.text
    if not MARK.search(text):
        return ()
    pieces = (piece for found in PARAGRAPH.finditer(text) for piece in _pair(text, found))
    furniture = [each.span for each in reading.report.furniture]
    return tuple(p for p in pieces if not any(p.overlaps(other) for other in furniture))


def paragraph_ends(text: str) -> list[int]:
    """Where each paragraph ends, in order."""
    return [found.end() for found in PARAGRAPH.finditer(text)]


def _pair(text: str, paragraph: re.Match[str]) -> Iterator[Span]:
    start: int | None = None
    for mark in MARK.finditer(text, paragraph.start(), paragraph.end()):
        if start is None:
            start = mark.start() if _opens(text, mark) else None
        elif _closes(text, mark):
            if mark.end() - start <= LONGEST:
                yield Span(start, mark.end())
            start = None
        else:
            start = mark.start()
    if start is not None and paragraph.end() - start <= LONGEST:
        yield Span(start, start + len(text[start : paragraph.end()].rstrip()))


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    after = text[mark.end() : mark.end() + 1]
    return bool(after) and not after.isspace()


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark closes: only one that looks like an opening one does not."""
    if mark.group() in CLOSING:
        return True
    before = text[mark.start() - 1]
    after = text[mark.end() : mark.end() + 1]
    return not (before.isspace() and after and not after.isspace())
