"""The accounts of a story in, its bodies out: one key for each, under all the names it goes by."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Account
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain, surname_of

ROLE = r"(?:the |a |an |its |[\w-]+ ){0,4}"


@dataclass(frozen=True, slots=True)
class Bodies:
    """The full names of a story's bodies, and which of them each office-holder speaks for."""

    names: tuple[str, ...]
    holders: Mapping[str, str]

    def find(self, words: str) -> str | None:
        """The one full name that these words shorten or turn round, None when there is none.

        >>> Bodies(("valley health office", "free front"), {}).find("the health office")
        'valley health office'
        """
        told = plain(words)
        if not told or told in self.names:
            return told or None
        short = [name for name in self.names if name.endswith(f" {told}")]
        if len(short) == 1:
            return short[0]
        mark = sign(told)
        same = [name for name in self.names if mark and sign(name) == mark]
        return same[0] if len(same) == 1 else None

    def key(self, key: str) -> str:
        """The key of the body under its full name; other keys are as they are."""
        kind, _, name = key.partition(":")
        found = self.find(name) if kind == "body" else None
        return f"body:{found}" if found is not None else key


def find_bodies(accounts: Sequence[Account]) -> Bodies:
    """The bodies named in any report of the story."""
    names = {
        plain(name)
        for account in accounts
        for actor in account.actors
        for name in (actor.organisation, actor.name if actor.kind != "person" else None)
        if name and len(plain(name).split()) > 1
    }
    ordered = tuple(sorted(names))
    return Bodies(ordered, dict(_holders(accounts, ordered)))


def sign(name: str) -> frozenset[str]:
    """The words of a name that tell it from others of its kind: no "office", no "authorities"."""
    empty: list[str] = load_words("twosource.reconcile", "speakers")["generic"]
    told = frozenset(word for word in plain(name).split() if word not in empty)
    return told if len(told) > 1 else frozenset()


def _holders(accounts: Sequence[Account], names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each surname with the body of which a report says he or she holds an office."""
    people = sorted(
        {
            surname_of(actor.name)
            for account in accounts
            for actor in account.actors
            if actor.kind == "person" and actor.name
        }
    )
    bodies = Bodies(tuple(names), {})
    endings = "|".join(sorted({re.escape(name.split()[-1]) for name in names}))
    if not people or not endings:
        return
    person = "|".join(re.escape(name) for name in people if name)
    body = rf"(?:of|for|from|at) the ((?:[\w-]+ ){{0,4}}?(?:{endings}))"
    forward = re.compile(rf"\b({person}),? {ROLE}{body}\b", re.I)
    backward = re.compile(rf"\b{body},? (?:[A-Z][\w-]+ ){{0,2}}({person})\b", re.I)
    for account in sorted(accounts, key=lambda each: each.report.id):
        text = " ".join(account.report.text.split())
        pairs = [(one[1], one[2]) for one in forward.finditer(text)]
        pairs += [(one[2], one[1]) for one in backward.finditer(text)]
        for surname, words in pairs:
            full = bodies.find(words)
            if full is not None:
                yield surname.lower(), f"body:{full}"
