"""What the gazetteer holds, and the keys under which it holds a name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from twosource.base.vocabulary import load_words

# Letters that Unicode does not take apart into a base letter and a mark.
PLAIN = str.maketrans(
    {"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"}
)
DROPPED = re.compile(r"['’‘ʻʼ`´ʿʾ.,()\"]+")
BLANK = re.compile(r"[\s\-–—/_]+")
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|ad|an) (?=\w{3})")
SAINT = re.compile(r"\b(?:saint|sankt)\b")


@dataclass(frozen=True, slots=True)
class Country:
    """A country. `demonyms` hold adjectives and words for its people, with plurals.

    `capital` is "" where there is none. `seats` are other spellings of it and other cities that
    stand for the government.
    """

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    seats: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One place of the gazetteer. `population` 0: not known.

    `kind` is country, admin1, admin2, town, region, sea or point; `admin1` is the name of the
    province; `names` holds all other names.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None  # ISO 3166-1 alpha-3
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    geonames_id: int | None = None


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The form under which spellings of one name meet.

    >>> fold("Xankəndi"), fold("Saint-Étienne"), fold("N'Djamena"), fold("U.S.")
    ('xankandi', 'st etienne', 'ndjamena', 'us')
    """
    marked = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN)
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return SAINT.sub("st", BLANK.sub(" ", DROPPED.sub("", plain)).strip())


def index_keys(entry: Entry) -> Iterator[str]:
    """The keys of an entry: every name folded, Arabic names also without their article."""
    for name in dict.fromkeys((entry.name, *entry.names)):
        key = fold(name)
        if not key:
            continue
        yield key
        if entry.kind in {"town", "admin1"}:
            short = ARTICLE.sub("", key)
            if short != key and len(short) > 3:  # noqa: PLR2004 - "As Is" is no town
                yield short


def plural_forms(word: str) -> Iterator[str]:
    """The demonym and, where English has one, its plural in -s."""
    yield word
    if not word.endswith(_no_plural()):
        yield f"{word}s"


@lru_cache(maxsize=1)
def _no_plural() -> tuple[str, ...]:
    return tuple(load_words("twosource.base", "countries")["no_plural"]["endings"])
