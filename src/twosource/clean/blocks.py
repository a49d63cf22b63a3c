"""A text in, its blocks out: paragraphs and lines, with hard-wrapped text joined again."""

import re
from dataclasses import dataclass
from functools import cached_property

from twosource.base.records import Span

BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
ENDED = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]]*\s*(?:\([^()]{1,40}\)\s*)?$|[:;,：、]\s*$")
WRAP_WIDTH = 120  # a wider line is a paragraph of its own
NARROW = 40  # lines that are all shorter than this are no wrapped column


@dataclass(frozen=True)
class Block:
    """A line, or a paragraph of wrapped lines, without the blanks around it."""

    span: Span
    raw: str  # as it stands in the text: for offsets
    words: str  # blanks squeezed: for looking at

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence, a list item or an introduction does."""
        return ENDED.search(self.words) is not None

    @cached_property
    def key(self) -> str:
        """What two blocks that say the same have in common."""
        return key_of(self.words)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks in order; `wrapped` when lines were broken at a column."""

    blocks: tuple[Block, ...]
    wrapped: bool


def key_of(words: str) -> str:
    """The words without case, marks and blanks: what two versions of a headline share."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def split_blocks(text: str) -> Layout:
    """The blocks of a text: its lines or, if its lines are wrapped, its paragraphs."""
    paragraphs = _pieces(text, BLANK)
    wrapped = _is_wrapped(text, paragraphs)
    pieces = paragraphs if wrapped else _pieces(text, re.compile(r"\n"))
    blocks = (Block(span, raw := span.quote(text), " ".join(raw.split())) for span in pieces)
    return Layout(tuple(blocks), wrapped)


def _pieces(text: str, border: re.Pattern[str]) -> list[Span]:
    """The spans between the borders, trimmed; empty ones are left out."""
    pieces, start = [], 0
    for end, after in [*((m.start(), m.end()) for m in border.finditer(text)), (len(text), 0)]:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = end - len(piece) + len(piece.rstrip())
        if first < last:
            pieces.append(Span(first, last))
        start = after
    return pieces


def _is_wrapped(text: str, paragraphs: list[Span]) -> bool:
    """Whether most lines that another line follows directly are open at their end."""
    followed = [
        line for span in paragraphs for line in span.quote(text).split("\n")[:-1] if line.strip()
    ]
    if len(followed) < 2 or max(map(len, followed)) > WRAP_WIDTH:  # noqa: PLR2004 - one may be chance
        return False
    open_lines = [line for line in followed if len(line) >= NARROW and not ENDED.search(line)]
    return 2 * len(open_lines) > len(followed)
