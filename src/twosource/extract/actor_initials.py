"""Drafts of actors in, the same with short forms that the report itself explains out.

"The Northern Resistance Army (NRA)" makes every further "NRA" of the report that army, whatever
other body goes by these letters elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from twosource.base.reading import Reading
from twosource.extract.actor_drafts import Draft

SHORTEST, LONGEST = 2, 8  # letters of a short form
LINKS = frozenset({"of", "for", "the", "and", "&", "-"})


def take_initials(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts by their place in the text, with those of explained short forms."""
    explained = dict(_explained(drafts, reading.doc))
    if not explained:
        return list(drafts)
    found = [
        replace(explained[token.text], head=token, start=token.i, end=token.i + 1)
        for passage in reading.passages
        for token in passage
        if token.text in explained
    ]
    places = {each.start for each in found}
    kept = [each for each in drafts if not _is_one_of(each, places)]
    inside = {place for each in kept for place in range(each.start, each.end)}
    free = [each for each in found if each.start not in inside]
    return sorted([*kept, *free], key=lambda draft: (draft.start, draft.end))


def _is_one_of(draft: Draft, places: set[int]) -> bool:
    return draft.end == draft.start + 1 and draft.start in places


def _explained(drafts: Sequence[Draft], doc: Doc) -> Iterator[tuple[str, Draft]]:
    """Each short form with the body whose name stands before it; the last word for it counts."""
    for draft in drafts:
        short = _short_form(doc, draft.end) if draft.sort == "name" and draft.name else None
        if short is not None and spells([t.text for t in doc[draft.start : draft.end]], short.text):
            yield short.text, draft


def _short_form(doc: Doc, end: int) -> Token | None:
    """The letters right behind a name: "(NRA)" or ", or NRA"."""
    opening = [token.text for token in doc[end : end + 2]]
    if opening[:1] == ["("] and doc[min(end + 2, len(doc) - 1)].text == ")":
        token = doc[end + 1]
    elif opening == [",", "or"] and end + 2 < len(doc):
        token = doc[end + 2]
    else:
        return None
    letters = token.text.isalpha() and token.text.isupper()
    return token if letters and SHORTEST <= len(token.text) <= LONGEST else None


def spells(words: Sequence[str], letters: str) -> bool:
    """Whether the letters are the words' first ones; small words need not give one.

    >>> spells(["Front", "for", "the", "Liberation", "of", "Karsk"], "FLK")
    True
    >>> spells(["Valley", "Office"], "NRA")
    False
    """
    left = list(letters.lower())
    for word in words:
        if left and word[0].lower() == left[0]:
            left.pop(0)
        elif word.lower() not in LINKS:
            return False
    return not left
