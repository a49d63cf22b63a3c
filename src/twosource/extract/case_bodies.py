"""A text in capitals and its restored form in, the names of bodies with their capitals out.

Two signs show a body's name: an acronym in brackets behind it or before it ("the New Patriotic
Front [NPF]", "the NPF [New Patriotic Front]"), or its place in the word list of known bodies.
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.base.vocabulary import load_words
from twosource.extract.case_words import case_lists, is_english, verbs_and_kin

BRACKETED = re.compile(r"[\[(]([A-Z][A-Z0-9-]{1,7})[\])]")
EXPANDED = re.compile(r"\b([A-Z]{2,7})\s+[\[(]([A-Z][A-Z' \n-]{5,90})[\])]")
PIECE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
LEAST, MOST = 2, 9  # words of a name that an acronym stands for
Known = dict[str, list[tuple[list[str], list[str]]]]


def acronyms_of(text: str) -> set[str]:
    """The acronyms that brackets explain, or that stand in brackets behind what they mean."""
    found = {match[1] for match in _named(text)}
    for match in BRACKETED.finditer(text):
        words = list(_words_before(text, match.start()))
        if not is_english(match[1].lower()) or _spell(words, match[1]):
            found.add(match[1])
    return found - {word.upper() for word in case_lists()["words"]}


def raise_bodies(text: str, restored: str, acronyms: set[str]) -> str:
    """The restored text with capitals for the words of bodies' names."""
    letters = list(restored)
    for match in BRACKETED.finditer(text):
        words = list(_words_before(text, match.start()))
        if match[1] in acronyms and _spell(words, match[1]):
            _raise(letters, words)
    for match in _named(text):
        spelled = [(each[0].lower(), match.start(2) + each.start()) for each in _pieces(match[2])]
        _raise(letters, spelled)
    _raise_known(letters, restored)
    return "".join(letters)


def _named(text: str) -> Iterator[re.Match[str]]:
    """Acronyms with the name that they stand for in brackets behind them."""
    notes = case_lists()["notes"]
    for match in EXPANDED.finditer(text):
        words = [each[0].lower() for each in _pieces(match[2])]
        short = match[1].lower()
        common = short in case_lists()["words"] or short in verbs_and_kin()
        if LEAST <= len(words) <= MOST and not common and not notes.intersection(words):
            yield match


def _pieces(words: str) -> Iterator[re.Match[str]]:
    return PIECE.finditer(words)


def _raise(letters: list[str], words: list[tuple[str, int]]) -> None:
    for word, place in words:
        if word not in case_lists()["particles"]:
            letters[place] = letters[place].upper()


def _words_before(text: str, end: int) -> Iterator[tuple[str, int]]:
    """Up to nine words before an offset, nearest first, as (word, offset), in one clause."""
    stretch = text[max(0, end - 110) : end]
    cut = max(stretch.rfind(mark) for mark in ".,;:()[]")
    base = max(0, end - 110) + cut + 1
    found = [(each[0].lower(), base + each.start()) for each in _pieces(stretch[cut + 1 :])]
    yield from reversed(found[-9:])


def _spell(words: list[tuple[str, int]], acronym: str) -> bool:
    """Whether the words, read backwards, begin with the acronym's letters; trims the rest."""
    left = acronym.lower()
    used = 0
    for number, (word, _) in enumerate(words):
        if left and word[0] == left[-1]:
            left, used = left[:-1], number + 1
        elif word not in case_lists()["particles"]:
            break
    del words[used:]
    return not left


def _raise_known(letters: list[str], restored: str) -> None:
    """The names of known bodies as the word list writes them."""
    pieces = list(_pieces(restored))
    lower = [piece[0].lower() for piece in pieces]
    known = _known()
    for number, word in enumerate(lower):
        for words, cased in known.get(word, ()):
            if lower[number : number + len(words)] != words:
                continue
            for piece, form in zip(pieces[number:], cased, strict=False):
                letters[piece.start() : piece.start() + len(form)] = form
            break


@cache
def _known() -> Known:
    """Known names by their first word, the longest first, in lower case and as written."""
    found: Known = {}
    for rows in load_words("twosource.extract", "actors")["known"].values():
        for row in rows:
            for name in row[:-1]:
                cased = [piece[0] for piece in _pieces(name)]
                if cased and not _is_common(cased):
                    words = [word.lower() for word in cased]
                    found.setdefault(words[0], []).append((words, cased))
    for names in found.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return found


def _is_common(cased: list[str]) -> bool:
    """Whether a short form is an English word as well: "WHO", "Dawn"."""
    if len(cased) > 1:
        return False
    low = cased[0].lower()
    taken = low in case_lists()["words"] or low in verbs_and_kin() or len(low) < LEAST + 1
    return taken or (not cased[0].isupper() and is_english(low)) or low in case_lists()["common"]
