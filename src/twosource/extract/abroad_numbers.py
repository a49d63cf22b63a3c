"""A folded sentence of a language without a parser in, its numbers with their bounds out.

"12 000", "1.200", "60 mil", "treinta y cinco", "quatre-vingt-dix", "une quarantaine de", "decenas
de miles": digits, number words and words of a quantity, with the qualifiers round them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from twosource.base.records import Qualifier
from twosource.extract.abroad_words import Tongue, load_tongue

_DIGITS = r"\d{1,3}(?:[., ']\d{3})+(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)"
_SEVERAL = 3  # what "several" allows, as in English
_TWENTY, _HUNDRED = 20, 100
_WIDEST = 20  # times the lower end; a wider pair is no range
_QUALIFIER = 40  # characters before a number within which its qualifier stands
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `first` to `last` of a sentence; `start` to `end` with its qualifier.

    `low`/`high` None: an open end. `value` None: the words name no number.
    """

    start: int
    end: int
    first: int
    last: int
    qualifier: Qualifier
    value: float | None
    low: float | None
    high: float | None
    is_one: bool = False  # an article as much as a number: "un", "une"


def find_amounts(sentence: str, code: str) -> list[Amount]:
    """The amounts of a folded sentence in order; days, years, ages and measures left out."""
    tongue, patterns = load_tongue(code), _patterns(code)
    found = [
        amount
        for match in patterns["run"].finditer(sentence)
        if (amount := _read_run(match, tongue, patterns["piece"])) is not None
    ]
    joined = list(
        _join_ranges([_qualified(each, sentence, tongue) for each in found], sentence, tongue)
    )
    return [each for each in joined if not _is_calendar(each, sentence, patterns)]


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    tongue = load_tongue(code)
    tables = (tongue.numbers, tongue.scales, tongue.collectives, tongue.vague)
    words = {word for table in tables for word in table}
    words |= tongue.lists["several"] | tongue.lists["halves"]
    one = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    joints = "|".join(sorted(tongue.lists["joints"]))
    piece = rf"{_DIGITS}|\b(?:{one})\b"
    joint = rf"(?:[ -]| (?:{joints}|de|d') ?)"
    return {
        "piece": re.compile(piece),
        "run": re.compile(rf"(?<![\w.,])(?:{piece})(?:{joint}\b(?:{one})\b)*"),
        "units": re.compile(rf" ?-?(?:de )?(?:{tongue.words['units']})(?!\w)"),
        "days": re.compile(rf"\b(?:{tongue.words['days']}),? $"),
    }


def _read_run(match: re.Match[str], tongue: Tongue, piece: re.Pattern[str]) -> Amount | None:
    """What the words of one run say; words that do not make one number with the first are cut."""
    start, words = match.start(), [each[0] for each in piece.finditer(match[0])]
    ends = [each.end() + start for each in piece.finditer(match[0])]
    told = _read_vague(words, tongue) or _read_exact(words, tongue)
    if told is None:
        return None
    count, value, low, about = told
    end = ends[count - 1]
    qualifier: Qualifier = "vague" if value is None else "about" if about else "exact"
    is_one = count == 1 and words[0] in tongue.lists["ones"]
    return Amount(start, end, start, end, qualifier, value, low, value, is_one)


_Told = tuple[int, float | None, float, bool]  # words taken, value, low, whether it is rough


def _read_vague(words: Sequence[str], tongue: Tongue) -> _Told | None:
    """As in "decenas", "decenas de miles", "plusieurs centaines", "varios"."""
    several = words[0] in tongue.lists["several"]
    sizes = [tongue.vague[word] for word in words[several:][:2] if word in tongue.vague]
    if not several and words[0] not in tongue.vague:
        return None
    low: float = _SEVERAL if several else 1
    for size in sizes:
        low *= size
    return several + len(sizes), None, low, True


def _read_exact(words: Sequence[str], tongue: Tongue) -> _Told | None:
    """As in "1.200", "60 mil", "medio millon", "une quarantaine", "treinta y cinco"."""
    half = words[0] in tongue.lists["halves"]
    total, current, last, taken, about = 0.0, 0.0, float("inf"), int(half), False
    for word in words[half:]:
        size = tongue.scales.get(word) or tongue.collectives.get(word)
        if size is not None and (size > total or not total):
            total, current, last = total + (current or 1) * size, 0.0, size
            about = about or word in tongue.collectives
        elif (grown := _grow(current, last, word, tongue)) is not None:
            current, last = grown
        else:
            break
        taken += 1
    if half and taken == 1:
        return None
    value = (total + current) / (1 + half)
    value = int(value) if value == int(value) else value
    return (taken, value, value, about) if taken else None


