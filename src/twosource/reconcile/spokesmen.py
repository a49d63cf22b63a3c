"""The accounts of a story in, the bodies for which its spokesmen speak out."""

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.base.records import Account, Actor
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import SOME_STATE, STATE, find_states, key_of, plain, surname_of
from twosource.reconcile.lands import stem

OFFICE = re.compile(r"([\w-]+) spokes(?:man|woman|person)\b")
NEAR_OFFICE = 40  # characters before a name in which the office stands
NEAR = 900  # characters before a spokesman within which his body was named
BODIES = frozenset({"body", "state"})


def find_spokesmen(accounts: Sequence[Account]) -> dict[str, str]:
    """For each surname of a spokesman the key of the body named last before, the first by name."""
    found: dict[str, str] = {}
    states = find_states(accounts)
    for account in accounts:
        for actor in account.actors:
            if not actor.name or not _speaks_for_another(actor, account):
                continue
            body = _named(actor, account) or _own_office(actor, states)
            body = body or _body_before(actor, account)
            if body is not None:
                surname = surname_of(actor.name)
                found[surname] = min(found.get(surname, body), body, key=_firmest)
    return found


def name_states(people: Mapping[str, str], accounts: Sequence[Account]) -> dict[str, str]:
    """The same people; a body that is some state, its ministry or army, is that state."""
    known = {
        plain(words): key
        for account in accounts
        for actor in account.actors
        if actor.kind in STATE and actor.country is not None
        for words in (actor.name or "", actor.span.quote(account.report.text))
        for key in (f"state:{actor.country}",)
    }
    states = find_states(accounts)
    return {who: _of_land(known.get(key.partition(":")[2], key), states)
            for who, key in sorted(people.items())}  # fmt: skip


def _of_land(key: str, states: Sequence[str]) -> str:
    """The key of a state's servant: that of the land named ("body:tarkovia"), or the one state."""
    if key == SOME_STATE:
        return states[0] if len(states) == 1 else key
    land = f"state:{stem(key.partition(':')[2])}"
    return land if land in states else key


def _firmest(key: str) -> tuple[bool, str]:
    return not key.startswith("state:"), key


def _named(actor: Actor, account: Account) -> str | None:
    """The one body whose name ends as his office begins: "a Front spokesman" of the Velsk Front.

    "An army spokesman" is a state's, though rebels call themselves an army.
    """
    words = plain(actor.office or "").split()[:-1]
    if not words or _is_of_state(actor, account):
        return None
    own = " ".join(words)
    keys = {
        key
        for other in account.actors
        if other.kind != "person" and f" {plain(other.name or '')}".endswith(f" {own}")
        for key in [key_of(other, account)]
        if key is not None and key.startswith("body:")
    }
    return keys.pop() if len(keys) == 1 else None


def _own_office(actor: Actor, states: Sequence[str]) -> str | None:
    """The story's one state for "ministry spokesman"; None for others and where several act."""
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    words = plain(actor.office or "").split()[:-1]
    return states[0] if words and words[-1] in offices and len(states) == 1 else None


def _is_of_state(actor: Actor, account: Account) -> bool:
    """Whether the office is told as a state's, in small letters: "army spokesman Major N."."""
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    told = account.report.text[max(0, actor.span.start - NEAR_OFFICE) : actor.span.start]
    before = [each[1] for each in OFFICE.finditer(told)]
    return any(word in offices for word in (*(actor.office or "").split()[:-1], *before[-1:]))


def _speaks_for_another(actor: Actor, account: Account) -> bool:
    """Whether it is a person told as a spokesman, with no body."""
    if actor.kind != "person" or not actor.name or actor.organisation:
        return False
    start = max(0, actor.span.start - 25)
    words = f"{actor.office or ''} {account.report.text[start : actor.span.start]}".lower()
    told: list[str] = load_words("twosource.reconcile", "speakers")["spokesmen"]
    return any(word in words.split() for word in told)


def _body_before(actor: Actor, account: Account) -> str | None:
    """The key of the body that spoke last before him, else of the last one named."""
    bodies = [
        (other, key)
        for other, key in _bodies(actor, account)
        if not _is_of_state(actor, account) or key.startswith("state:")
    ]
    speaking = [key for other, key in bodies if _is_speaker(other, account)]
    named = [key for _, key in bodies]
    told = speaking or named
    return told[-1] if told else None


def _bodies(actor: Actor, account: Account) -> Iterator[tuple[Actor, str]]:
    for other in sorted(account.actors, key=lambda each: each.span):
        key = key_of(other, account)
        near = 0 <= actor.span.start - other.span.end <= NEAR
        if near and key is not None and key.partition(":")[0] in BODIES and other.kind != "person":
            yield other, key


def _is_speaker(actor: Actor, account: Account) -> bool:
    spans = [each.speaker.span for each in account.claims if each.speaker is not None]
    return any(span is not None and span.overlaps(actor.span) for span in spans)
