"""A speaker's words in, whether they tell who it is out: a scrap of a sentence vouches for nothing.

A parse glues datelines, tags and place names to those who speak ("Thursday", "Aleppo Hama"). Who
cannot be identified may be an origin, but never makes independence established.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from twosource.base.records import Account
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain, surname_of

TOKEN = re.compile(r"[^\W_][\w.’'-]*")
JOINED = re.compile(r"\s+-\s+")


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of a story's people by surname, and the words of its place names."""

    surnames: frozenset[str]
    places: frozenset[str]


def find_names(accounts: Sequence[Account]) -> Names:
    """The people that any report names in full or by office, and the places it names."""
    people = {
        surname_of(actor.name)
        for account in accounts
        for actor in account.actors
        if actor.kind == "person" and actor.name and (actor.office or " " in actor.name.strip())
    }
    places = {
        plain(place.span.quote(account.report.text))
        for account in accounts
        for place in account.places
        if place.role == "location"
    }
    return Names(frozenset(people), frozenset(places))


def trim_scraps(words: str) -> str:
    """The words without the scraps of a dateline before them.

    >>> trim_scraps("Tuesday Jan Velk"), trim_scraps("12 March 2031 the Orvan Front")
    ('Jan Velk', 'the Orvan Front')
    """
    words = words.rpartition(")")[2] or words
    tokens = words.split()
    if tokens and plain(tokens[0]) in _table("captions"):
        return tokens[0]
    while len(tokens) > 1 and _is_glued(tokens):
        tokens = tokens[1:]
    return " ".join(tokens)


def _is_glued(tokens: Sequence[str]) -> bool:
    """Whether the first word is a scrap and not the first name of somebody."""
    named = plain(tokens[0]) in _table("given_names") and not any(map(str.isdigit, tokens))
    return tokens[0].isdigit() or (is_scrap(tokens[0]) and not named)


def is_scrap(word: str) -> bool:
    """Whether it is a calendar name or a word over a picture, which speaks for nobody."""
    return plain(word) in _table("scraps")


def is_person(name: str, names: Names) -> bool:
    """Whether the name tells a person: two names or more, or the surname of one named elsewhere.

    >>> nobody = Names(frozenset(), frozenset({"orvan"}))
    >>> is_person("Jan Velk", nobody), is_person("Apr", nobody), is_person("Orvan Sund", nobody)
    (True, False, False)
    """
    tokens = TOKEN.findall(JOINED.sub("-", name))
    capital = [token for token in tokens if token[:1].isupper()]
    if tokens and tokens[-1].lower() in _table("lands"):
        return False
    if not capital or any(_is_glued([token]) for token in tokens):
        return False
    if len(tokens) == 1:
        short = len(name) > 2 and name.isupper()  # noqa: PLR2004 - the initials of a body
        return short or surname_of(name) in names.surnames
    if len(capital) < 2:  # noqa: PLR2004 - a first name and a surname
        return False
    return not any(_is_place(token, names) for token in capital[:-1])


def is_body(name: str, names: Names) -> bool:
    """Whether the words name one body and not any of a kind: "the Orvan Front", not "the brigade".

    >>> nobody = Names(frozenset(), frozenset({"orvan"}))
    >>> is_body("the Orvan Front", nobody), is_body("the brigade", nobody), is_body("Tags", nobody)
    (True, False, False)
    """
    tokens = TOKEN.findall(name)
    if any(_is_glued([token]) for token in tokens):
        return False
    told = [token for token in tokens if plain(token)]
    capital = [token for token in told if token[:1].isupper() and not _is_place(token, names)]
    alone = len(told) == 1 and told[0].lower() in _table("anybody")
    return bool(capital) and not alone


def _is_place(token: str, names: Names) -> bool:
    return plain(token) in names.places


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "speakers")[name])


def is_crowd(words: str) -> bool:
    """Whether it is some people of a kind: "Orvan activists", "more than twenty fighters"."""
    told = plain(words)
    if told.startswith(tuple(f"{word} " for word in _table("quantities"))):
        return True
    heads = {told.rpartition(" ")[2], told.partition(" of ")[0].rpartition(" ")[2]}
    return bool(heads & _table("crowds"))


def is_some_of(words: str) -> bool:
    """Whether it is some people of a body, of whom nobody is named: "Norwegian officials"."""
    return plain(words).rpartition(" ")[2] in _table("servants")


def is_owned(words: str) -> bool:
    """Whether it is a body named only by whose it is: "his office"."""
    own = words.lower().startswith(("his ", "her ", "their "))
    return own and plain(words) in _table("anybody")


def is_monitor(words: str) -> bool:
    """Whether it is a word for one who watches and counts, of no name: "a monitor"."""
    return plain(words) in _table("monitors")


def is_kind(word: str) -> bool:
    """Whether the word is one for a kind of body: observatory, front, office."""
    return plain(word) in _table("anybody") | _table("watching")
