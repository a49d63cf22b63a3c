"""Two statements' words in, whether the one rules the other out: the kinds, written down."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from twosource.base.vocabulary import load_words
from twosource.reconcile.sparing import spares_civilians

KEPT = 20_000  # answers kept: each text is asked once for every statement
FEW = 2  # words that may stand between the two halves of a phrase
COUNT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a few)\b")
BETWEEN = re.compile(r"(?:\s+(?:of|the|all|its|their|some|any))*\s*")


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


@lru_cache(maxsize=KEPT)
def find_absent(text: str) -> frozenset[str]:
    """What the text says there is none of, as modifier and head.

    >>> sorted(find_absent("there were no orvan soldiers in the valley"))
    ['orvan soldiers']
    """
    ends = load_words("twosource.reconcile", "opposites")["existence"]["ends"]
    found = set()
    for match in _any("existence", "negators").finditer(text):
        phrase = list(takewhile(lambda word: word not in ends, text[match.end() :].split()[:4]))
        if len(phrase) > 1:
            found.add(" ".join(word.strip(",.;:") for word in phrase[-2:]))
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def presupposes(key: str, text: str) -> bool:
    """Whether the text takes for granted that there is some of it: its withdrawal, its presence.

    >>> presupposes("orvan soldiers", "the withdrawal of orvan soldiers is agreed")
    True
    """
    if key not in text or find_absent(text):
        return False
    before, _, after = text.partition(key)
    taken = _any("existence", "presupposing")
    lead = list(taken.finditer(before))
    if lead and BETWEEN.fullmatch(before[lead[-1].end() :]):
        return True
    tail = taken.search(after)
    return tail is not None and len(after[: tail.start()].split()) <= FEW


@lru_cache(maxsize=KEPT)
def find_spared(text: str) -> frozenset[str]:
    """Whether the text says that nothing but military targets was hit."""
    only = _any("only", "exclusive").search(text)
    spared = _any("only", "spared").search(text) is not None or spares_civilians(text)
    if only is not None and not spared:
        military = _any("only", "military").search(text, only.end())
        between = text[only.end() : military.start()] if military is not None else ""
        counted = COUNT.search(between) is not None  # "lost only four fighters" spares nobody
        spared = military is not None and len(between.split()) <= FEW + 2 and not counted
    return frozenset({"civilians spared"} if spared else ())


@lru_cache(maxsize=KEPT)
def shows_harm(_key: str, text: str) -> bool:
    """Whether the text tells of harm to civilians or to where they live."""
    harm = _any("only", "damage").search(text) and _any("only", "civilian").search(text)
    return bool(harm) and not find_spared(text)


@lru_cache(maxsize=KEPT)
def find_whole(table: str, text: str) -> frozenset[str]:
    """Whether the text says that something has wholly ended, or is wholly held."""
    whole = _any(table, "wholly").search(text) and _any(table, "heads").search(text)
    return frozenset({table} if whole else ())


@lru_cache(maxsize=KEPT)
def is_partial(table: str, text: str) -> bool:
    """Whether the text says that it only grew less, or is held in part."""
    partly = _any(table, "partly").search(text) and _any(table, "heads").search(text)
    return bool(partly) and not find_whole(table, text)


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


@cache
def _any(table: str, name: str) -> re.Pattern[str]:
    """A pattern for any word or phrase of a list, whole words, the longest first."""
    words: list[str] = load_words("twosource.reconcile", "opposites")[table][name]
    told = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{told})\b")
