"""Number words and digits in, numbers out: "two hundred and five", "1.5 million", "dozens".

`parse_number` reads a string, `find_numbers` finds the number words in a stretch of parsed text.
Neither says what the number counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words

from twosource.base.vocabulary import load_words

_TABLES: dict[str, dict[str, int]] = load_words("twosource.base", "numbers")
UNITS, TENS, GROUPS = _TABLES["units"], _TABLES["tens"], _TABLES["groups"]
SCALES, SUFFIXES, PARTS = _TABLES["scales"], _TABLES["suffixes"], _TABLES["parts"]
VAGUE, MULTIPLES, ORDINALS = _TABLES["vague"], _TABLES["multiples"], _TABLES["ordinals"]
_SIZES = {**GROUPS, **SCALES}
_STARTS = {*UNITS, *TENS, *_SIZES, *VAGUE, *MULTIPLES, "half", "quarter"}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,2})?")
_DOTTED = re.compile(r"\d{1,3}(?:\.000)+")
_PIECES = re.compile(r"\d[\d.,]*[a-z]*|[a-z]+|[-/]")


@dataclass(frozen=True, slots=True)
class Number:
    """Number words: tokens `start` to `end` (exclusive) of the parse, and what they say.

    `value` is None when the words name no number ("dozens"); `low` is then the least they allow.
    """

    start: int
    end: int
    value: float | None
    low: float


@dataclass(frozen=True, slots=True)
class _Run:
    """The number that begins at one word: how many words it takes, and what they say."""

    length: int
    value: float | None
    low: float


def parse_number(words: str) -> float | None:
    """The number that a string spells, None when it spells none or a vague one.

    >>> parse_number("two hundred and five"), parse_number("1,200"), parse_number("1.5 million")
    (205, 1200, 1500000)
    >>> parse_number("a dozen"), parse_number("half a million"), parse_number("Twenty-two")
    (12, 500000, 22)
    >>> parse_number("82 000"), parse_number("10k"), parse_number("two thirds")
    (82000, 10000, 0.6666666666666666)
    >>> parse_number("dozens") is None, parse_number("seventeen men") is None
    (True, True)
    """
    pieces = _PIECES.findall(words.lower())
    run = _read_run(pieces, 0)
    if run is not None and run.length == len(pieces) and run.value is not None:
        return run.value
    return parse_fraction(words)


def parse_fraction(words: str) -> float | None:
    """The part of one that a string spells, None when it spells none.

    >>> parse_fraction("three quarters"), parse_fraction("a third"), parse_fraction("1/4")
    (0.75, 0.3333333333333333, 0.25)
    """
    pieces = [piece for piece in _PIECES.findall(words.lower()) if piece != "-"]
    if len(pieces) == 3 and pieces[1] == "/":  # noqa: PLR2004 - over, stroke, under
        over, under = _digits(pieces[0]), _digits(pieces[2])
        return over / under if over is not None and under else None
    counts = {"a": 1, "an": 1, **UNITS}
    if len(pieces) == 1:
        pieces = ["a", *pieces]
    if len(pieces) != 2 or pieces[0] not in counts:  # noqa: PLR2004 - a count and a part
        return None
    part = "half" if pieces[1] == "halves" else pieces[1].removesuffix("s")
    under = PARTS.get(part) or ORDINALS.get(part)
    return counts[pieces[0]] / under if under and under > 1 else None


def parse_ordinal(words: str) -> int | None:
    """The rank that a string spells, None when it spells none.

    >>> parse_ordinal("third"), parse_ordinal("22nd"), parse_ordinal("twenty-first")
    (3, 22, 21)
    """
    text = words.lower()
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    if digits:
        return int(digits[1])
    tens, _, unit = text.replace("-", " ").rpartition(" ")
    if unit not in ORDINALS or (tens and tens not in TENS):
        return None
    return TENS.get(tens, 0) + ORDINALS[unit]


def parse_vague(words: str) -> float | None:
    """The least that a vague expression allows, None when it is not vague.

    >>> parse_vague("dozens"), parse_vague("tens of thousands"), parse_vague("several hundred")
    (12, 10000, 300)
    """
    pieces = _PIECES.findall(words.lower())
    run = _read_run(pieces, 0)
    whole = run is not None and run.length == len(pieces) and run.value is None
    return run.low if run is not None and whole else None


def find_numbers(words: Words) -> list[Number]:
    """The number words of a stretch of parsed text, in order, longest first at each place.

    Part of a longer token ("1990s", "3:30", "AK-47") is no number; an article belongs to the
    number when it is part of its words ("a dozen", "a hundred", "a few").
    """
    lowers = [token.lower_ for token in words]
    first, place = words.start, 0
    found: list[Number] = []
    while place < len(lowers):
        run = _read_run(lowers, place) if _may_start(lowers, place) else None
        if run is None:
            place += 1
            continue
        found.append(Number(first + place, first + place + run.length, run.value, run.low))
        place += run.length
    return found


def _may_start(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if word[:1].isdigit() or word in _STARTS:
        return True
    return word in {"a", "an", "the"} and place + 1 < len(words) and words[place + 1] in _STARTS


def _read_run(words: Sequence[str], place: int) -> _Run | None:
    if place >= len(words):
        return None
    return _read_vague(words, place) or _read_half(words, place) or _read_exact(words, place)


def _read_vague(words: Sequence[str], place: int) -> _Run | None:
    """Vague words: dozens, a few, tens of thousands, several hundred."""
    start = place
    if words[place] in {"a", "the"} and _at(words, place + 1) in {"few", "handful"}:
        place += 1
    if words[place] in MULTIPLES and _at(words, place + 1) in _SIZES:
        run = _read_exact(words, place + 1)
        if run is None or run.value is None:
            return None
        if words[place] == "some":
            return None
        return _Run(place + 1 - start + run.length, None, MULTIPLES[words[place]] * run.value)
    if words[place] not in VAGUE:
        return None
    low, end = VAGUE[words[place]], place + 1
    larger = _at(words, end + 1)
    if _at(words, end) in {"of", "and"} and larger in VAGUE and larger.removesuffix("s") in SCALES:
        low, end = low * VAGUE[larger] if _at(words, end) == "of" else low, end + 2
    return _Run(end - start, None, low)


def _read_half(words: Sequence[str], place: int) -> _Run | None:
    """Half or a quarter of a size: half a million, half a dozen, quarter-million."""
    end = place + 1 if words[place] in {"a", "one"} else place
    part = PARTS.get(_at(words, end)) if _at(words, end) in {"half", "quarter"} else None
    if part is None:
        return None
    end += 1
    while _at(words, end) in {"of", "a", "-"}:
        end += 1
    size = _SIZES.get(_at(words, end))
    if size is None:
        return None
    value = _whole(size / part)
    return _Run(end + 1 - place, value, value)


def _read_exact(words: Sequence[str], place: int) -> _Run | None:
    """Digits and number words that spell one number; None when none begins here."""
    total: float = 0
    current: float | None = None
    last_scale = float("inf")
    end = place
    if words[place] in {"a", "an"}:
        if _at(words, place + 1) not in _SIZES:
            return None
        end = place + 1
    while end < len(words):
        end_before = end
        end = _skip_joint(words, end, total, current)
        word = _at(words, end)
        scale = SCALES.get(word)
        if scale is not None and scale < last_scale and (current is not None or not total):
            total, current, last_scale = (
                total + (1 if current is None else current) * scale,
                None,
                scale,
            )
            end += 1
            continue
        grown = _grow(current, words, end, total)
        if grown is None:
            end = end_before
            break
        current, end = grown
    if end == place or (current is None and not total):
        return None
    value = _whole(total + (current or 0))
    return _Run(end - place, value, value)


def _skip_joint(words: Sequence[str], end: int, total: float, current: float | None) -> int:
    """Past the "and" of "two hundred and five", the hyphen of "twenty-two", "and a half"."""
    following = _at(words, end + 1)
    if words[end] == "-" and current is not None:
        units = current % 100 in TENS.values() and 0 < UNITS.get(following, 0) < 10  # noqa: PLR2004
        return end + 1 if units or following in _SIZES else end
    large = total or (current is not None and current >= 100 and current % 100 == 0)  # noqa: PLR2004
    spelled = following in UNITS or following in TENS
    if words[end] == "and" and large and spelled and not words[end - 1][:1].isdigit():
        return end + 1
    return end


def _grow(
    current: float | None, words: Sequence[str], end: int, total: float
) -> tuple[float, int] | None:
    """The number so far with the next word taken in, None when that word is not part of it."""
    word = _at(words, end)
    if word[:1].isdigit():
        return _grow_digits(current, words, end, total)
    if word in GROUPS:
        fits = current is None or current < GROUPS[word]
        if word == "score" and current is None and (end == 0 or words[end - 1] != "a"):
            return None  # "the score" of a match
        return ((1 if current is None else current) * GROUPS[word], end + 1) if fits else None
    size = UNITS.get(word, TENS.get(word))
    if size is None:
        return None
    if current is None:
        return _with_half(size, words, end + 1)
    room = 10 if word in UNITS and size < 10 and current % 100 >= 20 else 100  # noqa: PLR2004
    return (current + size, end + 1) if current >= 20 and current % room == 0 else None  # noqa: PLR2004


def _with_half(size: float, words: Sequence[str], end: int) -> tuple[float, int]:
    if [_at(words, end + step) for step in range(3)] == ["and", "a", "half"]:
        return size + 0.5, end + 3
    return size, end


def _grow_digits(
    current: float | None, words: Sequence[str], end: int, total: float
) -> tuple[float, int] | None:
    value = _digits(words[end])
    if value is None or current is not None or total:
        return None
    end += 1
    # "82 000", "3 385": blanks between thousands, as French and UN texts write them.
    if _at(words, end) == "," and _at(words, end + 1) == "000":
        return value * 1000, end + 2
    while value and len(words[end - 1]) <= 3 and re.fullmatch("[0-9]{3}", _at(words, end)):  # noqa: PLR2004
        value, end = value * 1000 + int(words[end]), end + 1
    return value, end


def _digits(word: str) -> float | None:
    """The value of digits; None for what only begins like a number ("1990s", "3:30", "2nd")."""
    if _DOTTED.fullmatch(word):
        return int(word.replace(".", ""))
    found = _DIGITS.fullmatch(word)
    if found is None or (found[3] and found[3] not in SUFFIXES):
        return None
    whole = float(found[1].replace(",", "") + (found[2] or ""))
    return _whole(whole * SUFFIXES.get(found[3] or "", 1))


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
