"""A name in its sentence in, whether what stands behind it tells that it is a place's, out."""

from itertools import takewhile

from spacy.tokens import Doc, Token

from twosource.extract.place_names import Name, is_capital
from twosource.extract.place_words import place_words

LIST = 12  # tokens
APPOSED = 8  # words behind a name in which its kind or its distance is told
ARTICLES = frozenset({"a", "an", "the", "another", "this", "one"})


def is_listed(name: Name, doc: Doc) -> bool:
    """Whether a word for several places ends the list that it opens: "X and Y counties"."""
    behind = doc[name.end : name.end + LIST]
    joined = [token for token in takewhile(_is_of_list, behind) if token.lower_ in {"and", "or"}]
    if not joined:
        return False
    ends = next((token for token in behind if not _is_of_list(token)), None)
    return ends is not None and ends.lower_ in place_words("types", "several")


def _is_of_list(token: Token) -> bool:
    return token.lower_ in {",", "and", "or", "-"} or is_capital(token)


def tells_part(word: str) -> bool:
    """Whether a place is named behind the word and "of": "outskirts of", "north of", "km of"."""
    lists = (("types", "parts"), ("before", "directions"), ("before", "units"))
    return word in place_words("before", "happening") or any(
        word in place_words(*each) for each in lists
    )


def is_told_behind(name: Name, doc: Doc) -> bool:
    """Whether what stands behind the name tells it: "Y, a town in", "Y, 12 km north of"."""
    if name.end + 1 >= len(doc) or doc[name.end].text not in {",", "(", "-"}:
        return False
    words = doc[name.end + 1 : name.end + 1 + APPOSED]
    first = words[0].lower_
    if first in ARTICLES:
        return any(_is_kind(token) for token in words)
    lower = [token.lower_ for token in words]
    if first in {"near", "outside"}:
        return len(words) > 1 and is_capital(words[1])
    units = place_words("before", "units")
    far = next((place for place, word in enumerate(lower) if word in units), None)
    if far is not None and any(token.like_num for token in words[:far]):
        return True
    return any(
        word in place_words("before", "directions") and "of" in lower[place + 1 : place + 2]
        for place, word in enumerate(lower[:2])
    )


def _is_kind(token: Token) -> bool:
    """Whether the word is a kind of place, and not before another noun ("a village chief")."""
    if token.lower_ not in place_words("types", "apposed"):
        return False
    return token.i + 1 >= len(token.doc) or token.nbor().pos_ not in {"NOUN", "PROPN"}
