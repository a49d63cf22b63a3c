"""The headlines of a story's reports in, the one that names the happening out.

A story is called by its middle report. Where that headline is one side's word ("Army says it hit a
depot", "Police: two held") or the name of a series ("Flash Update No. 2"), the earliest report that
has a plainer one gives it.
"""

import re
from collections.abc import Sequence
from functools import cache

from twosource.base.vocabulary import load_words
from twosource.cluster.sketches import Sketch

BEFORE = re.compile(r"^(?:[\w’'.-]+\s){0,2}([\w.]+): ")  # a colon near the head
BEHIND = re.compile(r"\s[-–—]\s(?:[\w’'.-]+\s){0,2}([\w.]+)$")  # a dash near the end


def choose_title(centre: Sketch, members: Sequence[Sketch]) -> str:
    """The title of a story with this middle report."""
    if is_plain(centre.title):
        return centre.title
    plain = [each for each in members if is_plain(each.title)]
    first = min(plain, key=lambda each: (each.published or "9999", each.id), default=centre)
    return first.title


def is_plain(title: str) -> bool:
    """Whether a headline names the happening in nobody's words.

    >>> is_plain("Shells hit market in Orvan"), is_plain("Army says it hit a depot")
    (True, False)
    >>> is_plain("Police: two held in Orvan"), is_plain("Orvan quake: Flash Update No. 2")
    (False, False)
    """
    words = title.lower()
    marked = [each[1] for each in (BEFORE.search(words), BEHIND.search(words)) if each is not None]
    if not words or set(marked) & set(_words("speakers")):
        return False
    if any(each in words for each in _words("series")):
        return False
    return not set(re.findall(r"[\w’'-]+", words)) & set(_words("told"))


@cache
def _words(name: str) -> tuple[str, ...]:
    found: list[str] = load_words("twosource.cluster", "titles")[name]
    return tuple(found)
