"""A report in, the numbers of dead that its headline and opening give out.

This is a quick look at the words, before any report is parsed, like that of `days.py`. Two reports
that give one toll mostly tell of one happening, two that give far different ones mostly do not.
"""

import re
from functools import cache

from twosource.base.body import body_of, headline_of
from twosource.base.numbers import GROUPS, SCALES, TENS, UNITS, parse_number
from twosource.base.records import Report
from twosource.base.vocabulary import load_words

OPENING = 300  # characters of a body that tell the toll of the happening itself
BETWEEN = 6  # words between the number and the word of death
LARGEST = 0xFFFF  # a toll that is kept
YEARS = range(1900, 2101)  # numbers that are years rather than tolls


def find_tolls(report: Report) -> tuple[int, ...]:
    """The numbers of dead that are told first, as far as the words are plain, in the order told."""
    found: list[int] = []
    for text in (headline_of(report), body_of(report)[:OPENING]):
        if _deaths().search(text):
            told = [match for pattern in _patterns() for match in pattern.finditer(text)]
            told.sort(key=lambda match: match.start("number"))
            found += [_read(match["number"]) for match in told]
    return tuple(dict.fromkeys(toll for toll in found if toll))


def tells_rise(report: Report) -> bool:
    """Whether its headline or opening says that the number of dead has grown, or how it stands."""
    opening = f"{headline_of(report)}\n{body_of(report)[:OPENING]}"
    return _deaths().search(opening) is not None and _rises().search(opening) is not None


@cache
def _rises() -> re.Pattern[str]:
    words = load_words("twosource.cluster", "tolls")["rises"]
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


def _read(words: str) -> int:
    """The toll that a number spells; 0 for what is none."""
    value = parse_number(words) or 0
    if value in YEARS and "," not in words:
        return 0
    return int(value) if value <= LARGEST else 0


@cache
def _deaths() -> re.Pattern[str]:
    """A word of death: most texts have none, and need no second look."""
    words = load_words("twosource.cluster", "tolls")
    return re.compile(rf"\b(?:{_either([*words['after'], *words['before']])})\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A number before a word of death, and one after it."""
    words = load_words("twosource.cluster", "tolls")
    months = load_words("twosource.cluster", "calendar")["months"]
    spelt = _either({*UNITS, *TENS, *GROUPS, *SCALES})
    number = (
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|(?:{spelt})(?:[ -](?:and )?(?:{spelt}))*)"
    )
    word = rf"(?:(?!\d|(?:{spelt})\b)[\w'’-]+)"
    no_unit = rf"\b(?!\s*-?(?:{_either(words['units'])})(?!\w))"
    no_date = "".join(
        rf"(?<!\b{re.escape(each)} )" for each in sorted({*words["no_number_of"], *months})
    )
    some = rf"(?:,?\s+{word}){{0,{BETWEEN}}},?\s+"
    forms = (
        rf"{no_date}(?<![\w,.]){number}{no_unit}{some}(?:{_either(words['after'])})\b",
        rf"\b(?:{_either(words['before'])}){some}{no_date}{number}{no_unit}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _either(words: set[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
