"""A report's text in, whether it looks translated out: signs, never more than suspected."""

import re

from twosource.base.records import Translated

STRONG = (
    (re.compile(r"„[^“”\n]{2,}[“”]"), "quotation marks „…“ in an English text"),
    (re.compile(r"^[–—] ?[A-Z][^\n]{20,}[.!?]$", re.MULTILINE), "speech opened by a dash"),
    (
        re.compile(r"^source (?:site|link)\b", re.IGNORECASE | re.MULTILINE),
        "the template of a site that republishes translations",
    ),
    (
        re.compile(r"\b(?:machine[- ]translated|translated (?:from (?:the )?[A-Z]\w+|by Google))"),
        "the text says so",
    ),
)
WEAK = (
    (re.compile(r"\d\s?[ap]\.m(?![.\w])"), "“a.m” without its last stop"),
    (
        re.compile(r"^See also(?: {2}|[\u00a0 ]{2})\S", re.MULTILINE),
        "a “See also” line of a republishing template",
    ),
    (re.compile(r"«[^»\n]{2,}»"), "quotation marks «…» in an English text"),
    (
        re.compile(r"\d{1,3}\.\d{3}\.\d{3}|\b\d+,\d+ (?:percent|per cent|million|billion)\b"),
        "numbers written the continental way",
    ),
)
ENOUGH = 2  # weak signs


def find_translation(text: str, language: str | None) -> Translated:
    """Suspected when there is one strong sign or two weak ones, with the signs as its reason."""
    if language != "en":
        return Translated()
    strong = [sign for pattern, sign in STRONG if pattern.search(text)]
    weak = [sign for pattern, sign in WEAK if pattern.search(text)]
    if not strong and len(weak) < ENOUGH:
        return Translated()
    return Translated("suspected", None, "; ".join(strong + weak))
