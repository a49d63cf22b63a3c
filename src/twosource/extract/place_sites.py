"""A passage in, the names of its buildings, streets and squares out: no gazetteer has them all."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from twosource.base.sites import is_house, is_site, is_spot
from twosource.extract.place_names import Name, find_runs, is_capital
from twosource.extract.place_words import place_words

SHORTEST = 3  # letters of the words before the kind of site
LONGEST = 6  # tokens
HITHER = frozenset({"to", "into"})  # somebody was taken there


def find_sites(passage: Words) -> Iterator[Name]:
    """Names such as "Orlan Bridge", and "Orlan Hospital" behind a preposition of place."""
    doc = passage.doc
    for start, end in find_runs(passage):
        for first, behind in _cut(doc, start, end):
            words = doc[first:behind].text
            if _is_named(doc, first, behind) and (
                is_spot(words) or (is_house(words) and _is_there(doc, first, behind))
            ):
                yield Name(first, behind, (), (start, end), words=words)


def _cut(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run that end in a word for a kind of site."""
    first = start
    for index in range(start, end):
        if doc[index].lower_ in {"and", "the", "on", "at"} or _is_dash(doc, index):
            first = index + 1
        elif index > first and is_site(f"x {doc[index].lower_}"):
            more = index + 1 < end and is_capital(doc[index + 1])
            if not more:
                yield first, index + 1
                first = index + 1


def _is_dash(doc: Doc, index: int) -> bool:
    """Whether a dash stands between words, not within one ("Al-Noor")."""
    return doc[index].text in {"-", "–"} and bool(doc[index - 1].whitespace_)


def _is_named(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands before the kind of site, and no title or bare direction."""
    before = doc[start : end - 1]
    if not before or end - start > LONGEST or not is_capital(before[0]):
        return False
    if len(before.text) < SHORTEST or before[0].lower_ in place_words("titles"):
        return False
    if is_spot(doc[start:end].text):
        return any(token.pos_ == "PROPN" for token in before)
    plain = (place_words("ordinary"), place_words("before", "directions"), place_words("bodies"))
    return any(
        token.pos_ == "PROPN" and not any(token.lower_ in each for each in plain)
        for token in before
    )


def _is_there(doc: Doc, start: int, end: int) -> bool:
    """Whether "at", "near" or the like stands before the name, or it is what was hit."""
    return doc[start:end].root.dep_ in {"dobj", "nsubjpass"} or _behind_preposition(doc, start)


def _behind_preposition(doc: Doc, start: int) -> bool:
    index = start - 1
    if index >= 0 and doc[index].lower_ in {"the", "a", "'s", "’s"}:
        index -= 1
        if doc[index + 1].lower_ in {"'s", "’s"}:
            index -= 1
    if index < 0:
        return False
    return doc[index].lower_ in HITHER or doc[index].lower_ in place_words("before", "happening")
