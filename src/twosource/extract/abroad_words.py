"""A language's code in, the words by which its reports count people out: patterns, compiled once.

The words are data (`words/abroad_es.toml` and its neighbours). There is no parser here: what
cannot be told by words that stand close together is not read.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.base.vocabulary import load_words

LOST = "\ufffd"  # a letter that a broken encoding has lost


@dataclass(frozen=True, slots=True)
class Tongue:
    """The patterns of one language; each searches text that `fold` has made plain.

    `around` and `before` give for each measure the pattern of its words: those on either side of
    a number, and those whose number stands behind them. `nouns` gives that of each victim class,
    and of households and homes.
    """

    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    collectives: Mapping[str, float]
    vague: Mapping[str, float]
    qualifiers: Mapping[str, re.Pattern[str]]
    nouns: Mapping[str, str]
    around: Mapping[str, str]
    before: Mapping[str, str]
    words: Mapping[str, str]
    said: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


@cache
def load_tongue(code: str) -> Tongue:
    """The words of a language, by its ISO 639-1 code. Raises FileNotFoundError without a list."""
    told: dict[str, Any] = load_words("twosource.extract", f"abroad_{code}")
    numbers = told["numbers"]
    plain = {
        name: {fold(word): value for word, value in numbers[name].items()}
        for name in ("words", "scales", "collectives", "vague")
    }
    lists = {name: frozenset(map(fold, numbers[name])) for name in _LISTS}
    lists |= {name: frozenset(map(fold, words)) for name, words in told["ranges"].items()}
    return Tongue(
        plain["words"], plain["scales"], plain["collectives"], plain["vague"],
        {name: re.compile(rf"\b(?:{words})(?: a)? ?$")
         for name, words in _joined(told["qualifiers"]).items()},
        _joined(told["nouns"]), _joined(told["around"]), _joined(told["before"]),
        _joined(told["words"]), _joined(told["said"]), lists,
    )  # fmt: skip


def _joined(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: alternatives(words) for name, words in table.items()}


_LISTS = ("several", "halves", "ones", "joints")


def alternatives(words: Iterable[str]) -> str:
    """One pattern for any of the words; never matches when there are none."""
    return "|".join(_tolerant(word) for word in words) or r"(?!)"


def fold(text: str) -> str:
    """The text in small letters without accents, letter for letter: its length stays.

    >>> fold("Évacués à Bahía")
    'evacues a bahia'
    """
    return "".join(_bare(letter) for letter in text)


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    if letter.isspace():
        return " "
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return "'" if bare in "’‘" else bare if len(bare) == 1 else letter


def _tolerant(pattern: str) -> str:
    """The pattern with each accented letter also as its bare one and as a lost one."""
    return "".join(letter if letter.isascii() else f"[{_bare(letter)}{LOST}]" for letter in pattern)
