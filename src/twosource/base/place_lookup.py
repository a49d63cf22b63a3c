"""The words of a place name as a report writes them in, the gazetteer's candidates out.

A report adds to a name what the gazetteer lacks, or the other way round: "northern Syria",
"Aleppo province", "the Caucasus", "Va.". Both finding and placing look names up here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from twosource.base.gazetteer import Gazetteer
from twosource.base.gazetteer_names import Entry, fold
from twosource.base.vocabulary import load_words

ARABIC = re.compile(r"^(?:al|el|ar|as|ash|at|az|ez|ad|an|ul)[- ](?=\w{4})", re.IGNORECASE)
EDGE = re.compile(r"^(?:the )|(?:['’]s?)$", re.IGNORECASE)


def look_up(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    """The places that the words may name, in the gazetteer's order; () when it has none."""
    short = short_form(words)
    if short is not None:
        return gazetteer.find(short)
    for spelling in spellings(words):
        found = gazetteer.find(spelling)
        if found:
            return found
    return ()


def short_form(words: str) -> str | None:
    """The full name of an abbreviated state ("Va."); None for all other words.

    >>> short_form("Va."), short_form("Virginia")
    ('Virginia', None)
    """
    return _short_forms().get(words)


def country_initials(words: Iterable[str], gazetteer: Gazetteer) -> dict[str, str]:
    """The initials of the countries that a report names in full: "SA" where it names South Africa.

    So also where it names South Africans. Of "Trinidad and Tobago" they are "T&T" too, and its
    first half stands for it.
    """
    found: dict[str, str] = {}
    for word in words:
        people = gazetteer.countries.by_demonym(word)
        name = people.name if people else word
        capitals = [word[0] for word in name.split() if word[:1].isupper() and len(word) > 1]
        if len(capitals) > 1 and gazetteer.countries.by_name(name):
            found.setdefault("".join(capitals), name)
            found.setdefault("&".join(capitals), name)
            if " and " in name:  # "Trinidad"
                found.setdefault(name.partition(" and ")[0], name)
    return found


def is_doubtful_form(words: str) -> bool:
    """Whether a postal code is also a word: "IN", "OR" are states only behind a comma."""
    return words in load_words("twosource.base", "gazetteer")["doubtful_forms"]


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    table: dict[str, str] = load_words("twosource.base", "gazetteer")["short_forms"]
    return table


def spellings(words: str) -> Iterator[str]:
    """The words, then without article and 's, then without a type or a direction.

    >>> list(spellings("the northern Aleppo Province"))[-1]
    'Aleppo'
    """
    yield words
    plain = EDGE.sub("", EDGE.sub("", words))
    if plain != words:
        yield plain
    lists = load_words("twosource.base", "gazetteer")
    parts = plain.split()
    while len(parts) > 1 and fold(parts[0]) in lists["directions"]:
        parts = parts[1:]
        yield " ".join(parts)
    if len(parts) > 1 and fold(parts[-1]) in lists["types"]:
        yield " ".join(parts[:-1])
    bare = ARABIC.sub("", plain)
    if bare != plain:
        yield bare
    if len(parts) > 2 and fold(parts[0]) in lists["types"] and parts[1] == "of":  # noqa: PLR2004
        yield " ".join(parts[2:])
