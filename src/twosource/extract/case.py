"""Text in capitals in, the same text with its case restored out: same length, same offsets.

Old wire services and teletype wrote in capitals. The parser needs case to tell names from words,
so a word keeps a capital when it starts a sentence, is a known name, or is no English word.
"""

import re
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.lang.en import English
from spacy.lookups import Lookups

from twosource.base.countries import by_capital, by_demonym, by_name
from twosource.base.settings import Settings
from twosource.base.vocabulary import load_words

CAPITALS_SHARE = 0.8  # of the letters; headlines alone never reach it over a whole report
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
VOWEL = re.compile("[AEIOUY]")
BRACKETED = re.compile(r"[\[(]([A-Z][A-Z0-9-]{1,7})[\])]")
LETTERS_BEFORE = 40
Lists = dict[str, frozenset[str]]
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("ied", "y"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""),
    ("'s", ""), ("est", ""), ("ness", ""), ("men", "man"),
)  # fmt: skip


def is_all_capitals(text: str) -> bool:
    """Whether the text is written in capitals throughout (old wire services, teletype)."""
    letters = [letter for letter in text[:4000] if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) > 40 and upper >= CAPITALS_SHARE * len(letters)  # noqa: PLR2004


def restore_case(text: str) -> str:
    """The text with capitals only where English has them: sentences, names, acronyms.

    >>> restore_case("THE ARMY SHELLED A VILLAGE. TROOPS OF RUSSIA FLED.")
    'The army shelled a village. Troops of Russia fled.'
    """
    acronyms = {match[1] for match in BRACKETED.finditer(text)}
    pieces: list[str] = []
    position = 0
    before = ""
    in_name = False  # the words before, back to a first name, are a person's name
    for match in WORD.finditer(text):
        gap = text[position : match.start()]
        word = match[0]
        first = _starts_sentence(text, match.start())
        cased = _case(word, acronyms, before if gap.strip() in {"", "."} else "")
        in_name = in_name and not gap.strip(" \n")
        if in_name and cased.islower() and _may_be_surname(cased):
            cased = cased.capitalize()
        in_name = cased[0].isupper() and (in_name or word.lower() in _lists()["first_names"])
        pieces += [gap.lower(), cased[0].upper() + cased[1:] if first else cased]
        before = cased
        position = match.end()
    pieces.append(text[position:].lower())
    whole = "".join(pieces)
    # A letter may change its length with its case (German sharp s): then nothing is safe.
    return _raise_bodies(whole) if len(whole) == len(text) else text


def _starts_sentence(text: str, start: int) -> bool:
    """Whether a word begins a sentence or a block, with its quotes and bracketed notes."""
    bare = text[max(0, start - LETTERS_BEFORE) : start]
    kept = bare.rstrip(" \n\t'\"([")
    blank = bare[len(kept) :]
    if not kept or BLANK_LINE.search(blank):
        return start == len(bare) or bool(kept)
    if kept[-1] in ".!?":
        return blank[:1].isspace() or blank[:2] in {'" ', "' "}
    if kept[-1] != "]":
        return False
    # "-- [TEXT] THE ARMY": the note stands before the sentence; "THE FRONT [FMLN] IN": within it.
    return kept.rpartition("[")[0].rstrip()[-1:] in {*".-]:", ""}


def _case(word: str, acronyms: set[str], before: str) -> str:
    """One word, cased; `before` is the cased word right before it, empty after a mark."""
    low = word.lower()
    lists = _lists()
    if word in acronyms and not _is_english(low):
        return word
    if not VOWEL.search(word) and len(word) <= 5 and low not in lists["titles"] | {"st"}:  # noqa: PLR2004
        return word
    if low in lists["particles"]:
        return low
    return word.capitalize() if _is_name(low, before, lists) else low


