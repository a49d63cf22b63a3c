"""Blocks in, the publication date that they state out. A date inside a sentence is never one."""

import re
from collections.abc import Iterator, Sequence

from twosource.base.records import Published, Span
from twosource.base.vocabulary import load_words
from twosource.clean.agencies import match_dateline
from twosource.clean.blocks import Block
from twosource.clean.dates import HOUR, WEEKDAY, WORDS, find_date, is_in_numbers
from twosource.clean.language import find_language

LABELS: dict[str, int] = WORDS["labels"]
LABEL = re.compile(
    "(?:.{0,40}?[|·•]\\s*)??(?P<label>"
    + "|".join(sorted(LABELS, key=len, reverse=True))
    + r")\b\s*[:\-–—|]?\s*",
    re.IGNORECASE,
)
FILLER = re.compile(rf"(?:{WEEKDAY}|[a-z]{{2,4}}\b|[\W\d_]|local time|gmt|utc)*\Z", re.IGNORECASE)
PLACE = re.compile(r"\A[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2},\s+")  # Port Ellery, 3 May 2021
QUOTED = r"[\"“«][^\"”»\n]{2,40}[\"”»]"
NAME = rf"(?:{QUOTED}|[A-ZÀ-Þ\d@][\w.'’&-]*)"
LINK = r"(?:\s*[,|·•–—]\s*|\s+(?:(?:of|the|and|&|channel|agency|de|del|du|des|da|do|la|le|el)\s+)*)"
# The Upland Daily | 3 May 2021; Radio Upland, 3 May 2021; Telegram channel "Upland Now" 3.05.2021
MASTHEAD = re.compile(rf"(?P<name>(?!\d){NAME}(?:{LINK}{NAME}){{0,5}})(?:\s*[,|·•–—(-])?\s*")
AGO = re.compile(r"(?:(?:\d+|an?)\s+(?:min(?:ute)?s?|hours?|days?)\s+ago|just now)", re.IGNORECASE)
SOURCE = re.compile(r"\(?(?:sources?|via|from)\s*[:–—-]\s*", re.IGNORECASE)
NAMES = frozenset(load_words("twosource.clean", "furniture")["nameplate"]["words"])
UNLABELLED, SOURCED = 1, 2
HEAD, TAIL = 8, 4  # a stamp stands among the first or the last blocks
LONGEST = 160  # characters of a line that may be one


def is_stamp(words: str) -> bool:
    """Whether a line is a date with, at most, a label, an hour and a zone; or a label and an hour.

    >>> is_stamp("Last updated: 3 May 2021, 10:15 GMT")
    True
    >>> is_stamp("The truce of 3 May 2021 held.")
    False
    """
    if _stamp(words, day_first=True) is not None:  # whichever its day may be
        return True
    label = LABEL.match(words) if len(words) <= LONGEST else None
    hour = words[label.end() :].strip(" .") if label else ""
    return bool(HOUR.fullmatch(hour) or AGO.fullmatch(hour))


def find_masthead(words: str) -> str | None:
    """The outlet's name before the date of a date line; None when none stands there.

    >>> find_masthead("Radio Upland, 3 May 2021")
    'Radio Upland'
    >>> find_masthead("Port Ellery, 3 May 2021") is None
    True
    """
    stated = find_date(words)
    match = MASTHEAD.fullmatch(words[: stated.span.start]) if stated is not None else None
    if match is None or not NAMES & set(re.findall(r"\w+", match["name"].lower())):
        return None
    return match["name"]


def find_published(blocks: Sequence[Block]) -> Published:
    """The stated date of a text and the span of its words, or none with the reason."""
    found = sorted(_stamps(blocks), key=lambda each: (each[0], each[2]))
    if not found and _is_day_first(blocks):
        found = sorted(_stamps(blocks, day_first=True), key=lambda each: (each[0], each[2]))
    if not found:
        return Published(reason="the text states no publication date")
    _, value, span = found[0]
    return Published(value, "explicit", span, "a date line of the text states it")


def _is_day_first(blocks: Sequence[Block]) -> bool:
    """Whether a head that has a date as 4/3/2031 is of a language that puts the day first."""
    if not any(is_in_numbers(block.raw[:LONGEST]) for block in blocks[:HEAD]):
        return False
    language = find_language("\n".join(block.raw for block in blocks))
    return language in WORDS["day_first"]["languages"]


def _stamps(blocks: Sequence[Block], *, day_first: bool = False) -> Iterator[tuple[int, str, Span]]:
    for place, block in enumerate(blocks):
        in_head = place < HEAD
        if not in_head and place < len(blocks) - TAIL:
            continue
        rank = _stamp(block.raw, day_first=day_first)
        if rank is None and _is_sourced(block.raw):
            rank = SOURCED
        if rank is not None and (in_head or rank != UNLABELLED):
            yield _dated(block, len(block.raw), rank, day_first=day_first)
        elif in_head:
            end = match_dateline(block.raw)
            if end is not None and find_date(block.raw[:end]) is not None:
                yield _dated(block, end, UNLABELLED, day_first=day_first)


def _dated(block: Block, end: int, rank: int, *, day_first: bool) -> tuple[int, str, Span]:
    stated = find_date(block.raw[:end], day_first=day_first)
    if stated is None:  # pragma: no cover - callers have looked
        message = "no date in this block"
        raise ValueError(message)
    offset = block.span.start
    return rank, stated.value, Span(offset + stated.span.start, offset + stated.span.end)


def _stamp(words: str, *, day_first: bool = False) -> int | None:
    """The rank of a date line; None when the line is something else."""
    if len(words) > LONGEST:
        return None
    stated = find_date(words, day_first=day_first)
    if stated is None:
        return None
    label = LABEL.match(words)
    if label is not None and label.end() <= stated.span.start:
        between, after = words[label.end() : stated.span.start], words[stated.span.end :]
        return LABELS[label["label"].lower()] if FILLER.match(between) and _is_rest(after) else None
    before, after = words[: stated.span.start], words[stated.span.end :]
    if find_masthead(words) is not None:
        before = ""
    return UNLABELLED if FILLER.match(PLACE.sub("", before)) and _is_rest(after) else None


def _is_sourced(words: str) -> bool:
    """Whether a line names its source by a name and a day: "Source: Radio Upland, 3 May 2021"."""
    label = SOURCE.match(words) if len(words) <= LONGEST else None
    if label is None:
        return False
    stated = find_date(words)
    return find_masthead(words[label.end() :]) is not None and bool(
        stated and FILLER.match(words[stated.span.end :])
    )


def _is_rest(after: str) -> bool:
    """What may follow a date: a zone, or a further label ("| Updated 4 May 2021")."""
    label = LABEL.search(after)
    return FILLER.match(after[: label.start()] if label else after) is not None
