"""Text in capitals in, the same text with its case restored out: same length, same offsets.

Old wire services and teletype wrote in capitals. The parser needs case to tell names from words,
so a word keeps a capital when it starts a sentence, is a known name, or is no English word.
"""

import re

from spacy.lang.en import English

from twosource.base.countries import by_capital, by_demonym, by_name
from twosource.extract.case_bodies import acronyms_of, raise_bodies
from twosource.extract.case_initials import raise_initials
from twosource.extract.case_names import family_names, raise_names
from twosource.extract.case_words import (
    Lists,
    case_lists,
    english_words,
    is_english,
    is_great_place,
    nouns_only,
)

LOOKED_AT = 4000  # characters of a text
CAPITALS_SHARE = 0.8  # of the letters; headlines alone never reach it over a whole report
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
DAY_BEFORE = re.compile(r"\d\s+\Z")
YEAR_BEHIND = re.compile(r",?\s+\d")
ABBREVIATED = re.compile(r"\.[A-Z]\.\Z")  # "U.S." ends no sentence
SHORTENED = re.compile(r"(?:n't|'(?:re|ve|ll|d|m))\Z")
MONTHS = frozenset({"MAY", "MAR", "MARCH"})  # no verb and no harm beside a number
VOWEL = re.compile("[AEIOUY]")
LETTERS_BEFORE = 160  # room for a long note in brackets


def is_all_capitals(text: str) -> bool:
    """Whether the text is written in capitals throughout (old wire services, teletype)."""
    opening = text[:LOOKED_AT]
    small = sum(map(str.islower, opening))  # a first look: most texts are not in capitals
    if small > (1 - CAPITALS_SHARE) * len(opening):
        return False
    letters = [letter for letter in opening if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) > 40 and upper >= CAPITALS_SHARE * len(letters)  # noqa: PLR2004


def restore_case(text: str) -> str:
    """The text with capitals only where English has them: sentences, names, acronyms.

    >>> restore_case("THE ARMY SHELLED A VILLAGE. TROOPS OF RUSSIA FLED.")
    'The army shelled a village. Troops of Russia fled.'
    """
    acronyms = acronyms_of(text)
    whole = _restore_words(text, acronyms, frozenset())
    families = family_names(whole)
    if families:
        whole = _restore_words(text, acronyms, families)
    # A letter may change its length with its case (German sharp s): then nothing is safe.
    if len(whole) != len(text):
        return text
    return raise_initials(raise_names(raise_bodies(text, whole, acronyms)))


def _restore_words(text: str, acronyms: set[str], families: frozenset[str]) -> str:
    """The text with each word cased by itself and by the word before it."""
    pieces: list[str] = []
    position = 0
    before = ""
    in_name = False  # the words before, back to a first name, are a person's name
    for match in WORD.finditer(text):
        gap = text[position : match.start()]
        word = match[0]
        stem = word.lower().removesuffix("'s")
        cased = _case(word, acronyms, before if gap.strip() in {"", "."} else "")
        if len(word) == 1 and text[match.end() : match.end() + 1] == ".":
            cased = word  # an initial: "U.S.", "J. Roe"
        if stem in families or (word in MONTHS and _is_date(text, match)):
            cased = word.capitalize()
        in_name = in_name and not gap.strip(" \n")
        if in_name and cased.islower() and _may_be_surname(stem):
            cased = cased.capitalize()
        in_name = cased[0].isupper() and (in_name or stem in case_lists()["first_names"])
        first = _starts_sentence(text, match.start())
        pieces += [gap.lower(), cased[0].upper() + cased[1:] if first else cased]
        before = cased
        position = match.end()
    pieces.append(text[position:].lower())
    return "".join(pieces)


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a month's name that is a word as well stands beside a day or a year."""
    behind = YEAR_BEHIND.match(text, match.end())
    return bool(behind or DAY_BEFORE.search(text[: match.start()][-4:]))


def _starts_sentence(text: str, start: int) -> bool:
    """Whether a word begins a sentence or a block, with its quotes and bracketed notes."""
    bare = text[max(0, start - LETTERS_BEFORE) : start]
    kept = bare.rstrip(" \n\t'\"([")
    blank = bare[len(kept) :]
    if not kept or BLANK_LINE.search(blank):
        return start == len(bare) or bool(kept)
    if kept[-1] in ".!?":
        ended = blank[:1].isspace() or blank[:2] in {'" ', "' "}
        return ended and not ABBREVIATED.search(kept)
    if kept[-1] != "]":
        return False
    # "-- [TEXT] THE ARMY": the note stands before the sentence; "THE FRONT [FMLN] IN": within it.
    return kept.rpartition("[")[0].rstrip()[-1:] in {*".-]:", ""}


def _case(word: str, acronyms: set[str], before: str) -> str:
    """One word, cased; `before` is the cased word right before it, empty after a mark."""
    low = word.lower()
    lists = case_lists()
    if word in acronyms:
        return word
    if SHORTENED.search(low):
        return low
    if low.endswith("'s"):
        return _case(word[:-2], acronyms, before) + low[-2:] if len(low) > 2 else low  # noqa: PLR2004
    if not VOWEL.search(word) and len(word) <= 5 and low not in lists["titles"] | {"st"}:  # noqa: PLR2004
        return word
    if low in lists["particles"]:
        return low
    return word.capitalize() if _is_name(low, before, lists) else low


def _is_name(low: str, before: str, lists: Lists) -> bool:
    name = low.title()
    if low in lists["names"] or by_name(name) or by_capital(name) or by_demonym(name):
        return True
    if low in lists["first_names"] or not is_english(low) or is_great_place(low):
        return True
    titled = before[:1].isupper() and before.lower() in lists["titles"]
    return titled and low not in lists["titles"] and not low.endswith(("ed", "ing", "s"))


def _may_be_surname(low: str) -> bool:
    """Whether an English word may end a person's name: nothing but a noun, no title, no plural."""
    if low in case_lists()["titles"] | case_lists()["particles"] | case_lists()["words"]:
        return False
    plural = low.endswith("s") and low[:-1] in english_words()
    return not plural and low in nouns_only() and low not in English.Defaults.stop_words
