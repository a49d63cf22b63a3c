"""A report in, its terms out: the words that could tell its happening from others, with weights.

Function words are left out, endings cut, names count more than other words, and two neighbouring
words count as a term of their own ("market square" tells more than "market" and "square").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from twosource.base.body import body_of, headline_of
from twosource.base.records import Report

PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[.!?\n]")
OWNER = re.compile(r"['’]s?$")
ENDINGS = ("ings", "ing", "ers", "ies", "ed", "er", "es", "s")
STEM = 4  # letters that an ending must leave
NAME, PLAIN, HEADLINE, NEIGHBOURS = 1.5, 1.0, 3.0, 0.5  # weights; tried on several story sets
FIGURE = 0.3  # weight of a number: tolls change from report to report, and small ones are common
OPENING, OPENS = 800, 2.0  # characters of a body that tell the happening itself, and their weight
SHORTEST = 2
MEMORY = 1 << 16  # words whose stems are remembered


@dataclass(frozen=True, slots=True)
class Terms:
    """How often each term of a report occurs, as it counts, and which of the words are names."""

    counts: dict[str, float]
    names: frozenset[str]


def read_terms(report: Report) -> Terms:
    """The report's terms; names, headline and opening count more."""
    counts: dict[str, float] = {}
    raised: Counter[str] = Counter()
    for text, whole in ((body_of(report), PLAIN), (headline_of(report), HEADLINE)):
        before = ""
        for term, capital, start in _words(text, report.language):
            weight = whole if start >= OPENING or whole == HEADLINE else whole * OPENS
            weight *= FIGURE if term.isdigit() else PLAIN
            if term:
                raised[term] += capital
                counts[term] = counts.get(term, 0.0) + weight * (NAME if capital > 0 else PLAIN)
            if term and before:
                pair = f"{before} {term}"
                counts[pair] = counts.get(pair, 0.0) + weight * NEIGHBOURS
            before = term
    return Terms(counts, frozenset(term for term, more in raised.items() if more > 0))


def count_terms(report: Report) -> dict[str, float]:
    """How often each of the report's terms occurs, as it counts."""
    return read_terms(report).counts


def spell_terms(report: Report, wanted: frozenset[str]) -> dict[str, str]:
    """How the report writes these terms, where it has them first."""
    found: dict[str, str] = {}
    for text in (body_of(report), headline_of(report)):
        before, at = "", 0
        for match in PIECE.finditer(text):
            if match[0] in ".!?\n":
                continue
            term = _term(match[0].lower(), report.language)
            pair = f"{before} {term}" if before and term else ""
            for each, start in ((pair, at), (term, match.start())):
                if each in wanted:
                    found.setdefault(
                        each, OWNER.sub("", " ".join(text[start : match.end()].split()))
                    )
            before, at = term, match.start()
    return found


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """The function words of a language; the English ones when it is unknown or has no list."""
    try:
        module = import_module(f"spacy.lang.{language or 'en'}.stop_words")
    except ModuleNotFoundError:
        return stop_words("en")
    return frozenset(module.STOP_WORDS)


def _words(text: str, language: str | None) -> Iterator[tuple[str, int, int]]:
    """Each word's stem (empty for a function word), its capital, and where it stands.

    1: it has a capital within a sentence; -1: it has none; 0: it opens a sentence.
    """
    opens = True
    for match in PIECE.finditer(text):
        piece = match[0]
        if piece in ".!?\n":
            opens = True
            continue
        term = _term(piece.lower(), language)
        yield term, 0 if opens else 1 if piece[0].isupper() else -1, match.start()
        opens = False


@lru_cache(maxsize=MEMORY)
def _term(piece: str, language: str | None) -> str:
    """The stem of a word in lower case, empty for a function word."""
    word = OWNER.sub("", piece)
    if len(word) < SHORTEST or word in stop_words(language):
        return ""
    return stem_of(word)


def stem_of(word: str) -> str:
    """The word without a common English ending; words of other languages lose little by it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word
