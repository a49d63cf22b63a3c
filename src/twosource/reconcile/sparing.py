"""A sentence in, whether it denies that civilians came to harm out."""

import re
from functools import cache

from twosource.base.vocabulary import load_words

FEW = r"(?: [^ ;:.]+){0,5}"
LEAD = 14  # characters before a denial in which its "which" or "repeatedly" stands


def spares_civilians(text: str) -> bool:
    """Whether the lower-cased words deny harm to civilians, whatever the number.

    >>> spares_civilians("the ministry denied that civilians had been harmed")
    True
    >>> spares_civilians("the ministry denied targeting civilians")
    False
    """
    found = (match for pattern in _patterns() for match in pattern.finditer(text))
    return any(not _is_general(match, text) for match in found)


def _is_general(match: re.Match[str], text: str) -> bool:
    """Whether it is a habit or only the intent that is denied: no word on what this attack did."""
    habit, intent = _general()
    often = habit.search(text, max(0, match.start() - LEAD), match.end())
    return often is not None or intent.search(match[0]) is not None


@cache
def _general() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of a habit ("which denies striking"), what of an intent."""
    words = load_words("twosource.reconcile", "denying")
    habits, now, intents = ("|".join(words[name]) for name in ("habits", "presents", "intents"))
    often = rf"(?:{habits}) (?:{now}|denied)\b|(?:which|who) (?:{now})(?: \w+ly)? \w+ing\b"
    return re.compile(rf"\b(?:{often})"), re.compile(rf"\b(?:{intents})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = load_words("twosource.reconcile", "denying")
    verbs, harm, harming = ("|".join(words[name]) for name in ("verbs", "harm", "harming"))
    return (
        re.compile(rf"\b(?:{verbs})\b{FEW} civilians?\b{FEW} (?:{harm})\b"),
        re.compile(rf"\b(?:{verbs})\b{FEW} (?:{harming}){FEW} civilians?\b"),
        re.compile(rf"\bno civilians?{FEW} (?:{harm})\b"),
        re.compile(rf"\bno (?:{harm}|harm|losses) (?:to|among|of) (?:the )?civilians?\b"),
    )
