"""The accounts of a story in, its bodies out: one key for each, under all the names it goes by."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.base.records import Account
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain, surname_of
from twosource.reconcile.publishers import find_publisher

NAMES = r"(?-i:(?:[A-Z][\w-]*|based) ){0,%d}"  # a first name, and where somebody is at home
ROLE = r"(?:the |a |an |its |[\w-]+ ){0,4}"


@dataclass(frozen=True, slots=True)
class Bodies:
    """The full names of a story's bodies, and which of them each office-holder speaks for."""

    names: tuple[str, ...]
    holders: Mapping[str, str]
    heads: Mapping[str, str] = field(default_factory=dict)  # who holds a sole office

    def find(self, words: str) -> str | None:
        """The one full name that these words shorten or turn round, None when there is none.

        >>> Bodies(("valley health office", "free front"), {}).find("the health office")
        'valley health office'
        """
        told = plain(words)
        near = [
            name for name in self.names if told and (_within(told, name) or _within(name, told))
        ]
        lead = min(near, key=lambda name: (len(name), name), default=None)
        if lead is not None and (told in self.names or all(_within(lead, one) for one in near)):
            return lead
        letters = [name for name in self.names if len(told) > 2 and initials(name) == told]  # noqa: PLR2004
        if len(letters) == 1:
            return self.find(letters[0])
        mark = sign(told)
        same = [name for name in self.names if mark and sign(name) == mark]
        return same[0] if len(same) == 1 else None

    def holder(self, words: str) -> str | None:
        """Who is called by a sole office alone ("the sheriff"): the one named with it, else it.

        None for other words.
        """
        told = plain(words)
        office = told.rpartition(" ")[2]
        if office not in load_words("twosource.reconcile", "speakers")["sole"]:
            return None
        return self.heads.get(office, f"body:{told}")

    def key(self, key: str) -> str:
        """The key of the body under its full name; other keys are as they are."""
        kind, _, name = key.partition(":")
        if kind == "body" and name.rpartition(" ")[2] in self.heads:
            return self.heads[name.rpartition(" ")[2]]
        found = self.find(name) if kind == "body" else None
        return f"body:{found}" if found is not None else key


def _heads(name: str) -> set[str]:
    """The last word of a name, and the one before its "of" or "for"."""
    words = name.split()
    cuts = [at for at, word in enumerate(words) if word in {"of", "for"} and at]
    return {words[-1], *(words[at - 1] for at in cuts[:1])}


def _within(part: str, whole: str) -> bool:
    return f" {part} " in f" {whole} "


def initials(name: str) -> str:
    """The first letters of a name's words, without "of", "for" and their like."""
    empty = {"of", "for", "the", "and", "in", "on"}
    return "".join(word[0] for word in name.split() if word not in empty)


def find_bodies(accounts: Sequence[Account]) -> Bodies:
    """The bodies named in any report of the story, and those whose publications its outlets are."""
    names = {
        plain(name)
        for account in accounts
        for actor in account.actors
        for name in (actor.organisation, actor.name if actor.kind != "person" else None)
        if name and len(plain(name).split()) > 1
    }
    outlets = {account.report.outlet for account in accounts if account.report.outlet}
    bodies = (find_publisher(outlet) for outlet in sorted(outlets))
    names |= {plain(body) for body in bodies if body and len(plain(body).split()) > 1}
    ordered = tuple(sorted(names))
    return Bodies(ordered, dict(_holders(accounts, ordered)), _find_heads(accounts))


def _find_heads(accounts: Sequence[Account]) -> Mapping[str, str]:
    """Each office of which there is one ("governor") with the key of the one named with it."""
    sole: list[str] = load_words("twosource.reconcile", "speakers")["sole"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        for actor in account.actors:
            if actor.kind == "person" and actor.name:
                words = plain(f"{actor.office or ''} {actor.name}").split()[:-1]
                for office in sole:
                    if office in words:
                        bearers[office].add(surname_of(actor.name))
    return {office: f"person:{min(one)}" for office, one in bearers.items() if len(one) == 1}


def sign(name: str) -> frozenset[str]:
    """The words of a name that tell it from others of its kind: no "office", no "authorities"."""
    empty: list[str] = load_words("twosource.reconcile", "speakers")["generic"]
    told = frozenset(word for word in plain(name).split() if word not in empty)
    return told if len(told) > 1 else frozenset()


def _holders(accounts: Sequence[Account], names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each surname with the body of which a report says he or she holds an office."""
    people = sorted(
        {
            plain(actor.name).split()[-1]
            for account in accounts
            for actor in account.actors
            if actor.kind == "person" and actor.name and plain(actor.name)
        }
    )
    bodies = Bodies(tuple(names), {})
    endings = "|".join(sorted({re.escape(head) for name in names for head in _heads(name)}))
    if not people or not endings:
        return
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    patterns = _patterns("|".join(map(re.escape, people)), endings)
    for account in sorted(accounts, key=lambda each: each.report.id):
        text = " ".join(account.report.text.split())
        pairs = [(one["who"], one["body"]) for each in patterns for one in each.finditer(text)]
        for surname, words in pairs:
            full = _find_end(bodies, words) if words not in offices else None
            if full is not None:
                yield surname_of(surname), f"body:{full}"


def _patterns(people: str, endings: str) -> tuple[re.Pattern[str], ...]:
    """How a text says of which body somebody is: behind the name, before it, or as its owner."""
    person, named = rf"(?P<who>{people})", rf"(?P<body>(?:[\w-]+ ){{0,4}}?(?:{endings}))"
    name = rf"(?:the )?(?=(?-i:[A-Z])){named}"
    heading = "|".join(load_words("twosource.reconcile", "speakers")["heading"])
    office = "(?:head|chief|director|president|chairman|chairwoman|founder|spokes[a-z]+)"
    ways = (
        rf"\b{person},? {ROLE}(?:of|for|from|at) the {named}",
        rf"\b{person}(?:, {ROLE}|,? )(?:of|for|from|at|with|behind) {name}",
        rf"\b{person},? (?:who (?:[\w-]+ )?(?:{heading})|whose) {name}",
        rf"\b(?:of|for|from|at) the {named},? {NAMES % 2}{person}",
        rf"\b{named}(?:['’]s(?: {office})?|['’]? {office}),? {NAMES % 6}{person}",
    )
    return tuple(re.compile(rf"{way}\b", re.I) for way in ways)


def _find_end(bodies: Bodies, words: str) -> str | None:
    """The body that the words end with: "the wounded Observatory" is the observatory."""
    told = words.split()
    found = (bodies.find(" ".join(told[at:])) for at in range(len(told)))
    return next((each for each in found if each is not None), None)
