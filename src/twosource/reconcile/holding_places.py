"""Words behind or before a verb of holding in, the place that they name out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from twosource.base.countries import by_demonym
from twosource.base.records import Account
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.identity import is_scrap
from twosource.reconcile.keys import plain

WORD = re.compile(r"[\w'’.%-]*[\w%]|[,;:()\"“”]")
LINKS = frozenset({"of", "at", "in", "near", "outside", "on"})  # between a site and its town
DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central"})
NUMBERED = frozenset({"hill", "height", "heights", "post", "gate", "junction"})
BEFORE = 4000  # characters before in which "the dam" was named
MOST = 9  # words of a place
NAMES = 3  # of them that are its name


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place as named: its name, what kind of site it is and which part, in small letters.

    `name` is empty for "the town", `site` for a settlement. `kind` is the noun as told.
    """

    name: str
    site: str = ""
    part: str = ""
    kind: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What two names of one place have in common."""
        return self.name, self.site, self.part


def read_spot(words: str, *, ahead: bool) -> Spot | None:
    """The place that some words name; None when they name none.

    `ahead`: the place stands first in the words and ends with them somewhere; else the words are
    the place alone.

    >>> read_spot("the town of Selm on Monday", ahead=True)
    Spot(name='selm', site='', part='', kind='town')
    >>> read_spot("Selm airport", ahead=False)
    Spot(name='selm', site='airport', part='', kind='airport')
    """
    tokens = [each.group() for each in WORD.finditer(words)]
    taken = _take(tokens) if ahead else tokens
    low = [each.lower() for each in taken]
    if not _may_be_place(taken, low):
        return None
    names = _names(taken, low)
    pairs = {f"{one} {two}" for one, two in pairwise(low)}
    sites = [each for each in (*sorted(pairs), *low) if each in _set("sites")]
    parts = [each for each in low if each in _set("parts") or each in DIRECTIONS]
    parts = parts if set(parts) & _set("parts") else []
    towns = [each for each in low if each in _set("settlements")]
    site = "" if parts and sites[:1] == parts[:1] else next(iter(sites), "")
    kind = site or next(iter(towns), "it" if low[-1:] == ["it"] else "")
    return Spot(plain(" ".join(names)), site, " ".join(parts), kind) if names or kind else None


def _may_be_place(taken: Sequence[str], low: Sequence[str]) -> bool:
    """Whether nothing in the words is of something else than a place."""
    named = sum(map(_is_name, taken))
    known = all(_is_name(one) or each in _generic() for one, each in zip(taken, low, strict=True))
    return bool(taken) and len(taken) <= MOST and named <= NAMES and known


def _names(taken: Sequence[str], low: Sequence[str]) -> list[str]:
    """The words of its name; a number is one only of a hill."""
    names = [re.sub(r"['’]s?$", "", each) for each in taken if _is_name(each)]
    names = [each for each in names if not is_scrap(each) and by_demonym(each) is None]
    return [each for each in names if not each.isdigit() or set(low) & NUMBERED]


def _take(tokens: list[str]) -> list[str]:
    """The words of the place: up to a word that no place's name has in it."""
    found: list[str] = []
    for at, each in enumerate(tokens):
        low, behind = each.lower(), tokens[at + 1 : at + 3]
        linked = low in LINKS and found and any(_is_name(one) for one in behind[:2])
        generic = bool(found) and found[-1].lower() in _set("sites") | _set("settlements")
        if (low == "of" and found) or (linked and generic):
            continue
        if low in _set("ends") or not any(map(str.isalnum, each)) or is_scrap(each):
            break
        if low not in _set("articles"):
            found.append(each)
    return found


def _is_name(word: str) -> bool:
    return (word[:1].isupper() and word.lower() not in _generic()) or word.isdigit()


def find_named_before(spot: Spot, account: Account, until: int) -> Spot | None:
    """The place of that kind named last before: "the dam" is the Kell dam."""
    text = account.report.text
    named = rf"(?-i:([A-Z][\w-]+(?: [A-Z][\w-]+)*)) {re.escape(spot.kind)}\b"
    behind = rf"\b{re.escape(spot.kind)} (?:of|at|in|near|outside) (?-i:([A-Z][\w-]+))"
    start = max(0, until - BEFORE)
    found = re.compile(f"{named}|{behind}", re.I)
    last = max(found.finditer(text, start, until), key=lambda each: each.start(), default=None)
    if last is None:
        return None
    name = plain(" ".join(w for w in (last[1] or last[2]).split() if w.lower() not in _generic()))
    return Spot(name, spot.site, spot.part, spot.kind) if name else None


def is_in_town(spot: Spot) -> bool:
    """Whether it is a site as a town has it: the airport, no valley."""
    return spot.site in _set("town_sites")


def is_on_map(spot: Spot, book: Book) -> bool:
    """Whether some report of the story names it as a place."""
    return spot.name in book.names.places


@cache
def _generic() -> frozenset[str]:
    return (
        _set("sites") | _set("settlements") | _set("parts") | _set("articles") | _set("adjectives")
        | DIRECTIONS | LINKS | {"it", "them"}
    )  # fmt: skip


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "control")[name])
