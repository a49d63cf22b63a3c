"""A sentence in, whether it denies that civilians came to harm out."""

import re
from functools import cache

from twosource.base.vocabulary import load_words

FEW = r"(?: [^ ;:.]+){0,5}"


def spares_civilians(text: str) -> bool:
    """Whether the lower-cased words deny harm to civilians, whatever the number.

    >>> spares_civilians("the ministry denied that civilians had been harmed")
    True
    """
    return any(pattern.search(text) for pattern in _patterns())


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
