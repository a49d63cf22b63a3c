"""An outlet's name in, the body whose own publication it is out: a bulletin is its body's word.

A charity's flash update and a ministry's press service speak for those who publish them; a
newspaper's own words are nobody's in particular.
"""

import re
from functools import cache

from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain

BREAK = re.compile(r"[,;:|(/–—]|\s-\s")
NUMBER = re.compile(r"\b(?:no|nr|number|issue)?\.?\s*#?\d+\b", re.I)


@cache
def find_publisher(outlet: str) -> str | None:
    """The body's name without that of its bulletin; None for a medium, or when nothing tells.

    >>> find_publisher("Orvan Red Crescent, Flash Update No. 3")
    'Orvan Red Crescent'
    >>> find_publisher("Orvan Post") is None
    True
    """
    name = _without_series(NUMBER.sub(" ", BREAK.split(outlet)[0]))
    told = f" {plain(name)} "
    words = load_words("twosource.reconcile", "publishers")
    medium = any(f" {word} " in told for word in words["media"])
    body = any(f" {word} " in told for word in words["bodies"])
    return name if body and not medium else None


def _without_series(name: str) -> str:
    """The name without what its publications are called: "Flash Update", "Daily Bulletin of"."""
    series: list[str] = load_words("twosource.reconcile", "publishers")["series"]
    words = name.split()
    while words and words[-1].lower() in series:
        words.pop()
    lead = next((at for at, word in enumerate(words) if word.lower() == "of"), None)
    if lead and all(word.lower() in series for word in words[:lead]):
        words = words[lead + 1 :]
    if words and words[0].lower() == "the":
        words = words[1:]
    return " ".join(words)
