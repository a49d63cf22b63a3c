"""Words that somebody typed in, a query out; and where a text holds what the query asks for.

The rules of a query:

* every word must stand in the report, in any order: `market shelling`
* words in quotes stand side by side: `"power station"`
* a star ends a word that only begins so: `bomb*`
* a minus leaves reports out: `shelling -exercise`
* case and accents are no matter; any other sign only parts words, so `anti-aircraft` is the two
  words side by side. There is nothing that a query can get wrong.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.base.records import Span

LONGEST = 250_000  # characters of a text that are searched
LONGEST_WORD = 100  # characters of a word that count
SIGNS = str.maketrans(dict.fromkeys("“”‘’„«»‹›–—…•·\u00a0€£°§´", " "))  # they part words
FIRST_MARK, MARKS = "\u0300", frozenset({"Mn", "Mc"})  # categories of Unicode
ALONE = re.compile(  # signs that are a word each, and the forms that fold to one
    "[\u3038-\u303a\u3040-\u30ff\u3192-\u3195\u3220-\u3229\u3280-\u3289\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0002f800-\U0002fa1f]"
)
LETTERS = re.compile(r"[^\W_]+")
FOREIGN = re.compile(r"[^\W_]*[^\x00-\x7f\W_][^\W_]*")  # a word with a letter beyond a to z
PLAIN = re.compile(r"[A-Za-z0-9]+")
MOST_TERMS = 16  # of a query; what follows is left out
CHUNK = re.compile(r'(?P<minus>-)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))(?P<star>\*)?')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side. `prefix`: the last one need only begin so."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a report must hold, and must not. A query that asks for nothing finds nothing."""

    terms: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a report must hold."""
        return tuple(term for term in self.terms if not term.excluded)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The terms that no report may hold."""
        return tuple(term for term in self.terms if term.excluded)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and where it stands."""

    folded: str
    span: Span


GAP = Word("", Span(0, 0))  # stands for words that were left out


def parse_query(told: str) -> SearchQuery:
    """The query in what somebody typed, whatever it is.

    >>> parse_query('"power station" bomb* -drill').wanted
    (Term(words=('power', 'station'), prefix=False, excluded=False), \
Term(words=('bomb',), prefix=True, excluded=False))
    """
    terms: list[Term] = []
    for match in CHUNK.finditer(told):
        piece = match["quoted"] if match["quoted"] is not None else match["bare"]
        words = tuple(word.folded for word in find_words(piece))
        if words:
            prefix = bool(match["star"]) or piece.endswith("*")
            terms.append(Term(words, prefix, bool(match["minus"])))
    return SearchQuery(tuple(dict.fromkeys(terms))[:MOST_TERMS])


def find_words(text: str) -> Iterator[Word]:
    """The words of a text as they are searched: small letters, no accents."""
    for match in _word_pattern(text).finditer(text):
        folded = fold(match[0])[:LONGEST_WORD]
        if folded:
            yield Word(folded, Span(*match.span()))


def fold(word: str) -> str:
    """The word in small letters without marks.

    >>> fold("Łódź"), fold("Đakovo")
    ('łodz', 'đakovo')
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def find_marks(text: str, query: SearchQuery) -> list[Span]:
    """Where the text holds the wanted terms, in order; marks that touch are not joined."""
    text = text[:LONGEST]
    words = list(_near_words(text, query))
    found = {
        Span(words[at].span.start, words[at + len(term.words) - 1].span.end)
        for term in query.wanted
        for at in range(len(words) - len(term.words) + 1)
        if words[at].folded.startswith(term.words[0]) and _fits(words, at, term)
    }
    return sorted(found)


def _near_words(text: str, query: SearchQuery) -> Iterator[Word]:
    """The words of the text that a term could begin with or hold, and a gap for words between.

    Most words of a text are not asked for: this is what a page of hits costs. Words with letters
    beyond a to z are few in most texts, and are all folded.
    """
    text = text.translate(SIGNS)
    if not text.isascii() and _needs_care(text):
        yield from find_words(text)
        return
    asked = sorted({re.escape(word) for term in query.wanted for word in term.words})
    ends = "[a-z0-9]*" if any(term.prefix for term in query.wanted) else ""
    near = re.compile(rf"(?<![^\W_])(?ai:(?:{'|'.join(asked)}){ends})(?![^\W_])")
    found = [*near.finditer(text)] if asked else []
    if not text.isascii():
        found = sorted([*found, *FOREIGN.finditer(text)], key=lambda match: match.start())
    last = 0
    for match in found:
        if LETTERS.search(text, last, match.start()):
            yield GAP
        folded = fold(match[0])[:LONGEST_WORD]
        if folded:
            yield Word(folded, Span(*match.span()))
        last = match.end()


def _fits(words: list[Word], at: int, term: Term) -> bool:
    *first, last = term.words
    if any(words[at + place].folded != word for place, word in enumerate(first)):
        return False
    told = words[at + len(first)].folded
    return told.startswith(last) if term.prefix else told == last


def _word_pattern(text: str) -> re.Pattern[str]:
    """What a word of this text is: the quickest pattern that does."""
    if text.isascii():
        return PLAIN
    return _careful_pattern() if _needs_care(text) else LETTERS


def _needs_care(text: str) -> bool:
    """Whether the text has combining marks, or signs that are a word each."""
    return any(
        sign >= FIRST_MARK and (unicodedata.category(sign) in MARKS or ALONE.match(sign))
        for sign in set(text)
    )


@cache
def _careful_pattern() -> re.Pattern[str]:
    """A run of letters, digits and their marks; a Chinese or Japanese sign is a word by itself.

    Python's own word pattern leaves out combining marks, which Indian and Arabic words need.
    """
    signs = map(chr, range(ord(FIRST_MARK), 0x20000))
    marks = "".join(sign for sign in signs if unicodedata.category(sign) in MARKS)
    alone = ALONE.pattern
    return re.compile(rf"{alone}|(?:(?!{alone})[^\W_]|[{marks}])+")
