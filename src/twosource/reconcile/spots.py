"""A sentence in, the names of places that its words tell of out, whether a map knows them or not.

"Gunmen attacked Gidan Oru", "in Dole district": a name stands behind a word of place, behind a verb
of attack, or before what it is the name of. Names are lower-cased, without articles.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain

NAME = r"[A-Z][\w’'-]*[^\W\d_](?:[ -][A-Z][\w’'-]*[^\W\d_])*"
KEPT = 512  # texts whose names are kept: each is asked once for every count
SEVERAL = 2


@lru_cache(maxsize=KEPT)
def find_spots(text: str) -> tuple[str, ...]:
    """The names of places, in the order of the text.

    >>> find_spots("On Monday gunmen attacked Gidan Oru and fled to Dole district.")
    ('gidan oru', 'dole')
    """
    found = {each.start(1): each[1] for pattern in _patterns() for each in pattern.finditer(text)}
    names = (_bare(found[at]) for at in sorted(found))
    return tuple(dict.fromkeys(name for name in names if name is not None))


@lru_cache(maxsize=KEPT)
def find_joined(text: str) -> frozenset[str]:
    """The places that a sentence tells of in one breath: "rockets hit Tarn, Oske and Lind".

    >>> sorted(find_joined("Rockets hit the towns of Tarn and Oske on Monday."))
    ['oske', 'tarn']
    """
    spots = set(find_spots(text))
    for match in _lists().finditer(text):
        names = re.split(r",? and |, ", match[0])
        told = {bare for name in names if (bare := _bare(name)) is not None}
        if len(told) >= SEVERAL and told & spots:
            return frozenset(told)
    return frozenset()


def _bare(name: str) -> str | None:
    """The name as it is compared; None for a day or a month."""
    words = plain(re.sub(r"[’']s?$", "", name))
    times: list[str] = load_words("twosource.reconcile", "spots")["times"]
    return None if not words or set(words.split()) & set(times) else words


@cache
def _patterns() -> Sequence[re.Pattern[str]]:
    words = load_words("twosource.reconcile", "spots")
    before, verbs, kinds = ("|".join(words[name]) for name in ("before", "attacks", "kinds"))
    return (
        re.compile(rf"\b(?:{before}) (?:the )?(?:(?:{kinds})s? of )?({NAME})"),
        re.compile(rf"\b(?:{verbs}) (?:the )?(?:(?:{kinds})s? of )?({NAME})"),
        re.compile(rf"({NAME}) (?:{kinds})\b"),
        re.compile(rf"\b(?:{kinds})s? of ({NAME})"),
    )


@cache
def _lists() -> re.Pattern[str]:
    return re.compile(rf"{NAME}(?:, {NAME})*,? and {NAME}")
