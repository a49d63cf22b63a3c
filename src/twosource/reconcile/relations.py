"""Two statements' words in, whether the one rules the other out: the kinds, written down."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from twosource.base.vocabulary import load_words


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of contradiction.

    `claims` gives the keys of what a text states (empty: nothing of this kind); `opposes` tells
    whether a text cannot be true beside the statement of that key. Texts are lower-cased.
    """

    slot: str
    why: str
    claims: Callable[[str], frozenset[str]]
    opposes: Callable[[str, str], bool]


@cache
def find_absent(text: str) -> frozenset[str]:
    """What the text says there is none of, as modifier and head.

    >>> sorted(find_absent("there were no orvan soldiers in the valley"))
    ['orvan soldiers']
    """
    words = _words("existence")
    pattern = rf"\b(?:{_any(words['negators'])})\s+((?:[\w-]+\s*){{1,4}})"
    found = set()
    for match in re.finditer(pattern, text):
        phrase: list[str] = []
        for word in match.group(1).split():
            if word in words["ends"]:
                break
            phrase.append(word)
        if len(phrase) > 1:
            found.add(" ".join(phrase[-2:]))
    return frozenset(found)


def presupposes(key: str, text: str) -> bool:
    """Whether the text takes for granted that there is some of it: its withdrawal, its presence.

    >>> presupposes("orvan soldiers", "the withdrawal of orvan soldiers is agreed")
    True
    """
    if find_absent(text):
        return False
    phrase = r"\s+".join(re.escape(word) for word in key.split())
    word = _any(_words("existence")["presupposing"])
    before = rf"\b(?:{word})\b(?:\s+of)?(?:\s+(?:the|all|its|their|some|any))*\s+{phrase}\b"
    after = rf"\b{phrase}\b(?:\s+\w+){{0,2}}?\s+\b(?:{word})\b"
    return bool(re.search(before, text) or re.search(after, text))


@cache
def find_spared(text: str) -> frozenset[str]:
    """Whether the text says that nothing but military targets was hit."""
    words = _words("only")
    exclusive = (
        rf"\b(?:{_any(words['exclusive'])})\b(?:\s+\w+){{0,4}}?\s+(?:{_any(words['military'])})\b"
    )
    spared = rf"\b(?:{_any(words['spared'])})"
    return frozenset({"civilians spared"} if re.search(f"{exclusive}|{spared}", text) else ())


def shows_harm(_key: str, text: str) -> bool:
    """Whether the text tells of harm to civilians or to where they live."""
    words = _words("only")
    if find_spared(text):
        return False
    harm = re.search(rf"\b(?:{_any(words['damage'])})\b", text)
    return bool(harm and re.search(rf"\b(?:{_any(words['civilian'])})\b", text))


@cache
def find_whole(table: str, text: str) -> frozenset[str]:
    """Whether the text says that something has wholly ended, or is wholly held."""
    words = _words(table)
    heads = re.search(rf"\b(?:{_any(words['heads'])})\b", text)
    whole = re.search(rf"\b(?:{_any(words['wholly'])})\b", text)
    return frozenset({table} if heads and whole else ())


def is_partial(table: str, text: str) -> bool:
    """Whether the text says that it only grew less, or is held in part."""
    words = _words(table)
    if find_whole(table, text):
        return False
    heads = re.search(rf"\b(?:{_any(words['heads'])})\b", text)
    return bool(heads and re.search(rf"\b(?:{_any(words['partly'])})\b", text))


RELATIONS = (
    Relation(
        "presence", "one says there are none, another takes them for granted",
        find_absent, presupposes,
    ),
    Relation(
        "targets", "one says only military targets were hit, another tells of harm to civilians",
        find_spared, shows_harm,
    ),
    Relation(
        "degree", "a difference of degree: one says ended, another says less",
        lambda text: find_whole("degree", text), is_partial,
    ),
    Relation(
        "control", "a difference of degree: one says wholly held, another says in part",
        lambda text: find_whole("control", text), is_partial,
    ),
)  # fmt: skip


def _words(table: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_words("twosource.reconcile", "opposites")[table]
    return words


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
