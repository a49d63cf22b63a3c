"""A body in, what of it a translation keeps out: numbers and names, in order, with their places.

Names are reduced to the sounds of their consonants (`words/letters.toml`), so that one name is one
in Latin, Cyrillic, Greek, Arabic and Hebrew letters. Nothing here knows a language.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.base.vocabulary import load_words

PIECE = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d+(?:[.,:]\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?؟\n]"
)
PARTS = re.compile(r"[^0-9]")
SOUNDS = 4  # consonants of a name that are compared: endings differ from language to language
LEAST_SOUNDS = 3  # a shorter name is too easily another word's
MOST = 160  # anchors of a report that are kept
PLACES = 1000  # a place in the text is told in thousandths of its length
MEMORY = 1 << 15  # words whose sounds are remembered
ARTICLE = "ال"  # the Arabic article, written as one with its word


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A number (its digits) or a name (its sounds), and where it stands, in thousandths."""

    what: str
    place: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.what[0].isdigit()


def find_anchors(body: str) -> list[Anchor]:
    """The anchors of a body, in order, at most `MOST`, those of the first part of the text."""
    length = max(len(body), 1)
    return [Anchor(what, PLACES * start // length) for what, start in _first(body)]


def pack_anchors(anchors: list[Anchor]) -> str:
    """The anchors as a sketch keeps them."""
    return " ".join(f"{each.what}:{each.place}" for each in anchors)


def unpack_anchors(packed: str) -> list[Anchor]:
    """The anchors of a sketch.

    >>> unpack_anchors(pack_anchors([Anchor("120", 4)]))
    [Anchor(what='120', place=4)]
    """
    parts = (each.partition(":") for each in packed.split())
    return [Anchor(what, int(place)) for what, _, place in parts]


def numbers_of(packed: str) -> list[str]:
    """The numbers alone, in order.

    >>> numbers_of("krsk:12 120:40")
    ['120']
    """
    return [each.partition(":")[0] for each in packed.split() if each[0].isdigit()]


@lru_cache(maxsize=MEMORY)
def sounds_of(name: str) -> str:
    """The first consonants of a name, as classes of sounds.

    >>> sounds_of("Marshgate"), sounds_of("Маршгейт"), sounds_of("Kharsk"), sounds_of("Харском")
    ('mrsk', 'mrsk', 'krsk', 'krsk')
    """
    lower = name.lower().removeprefix(ARTICLE)
    for letters, sound in _together():
        lower = lower.replace(letters, sound)
    found = ""
    for letter in lower.translate(_letters()):
        for plain in unicodedata.normalize("NFKD", letter).translate(_letters()):
            if plain in _classes() and not found.endswith(plain):
                found += plain
    return found[:SOUNDS]


def _first(body: str) -> Iterator[tuple[str, int]]:
    count, opens = 0, True
    for match in PIECE.finditer(body):
        piece = match[0]
        if piece in ".!?؟\n":
            opens = True
            continue
        what = _anchor(piece, opens=opens)
        opens = False
        if what:
            yield what, match.start()
            count += 1
            if count == MOST:
                return


def _anchor(piece: str, *, opens: bool) -> str:
    """The number's digits or the name's sounds; empty for other words.

    In a script without capitals any word may be a name.
    """
    if piece[0].isdigit():
        return PARTS.sub("", "".join(str(unicodedata.digit(each, "")) for each in piece))
    if piece[0].islower() or (opens and piece[0].isupper()):
        return ""
    sounds = sounds_of(piece)
    return sounds if len(sounds) >= LEAST_SOUNDS else ""


@cache
def _classes() -> frozenset[str]:
    return frozenset(load_words("twosource.cluster", "letters")["letters"])


@cache
def _letters() -> dict[int, str]:
    rows: dict[str, str] = load_words("twosource.cluster", "letters")["letters"]
    return {ord(letter): sound for sound, letters in rows.items() for letter in letters}


@cache
def _together() -> tuple[tuple[str, str], ...]:
    rows: dict[str, str] = load_words("twosource.cluster", "letters")["together"]
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))