def _grow(current: float, last: float, word: str, tongue: Tongue) -> tuple[float, float] | None:
    """The number so far with the next word, and that word's size; None when it is no part of it."""
    size = _digits(word) if word[0].isdigit() else tongue.numbers.get(word)
    if size is None:
        return None
    if size == _TWENTY and current == 4:  # noqa: PLR2004 - quatre-vingts
        return 80, _TWENTY
    if size == _HUNDRED and 1 < current < 10:  # noqa: PLR2004 - deux cents
        return current * _HUNDRED, _HUNDRED
    if word[0].isdigit():
        return None if current else (size, 0)
    fits = size < last and (last >= _TWENTY or (last == 10 and size >= 7))  # noqa: PLR2004 - dix-huit
    return (current + size, size) if fits or not current else None


def _digits(word: str) -> float:
    """The value of digits: three behind a mark are thousands, one or two are a fraction."""
    if re.fullmatch(r"\d{1,3}(?:[., ']\d{3})+", word):
        return int(re.sub(r"\D", "", word))
    value = float(word.replace(",", "."))
    return int(value) if value == int(value) else value


def _qualified(amount: Amount, sentence: str, tongue: Tongue) -> Amount:
    """The amount with the qualifier that stands before or behind it."""
    before = sentence[max(0, amount.first - _QUALIFIER) : amount.first]
    for name, pattern in tongue.qualifiers.items():
        match = pattern.search(before)
        if match is not None:
            start = amount.first - (len(before) - match.start())
            return _bounded(replace(amount, start=start), name)
    return amount


def _bounded(amount: Amount, name: str) -> Amount:
    """The interval that a qualifier allows; a vague word keeps its own."""
    qualifier: Qualifier = name  # type: ignore[assignment]
    if amount.value is None:
        return amount
    if name in {"at_least", "more_than"}:
        return replace(amount, qualifier=qualifier, high=None)
    if name in {"up_to", "nearly"}:
        return replace(amount, qualifier=qualifier, low=None)
    return replace(amount, qualifier=qualifier)


def _join_ranges(amounts: Sequence[Amount], sentence: str, tongue: Tongue) -> Iterator[Amount]:
    """The amounts, with "10 a 15" and "entre 10 y 15" joined into one."""
    place = 0
    while place < len(amounts):
        here = amounts[place]
        follower = amounts[place + 1] if place + 1 < len(amounts) else None
        if follower is not None and _is_revised(here, follower, sentence, tongue):
            place += 1  # "paso de 112 a 140": the old count
            continue
        start = _range_start(here, follower, sentence, tongue)
        if start is None or follower is None:
            yield here
            place += 1
            continue
        yield Amount(
            start, follower.end, here.first, follower.last, "between", None, here.value,
            follower.value,
        )  # fmt: skip
        place += 2


def _is_revised(left: Amount, right: Amount, sentence: str, tongue: Tongue) -> bool:
    """Whether the first number is the old one: "est passe de 112 a 140 morts"."""
    joint = sentence[left.end : right.start].split()[-1:]
    turned = (
        joint and re.fullmatch(tongue.words["to"], joint[0]) and right.start - left.end < _QUALIFIER
    )
    return bool(
        turned and re.search(rf"\b(?:{tongue.words['rises']}) de $", sentence[: left.start])
    )


def _range_start(left: Amount, right: Amount | None, sentence: str, tongue: Tongue) -> int | None:
    """Where a range of two numbers begins; None when they are none."""
    if right is None or left.value is None or right.value is None or left.is_one:
        return None
    if not left.value < right.value <= _WIDEST * max(left.value, 1):
        return None
    joint = sentence[left.end : right.start].strip()
    before = re.search(r"([^\W\d]+) $", sentence[: left.start])
    if before is not None and before[1] in tongue.lists["between"]:
        return before.start() if joint in tongue.lists["and"] else None
    return left.start if joint in tongue.lists["to"] else None


def _is_calendar(amount: Amount, sentence: str, patterns: dict[str, re.Pattern[str]]) -> bool:
    """Whether it is a day, a year, an age, or counts hours, kilometres, money."""
    if patterns["units"].match(sentence, amount.end):
        return True
    bare = sentence[amount.first : amount.last]
    if bare.isdigit() and len(bare) == 4 and amount.value in _YEARS:  # noqa: PLR2004 - a year
        return True
    return bare.isdigit() and patterns["days"].search(sentence, 0, amount.start) is not None