def _is_name(low: str, before: str, lists: Lists) -> bool:
    name = low.title()
    if low in lists["names"] or by_name(name) or by_capital(name) or by_demonym(name):
        return True
    if low in lists["first_names"] or not _is_english(low):
        return True
    titled = before[:1].isupper() and before.lower() in lists["titles"]
    return titled and low not in lists["titles"] and not low.endswith(("ed", "ing", "s"))


def _may_be_surname(low: str) -> bool:
    """Whether an English word may end a person's name: nothing but a noun, no title, no plural."""
    if low in _lists()["titles"] | _lists()["particles"] | _lists()["words"]:
        return False
    plural = low.endswith("s") and low[:-1] in _english_words()
    return not plural and low in _nouns_only()


def _raise_bodies(text: str) -> str:
    """Capitals for the words before a bracketed acronym whose letters they begin with."""
    letters = list(text)
    for match in BRACKETED.finditer(text):
        words = list(_words_before(text, match.start()))
        if not _spell(words, match[1]):
            continue
        for word in words:
            if word[0] not in _lists()["particles"]:
                letters[word[1]] = letters[word[1]].upper()
    return "".join(letters)


def _words_before(text: str, end: int) -> Iterator[tuple[str, int]]:
    """Up to nine words before an offset, nearest first, as (word, offset), in one clause."""
    stretch = text[max(0, end - 110) : end]
    cut = max(stretch.rfind(mark) for mark in ".,;:()[]")
    base = max(0, end - 110) + cut + 1
    found = [(each[0].lower(), base + each.start()) for each in WORD.finditer(stretch[cut + 1 :])]
    yield from reversed(found[-9:])


def _spell(words: list[tuple[str, int]], acronym: str) -> bool:
    """Whether the words, read backwards, begin with the acronym's letters; trims the rest."""
    left = acronym.lower()
    used = 0
    for number, (word, _) in enumerate(words):
        if left and word[0] == left[-1]:
            left, used = left[:-1], number + 1
        elif word not in _lists()["particles"]:
            break
    del words[used:]
    return not left


@cache
def _lists() -> Lists:
    lists = {k: frozenset(v) for k, v in load_words("twosource.extract", "case").items()}
    names = load_words("twosource.extract", "actors")["first_names"]["words"]
    lists["first_names"] |= {name.lower() for name in names} - lists["words"] - _verbs()
    return lists


@cache
def _lemmatizer_tables() -> Lookups:
    model = spacy.load(Settings().model, exclude=["tok2vec", "tagger", "parser", "ner"])
    found: Lookups = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return found


@cache
def _english_words() -> frozenset[str]:
    """WordNet's words, as the parser's lemmatiser carries them, with those of closed classes."""
    tables = _lemmatizer_tables()
    found = set(English.Defaults.stop_words) | _lists()["words"]
    for table in tables.get_table("lemma_index").values():
        found.update(table)
    for table in tables.get_table("lemma_exc").values():
        found.update(table)
    return frozenset(found)


@cache
def _nouns_only() -> frozenset[str]:
    """WordNet's nouns that are neither verbs nor adjectives nor adverbs."""
    index = _index()
    others = {word for kind in ("verb", "adj", "adv") for word in index.get(kind, ())}
    return frozenset(index["noun"]) - others


@cache
def _verbs() -> frozenset[str]:
    """Words that are verbs, adjectives or adverbs as well: "mark", "grant", "frank"."""
    index = _index()
    return frozenset(word for kind in ("verb", "adj", "adv") for word in index.get(kind, ()))


@cache
def _index() -> dict[str, frozenset[str]]:
    """WordNet's words by their kind."""
    table = _lemmatizer_tables().get_table("lemma_index")
    return {
        kind: frozenset(table[kind]) for kind in ("noun", "verb", "adj", "adv") if kind in table
    }


@cache
def _is_english(word: str) -> bool:
    words = _english_words()
    if word in words:
        return True
    for ending, stem in ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending) + stem
            if base in words or (len(base) > 3 and base[-1] == base[-2] and base[:-1] in words):  # noqa: PLR2004
                return True
    return False
