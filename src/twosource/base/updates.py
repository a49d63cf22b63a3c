"""A figure in, what its words tell of time out: an earlier count, or one that has risen since.

"Up from 11" and "had earlier reported 12" tell numbers that their own report no longer stands by.
"The toll rose to nine" says that what was counted before is out of date, whoever counted it.
"""

import re
from functools import cache

from twosource.base.records import Figure
from twosource.base.vocabulary import load_words

BEFORE, AFTER = 70, 30  # characters either side of a number in which its time is told
ENDS = re.compile(r"[.!?;\n]\s")


def is_former(figure: Figure, text: str) -> bool:
    """Whether it is told as a count of before: "up from 11", "had earlier reported 12"."""
    lead, tail = _beside(figure, text)
    if _pattern("before").search(lead):
        return True
    return _then().search(tail) is not None and _pattern("said_then").search(lead) is not None


def has_risen(figure: Figure, text: str) -> bool:
    """Whether it is told as the count that earlier ones have grown to: "rose to nine"."""
    return _pattern("risen").search(_beside(figure, text)[0]) is not None


def _beside(figure: Figure, text: str) -> tuple[str, str]:
    """The lower-cased words of the sentence before the number and behind the count."""
    span = figure.span
    lead = ENDS.split(text[max(0, span.start - BEFORE) : span.start])[-1]
    told = span.quote(text)
    if figure.number is not None and span.covers(figure.number):
        told = text[span.start : figure.number.start]
        lead += told
    tail = ENDS.split(text[span.end : span.end + AFTER])[0]
    return " ".join(lead.lower().split()) + " ", " ".join(tail.lower().split())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = load_words("twosource.base", "updates")
    told = "|".join(_fill(each, words) for each in words[name])
    return re.compile(rf"\b(?:{told}) (?:(?:{'|'.join(words['about'])}) )*$")


@cache
def _then() -> re.Pattern[str]:
    words = load_words("twosource.base", "updates")["then"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _fill(pattern: str, words: dict[str, list[str]]) -> str:
    """The pattern with each {list} of words put in."""
    for name in ("earlier", "said", "count"):
        pattern = pattern.replace(f"{{{name}}}", f"(?:{'|'.join(words[name])})")
    return pattern
