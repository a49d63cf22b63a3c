"""A name that the gazetteer lacks in, a place of the report's countries spelt nearly so out."""

from collections.abc import Iterator
from itertools import groupby
from math import log10

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from twosource.base.gazetteer_names import Entry, fold
from twosource.ground.placing_scene import Scene

ALIKE = 86.0  # of 100: one letter in seven may differ
SHORTEST = 5  # letters: shorter names are too often near to another
LONG = 6  # letters: two may differ where a word such as "corridor" stands behind
SURE = 8  # letters: of shorter names only the vowels may differ
KNOWN = 3.0  # points, of the 100 of likeness, for a town ten times as large
SAME_SOUND = str.maketrans({**dict.fromkeys("aeiouywh'", "_"), "q": "k", "c": "k"})
COUNTRIES = 3  # the countries named most are searched, no others


def find_misspelt(word: str, behind: str, scene: Scene) -> tuple[Entry, str] | None:
    """The place and the name that is nearest; None when nothing is near enough.

    `behind` is the word after the name when it says what kind of place it is ("corridor"): a
    place whose name ends so too ("X corridor") may differ by a letter more. Only the countries
    that the report names are searched.
    """
    key = fold(word)
    if len(key) < SHORTEST or " " in key:
        return None
    best = max(_typed(key, fold(behind), scene), default=None, key=_nearness)
    best = best or max(_plain(key, scene), default=None, key=_nearness)
    if best is None:
        return None
    _, name, code = best
    entry = next(each for each in scene.gazetteer.find(name) if each.country == code)
    shown = next((each for each in (entry.name, *entry.names) if fold(each) == name), entry.name)
    return entry, shown


def _nearness(found: tuple[float, str, str]) -> float:
    return found[0]


def _countries(scene: Scene) -> Iterator[str]:
    ranked = sorted(scene.countries.items(), key=lambda item: (-item[1], item[0]))
    yield from (code for code, _ in ranked[:COUNTRIES])


def _typed(key: str, kind: str, scene: Scene) -> Iterator[tuple[float, str, str]]:
    """Names of that kind that begin alike and differ by a letter, long ones by two."""
    if not kind:
        return
    most = 2 if len(key) >= LONG else 1
    for code in _countries(scene):
        for name in scene.gazetteer.keys_of(code):
            if name.endswith(f" {kind}") and name[0] == key[0]:
                far = Levenshtein.distance(key, name.removesuffix(f" {kind}"), score_cutoff=most)
                if far <= most:
                    yield -float(far), name, code


def _plain(key: str, scene: Scene) -> Iterator[tuple[float, str, str]]:
    """Names that begin alike, nearest first; of two nearly as near the larger town counts."""
    for code in _countries(scene):
        names = [
            each
            for each in scene.gazetteer.keys_of(code)
            if abs(len(each) - len(key)) < 3 and each[0] == key[0]  # noqa: PLR2004
        ]
        found = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=8)
        for name, alike, _ in found:
            if len(key) >= SURE or skeleton(name) == skeleton(key):
                yield alike + KNOWN * log10(_people(name, code, scene) + 30), name, code


def skeleton(key: str) -> str:
    """The consonants of a folded name, double ones once: what spellings of one name share.

    >>> skeleton("mekelle") == skeleton("mekele"), skeleton("varda") == skeleton("vardar")
    (True, False)
    """
    bare = key.translate(SAME_SOUND)
    return "".join(letter for letter, _ in groupby(letter for letter in bare if letter != "_"))


def _people(name: str, code: str, scene: Scene) -> int:
    """Inhabitants of the largest place of that name in the country; 0 when not known."""
    found = (each.population for each in scene.gazetteer.find(name) if each.country == code)
    return max(found, default=0)
