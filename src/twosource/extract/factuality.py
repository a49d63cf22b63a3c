"""A cue and its content in, hedges and factuality out, in FactBank's terms.

Factuality is always somebody's: reported speech is certain to its speaker (CT+) and
uncommitted to the author of the report (Uu).
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import cast

from spacy.tokens import Doc, Token

from twosource.base.reading import span_of
from twosource.base.records import Factuality, Span
from twosource.extract.claim_words import tables, word_set

DEGREES = (("possible", "PS"), ("probable", "PR"), ("hearsay", "PS"))


def find_hedges(tokens: Iterable[Token]) -> list[Token]:
    """The words of doubt among the tokens, in order."""
    return [token for token in tokens if _degree(token) or _is_about(token)]


def hedge_spans(hedges: Iterable[Token]) -> tuple[Span, ...]:
    """Where the words of doubt stand."""
    return tuple(span_of(token) for token in hedges)


def judge(klass: str, hedges: Iterable[Token], *, negated: bool) -> Factuality:
    """The speaker's commitment: by the class of the cue, weakened by words of doubt."""
    if negated:
        return "Uu"
    value = tables()["factuality"].get(klass, "CT+")
    if value not in {"CT+", "CT-"}:
        return cast("Factuality", value)
    degrees = {_degree(token) for token in hedges}
    for name, degree in DEGREES[:2]:
        if name in degrees:
            return cast("Factuality", degree + value[-1])
    return cast("Factuality", value)


def tokens_in(doc: Doc, spans: Iterable[Span]) -> list[Token]:
    """The tokens that begin within the spans."""
    found: list[Token] = []
    for span in spans:
        place = bisect_left(doc, span.start, key=lambda token: token.idx)
        while place < len(doc) and doc[place].idx < span.end:
            found.append(doc[place])
            place += 1
    return found


def _degree(token: Token) -> str | None:
    word = token.lower_
    for name, _ in DEGREES:
        if word in word_set("hedges", name):
            return None if word == "may" and token.tag_ != "MD" else name
    return None


def _is_about(token: Token) -> bool:
    """Whether the word softens a number: "about 40"."""
    if token.lower_ not in word_set("hedges", "quantity") or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).like_num or token.nbor(1).pos_ == "NUM"
