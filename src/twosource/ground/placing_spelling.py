"""A name that the gazetteer lacks in, a place of the report's countries spelt nearly so out."""

from rapidfuzz import fuzz, process

from twosource.base.gazetteer_names import Entry, fold
from twosource.ground.placing_scene import Scene

ALIKE = 86.0  # of 100: one letter in seven may differ
SHORTEST = 5  # letters: shorter names are too often near to another
COUNTRIES = 3  # the countries named most are searched, no others


def find_misspelt(word: str, scene: Scene) -> tuple[Entry, str] | None:
    """The place and the name that is nearest; None when nothing is near enough.

    Only names that begin alike are compared, and only in the countries that the report names.
    """
    key = fold(word)
    if len(key) < SHORTEST or " " in key:
        return None
    ranked = sorted(scene.countries.items(), key=lambda item: (-item[1], item[0]))
    best: tuple[float, str, str] | None = None
    for code, _ in ranked[:COUNTRIES]:
        names = [each for each in scene.gazetteer.keys_of(code) if abs(len(each) - len(key)) < 3]  # noqa: PLR2004
        found = process.extractOne(key, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found is not None and (best is None or found[1] > best[0]):
            best = (found[1], found[0], code)
    if best is None:
        return None
    _, name, code = best
    entry = next(each for each in scene.gazetteer.find(name) if each.country == code)
    shown = next((each for each in (entry.name, *entry.names) if fold(each) == name), entry.name)
    return entry, shown
