"""Blocks in, furniture out: which passages are no part of the report's sentences, and what kind.

General rules of page layout only; the words are in `words/furniture.toml`. A block that reads
like a sentence is left alone: to lose a sentence is worse than to keep a caption.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from twosource.base.records import Furniture, FurnitureKind, Span
from twosource.base.vocabulary import load_words
from twosource.clean.agencies import is_signed, match_credit, match_dateline
from twosource.clean.blocks import Block, Layout, key_of
from twosource.clean.stamps import is_stamp

LONGEST_HEADLINE, LONGEST_SUBHEAD, LONGEST_LINE = 30, 12, 45  # words
NAMEPLATE_WORDS = 7
COLONS = tuple(":|/–—")
TRAILING = ('"', "'", "”", "’", "»")
HEAD_BLOCKS = 8  # a headline stands among the first blocks or there is none
NAME = r"[A-Z][\w.'’-]+"
BYLINE = re.compile(
    rf"(?:[Ww]ritten )?(?:[Bb]y|BY):?\s+(?:[Tt]he )?{NAME}(?:[\s,]+(?:and\s|in\s)?{NAME}){{0,7}}\Z"
)
SITE = re.compile(
    r"(?:https?://\S+|www\.\S+|[\w-]+\.(?:com|org|net|info|news|tv))\Z", re.IGNORECASE
)
TITLED = re.compile(r"[A-ZÀ-Þ][\w.'’&-]*(?: (?:of|the|and|[A-ZÀ-Þ\d][\w.'’&-]*))*\Z")
PLAIN = re.compile(r"(?<= )[a-zß-ÿ]{4,}")  # a word that a headline in capitals would raise
NAME_WORDS = 5
RULE = re.compile(r"[\W_]+\Z")


def find_headline(layout: Layout, given_title: str | None = None) -> Block | None:
    """The block that is the headline; None when the text opens with its first sentence.

    With a title that came beside the text, only a block that repeats it is the headline.
    """
    blocks = layout.blocks[:HEAD_BLOCKS]
    if given_title is not None:
        key = key_of(given_title)
        return next((block for block in blocks if key and block.key == key), None)
    for block, after in zip(blocks, layout.blocks[1:], strict=False):
        if block.key == after.key and _may_be_headline(block):
            return block
    return _first_headline(layout)


def _first_headline(layout: Layout) -> Block | None:
    """The first line that may be a headline, past the nameplate, before any sentence."""
    blocks = layout.blocks
    for place, block in enumerate(blocks[:HEAD_BLOCKS]):
        if place == 0 and _stands_as_name(blocks):
            continue
        if not _may_be_headline(block):
            if _line_kind(block) is None:
                return None
        elif not any(_is_sentence(each) for each in blocks[place + 1 :]):
            return None
        elif not (_is_nameplate(block) and any(map(_may_be_headline, _below(blocks, place)[:2]))):
            return block
    return None


def _below(blocks: Sequence[Block], place: int) -> list[Block]:
    """The blocks below one in the head of a text, without date lines, bylines and buttons."""
    return [each for each in blocks[place + 1 : HEAD_BLOCKS] if _line_kind(each) is None]


def _stands_as_name(blocks: Sequence[Block]) -> bool:
    """Whether the first line is an outlet's name by its form.

    It has capitals throughout and stands above a headline that is written as sentences are. With
    no date line below it must be very short.
    """
    first, *rest = blocks[: HEAD_BLOCKS // 2]
    if len(rest) < 2 or first.ended or not TITLED.match(first.words):  # noqa: PLR2004 - headline and body
        return False
    headline = rest[0]
    if not (_may_be_headline(headline) and headline.count > first.count):
        return False
    if PLAIN.search(headline.words) is None:
        return False
    is_dated = _line_kind(rest[1]) in {"dateline", "credit"}
    return first.count <= (NAME_WORDS if is_dated else 2) and (is_dated or _is_sentence(rest[1]))


def mark_furniture(layout: Layout, headline: Block | None) -> tuple[Furniture, ...]:
    """The furniture of a text, in order; the headline itself is none."""
    found = [
        Furniture(block.span, kind)
        for block, kind in _kinds(layout, headline)
        if kind is not None and block is not headline
    ]
    taken = {piece.span for piece in found}
    left = [each for each in layout.blocks if each.span not in taken and each is not headline]
    found += _parts(left)
    return tuple(sorted(found, key=lambda piece: piece.span))


def _kinds(layout: Layout, headline: Block | None) -> Iterator[tuple[Block, FurnitureKind | None]]:
    blocks = layout.blocks
    start = blocks.index(headline) if headline is not None else 0
    body = [place for place, each in enumerate(blocks) if _is_sentence(each)]
    first, last = (body[0], body[-1]) if body else (0, len(blocks))
    for place, block in enumerate(blocks):
        kind = _line_kind(block)
        if kind is None and headline is not None and place != start and block.key == headline.key:
            kind = "repeated_headline"
        outside = place < start or place > last or start < place < first
        if kind is None and body and outside and _is_nameplate(block):
            kind = "nameplate"
        if kind is None and place < start and not block.ended:
            kind = "nameplate" if block.count <= NAMEPLATE_WORDS else "other"
        if kind is None and not layout.wrapped and first < place < last and _is_subhead(block):
            kind = "subhead"
        yield block, kind


def _line_kind(block: Block) -> FurnitureKind | None:
    """What a block is by its own words, wherever it stands."""
    words = block.words
    if RULE.match(words) or SITE.match(words):
        return "other"
    if block.count > LONGEST_LINE:
        return None
    return next((kind for kind, is_kind in LINES if is_kind(block)), None)


def _is_dateline(block: Block) -> bool:
    return is_stamp(block.words) or match_dateline(block.words) == len(block.words)


def _is_credit(block: Block) -> bool:
    words = block.words
    if BYLINE.match(words) or match_credit(words) == 0 or is_signed(words):
        return True
    return _reads_as(block, "credit")


def _reads_as(block: Block, kind: FurnitureKind) -> bool:
    return _opens(block, kind) or _closes(block, kind)


def _opens(block: Block, kind: FurnitureKind) -> bool:
    """Whether a line opens with the words of this kind, and goes on as such a line does."""
    match = _opening(kind).match(block.words)
    if match is None:
        return False
    rest = block.words[match.end() :].lstrip()
    if rest[:1] in COLONS:
        return True
    if kind == "credit":
        return not rest or " " in match[0] or not match[0].isalpha()
    return not block.ended and (not rest or " " in match[0])


def _closes(block: Block, kind: FurnitureKind) -> bool:
    endings = tuple(each.lower() for each in _words(kind).get("endings", ()))
    words = block.words.lower()
    return words.rstrip(" .)]").endswith(endings) and (kind == "credit" or not words.endswith("."))


def _is_share(block: Block) -> bool:
    words = re.findall(r"[\w-]+", block.words.lower())
    if not words:
        return False
    if set(words) <= set(_words("share")["words"]):
        return not block.ended and len(block.words) > 1
    return not (block.ended and block.count > LONGEST_SUBHEAD) and bool(
        _opening("share").match(block.words)
    )


def _may_be_headline(block: Block) -> bool:
    if _line_kind(block) is not None or match_dateline(block.words) is not None:
        return False
    return 1 < block.count <= LONGEST_HEADLINE and not block.words.rstrip("\"'”’").endswith(
        (".", ":", ",")
    )


def _is_nameplate(block: Block) -> bool:
    if block.ended or not 0 < block.count <= NAMEPLATE_WORDS or not block.words[0].isupper():
        return False
    names = set(re.findall(r"\w+", block.words.lower()))
    proper = sum(word[0].isupper() or not word[0].isalpha() for word in block.words.split())
    return bool(names & set(_words("nameplate")["words"])) and proper >= block.count - 2


def _is_sentence(block: Block) -> bool:
    return block.ended and block.count > 5 and _line_kind(block) is None  # noqa: PLR2004 - a short clause


def _is_subhead(block: Block) -> bool:
    words = block.words
    if block.count > LONGEST_SUBHEAD or not words[0].isalnum() or words.endswith(TRAILING):
        return False
    if words.endswith("?"):
        return words[0].isupper()
    return not block.ended and not words[0].islower()


def _parts(blocks: Sequence[Block]) -> Iterator[Furniture]:
    """Datelines at the head of a paragraph and credits at the end of one."""
    for block in blocks:
        head = match_dateline(block.raw)
        if head is not None:
            yield Furniture(Span(block.span.start, block.span.start + head), "dateline")
        tail = match_credit(block.raw)
        if tail is not None:
            yield Furniture(Span(block.span.start + tail, block.span.end), "credit")


@cache
def _words(kind: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_words("twosource.clean", "furniture")[kind]
    return words


@cache
def _opening(kind: str) -> re.Pattern[str]:
    openings = sorted(_words(kind)["openings"], key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, openings)) + r")(?![a-z'’-])", re.IGNORECASE)


LINES: tuple[tuple[FurnitureKind, Callable[[Block], bool]], ...] = (
    ("share", _is_share),
    ("dateline", _is_dateline),
    ("caption", lambda block: _reads_as(block, "caption")),
    ("credit", _is_credit),
    ("teaser", lambda block: _reads_as(block, "teaser")),
)
