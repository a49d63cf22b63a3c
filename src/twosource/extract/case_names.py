"""A text with its single words' case restored in, the same with names of several words cased out.

"el Salvador", "united states", "president Venn" are names only together: the words of a country's
or a large place's name, a Spanish article before a name, a title before a name, and the last name
of a person whom the text names in full elsewhere.
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.base.countries import by_demonym, known_countries
from twosource.base.gazetteer import open_gazetteer
from twosource.base.settings import Settings
from twosource.base.sites import site_words
from twosource.base.vocabulary import load_words
from twosource.extract.case_words import case_lists, is_english, verbs_and_kin

PIECE = re.compile(r"[^\W\d_]+")
MOST = 5  # words of a country's name
GREAT = 30_000  # people in a place whose name begins with an English word
NUMERAL = re.compile(r"(?:i{2,3}|iv|vi{1,3}|ix)\Z")
Piece = tuple[str, int, bool]  # a word in lower case, its offset, whether only a blank is before it


def raise_names(restored: str) -> str:
    """The text with capitals for names of several words, titles before names, and "I"."""
    letters = list(restored)
    pieces = list(_pieces(restored))
    for number in range(len(pieces)):
        for place in (*_of_places(pieces, number), *_single(pieces, number, letters)):
            letters[place] = letters[place].upper()
    for number in range(len(pieces) - 2, -1, -1):  # the last title of a row first
        word, place, _ = pieces[number]
        if word in case_lists()["titles"] and _is_before_name(pieces, number, letters):
            letters[place] = letters[place].upper()
    return "".join(letters)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for match in PIECE.finditer(text):
        gap = text[end : match.start()]
        yield match[0].lower(), match.start(), not gap.strip()
        end = match.end()


def _of_places(pieces: list[Piece], first: int) -> Iterator[int]:
    """The offsets of a place's name of several words that begins here: none when none does."""
    lengths = _country_starts().get(pieces[first][0], ())
    if pieces[first][0] in case_lists()["place_starts"]:
        lengths = tuple(sorted({*lengths, 2, 3}))
    for length in reversed(lengths):
        run = pieces[first : first + length]
        if len(run) < length or not all(joined for _, _, joined in run[1:]):
            continue
        if _is_place(tuple(word for word, _, _ in run)):
            yield from (place for word, place, _ in run if word not in {"of", "and", "the"})
            return


@cache
def _country_starts() -> dict[str, tuple[int, ...]]:
    """First words of countries' names of several words, with the lengths of those names."""
    found: dict[str, set[int]] = {}
    for name in _countries():
        found.setdefault(name[0], set()).add(len(name))
    return {word: tuple(sorted(lengths)) for word, lengths in sorted(found.items())}


@cache
def _countries() -> frozenset[tuple[str, ...]]:
    """Names of several words: of countries, and of the regions and seas of our own list."""
    regions = load_words("twosource.base", "regions")
    kinds = sorted(set(regions) - {"town"})
    listed = [name for kind in kinds for row in regions[kind] for name in (row[0], *row[4:])]
    every = [*sorted(known_countries().names), *listed]
    words = (tuple(PIECE.findall(name.lower())) for name in every)
    return frozenset(name for name in words if 1 < len(name) <= MOST and name[0] != "the")


@cache
def _is_place(words: tuple[str, ...]) -> bool:
    """Whether the words together name a country, a province or a place of some size."""
    if words in _countries():
        return True
    if words[0] not in case_lists()["place_starts"]:
        return False
    name = " ".join(words).title()
    found = open_gazetteer(Settings()).find(name)
    return any(
        place.name.lower() == name.lower() and (place.kind == "admin1" or place.population >= GREAT)
        for place in found
    )


def _single(pieces: list[Piece], number: int, letters: list[str]) -> Iterator[int]:
    """The word's own offset when a Spanish article, a numeral or "I" needs its capital."""
    word, place, joined = pieces[number]
    before = joined and number > 0 and letters[pieces[number - 1][1]].isupper()
    if word == "i" or (word in _kinds() and before and _is_no_people(pieces[number - 1])):
        yield place
    elif word in case_lists()["articles"]:
        if not before and number + 1 < len(pieces) and _is_name_next(pieces, number, letters):
            yield place
    elif before and NUMERAL.match(word):
        yield from range(place, place + len(word))


@cache
def _kinds() -> frozenset[str]:
    """Nouns that end the name of a place, with those of buildings, streets and squares."""
    return (
        case_lists()["kinds"] | site_words("spots") | (site_words("houses") - {"village", "area"})
    )


def _is_no_people(piece: Piece) -> bool:
    taken = case_lists()["days"] | case_lists()["determiners"] | case_lists()["particles"]
    return by_demonym(piece[0].title()) is None and piece[0] not in taken


def _is_name_next(pieces: list[Piece], number: int, letters: list[str]) -> bool:
    _, place, joined = pieces[number + 1]
    return joined and letters[place].isupper()


def _is_before_name(pieces: list[Piece], number: int, letters: list[str]) -> bool:
    """Whether a person's name stands right behind a title, with a stop for "Dr." at most."""
    word, place, _ = pieces[number + 1]
    gap = "".join(letters[pieces[number][1] + len(pieces[number][0]) : place])
    if gap.strip(". ") or not letters[place].isupper() or by_demonym(word.title()):
        return False
    return word not in case_lists()["days"]


def family_names(restored: str) -> frozenset[str]:
    """English words that the text shows to be last names: behind a first name, never "the …"."""
    pieces = list(_pieces(restored))
    shown: set[str] = set()
    common: set[str] = set()
    for number in range(1, len(pieces)):
        word, place, joined = pieces[number]
        before, start, _ = pieces[number - 1]
        if not joined:
            continue
        if not restored[place].isupper() or before in case_lists()["determiners"]:
            common.add(word) if before in case_lists()["determiners"] else None
        elif restored[start].isupper() and before in case_lists()["first_names"]:
            shown.add(word)
    return frozenset(each for each in shown - common if _may_be_one(each))


def _may_be_one(word: str) -> bool:
    lists = case_lists()
    taken = word in lists["words"] | lists["particles"] | lists["titles"]
    return len(word) > 3 and is_english(word) and word not in verbs_and_kin() and not taken  # noqa: PLR2004
