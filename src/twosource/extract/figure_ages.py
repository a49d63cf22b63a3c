"""A sentence in, the ages that stand for persons in it out: "after a 4-year-old was shot".

The parser seldom takes such an age for a noun, so it is found by its words.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.extract.figure_bounds import Amount

_LENGTH = 5  # tokens from the article to "old": a, 4, -, year, -, old
_ARTICLES = frozenset({"a", "an", "the", "another"})


def find_aged(sentence: Words) -> Iterator[Amount]:
    """One amount, of 1 and without number words, for each age that stands for a person."""
    for token in sentence:
        if token.lower_ == "another" and _is_told_hurt(token, sentence):
            yield _one(token.i, token.i + 1, addition=True)
        first = token.i - _LENGTH
        if token.lower_ != "old" or first + 1 < sentence.start or token.nbor(-1).text != "-":
            continue
        opener = sentence.doc[max(first, sentence.start)].lower_
        follower = token.nbor() if token.i + 1 < sentence.end else None
        if opener in _ARTICLES and (follower is None or not _is_aged(follower)):
            yield _one(first, token.i + 1, addition=opener == "another")
        elif opener not in _ARTICLES and follower is not None and follower.pos_ == "PROPN":
            yield _one(first + 1, _end_of_name(follower, sentence), addition=False)


def _one(start: int, end: int, *, addition: bool) -> Amount:
    return Amount(start, end, start, end, "exact", 1, 1, 1, addition=addition, aged=True)


def _is_told_hurt(other: Token, sentence: Words) -> bool:
    """As in "left one dead and another critically hurt": no noun stands between."""
    after = sentence.doc[other.i + 1 : min(other.i + 3, sentence.end)]
    return any(token.tag_ in {"VBN", "VBD", "JJ"} for token in after) and after[0].tag_[:2] != "NN"


def _end_of_name(name: Token, sentence: Words) -> int:
    """Where a name of several words ends: "6-year-old Ida Bell"."""
    end = name.i + 1
    while end < sentence.end and sentence.doc[end].pos_ == "PROPN":
        end += 1
    return end


def spread_aged(heads: Sequence[Token]) -> list[Token]:
    """The heads with those of a list of ages: "a 15-year-old girl, a 17-year-old boy and a man"."""
    found = list(heads)
    for head in found:
        if _has_age(head):
            found += [
                child
                for child in head.rights
                if child.dep_ in {"appos", "conj"} and child not in found and _has_age(child)
            ]
    return found if any(each.dep_ == "conj" for each in found) else list(heads)


def _has_age(noun: Token) -> bool:
    return any(child.lower_ == "old" for child in noun.lefts)


def _is_aged(follower: Token) -> bool:
    """Whether the word behind an age goes on to who is that old: "a 4-year-old boy"."""
    if follower.tag_ in {"VBN", "VBD"} or follower.lower_ in {"shot", "hurt"}:
        return False
    return follower.text == "-" or follower.pos_ in {"NOUN", "PROPN", "ADJ"}
