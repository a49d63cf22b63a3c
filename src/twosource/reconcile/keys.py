"""An actor in, the key of its organisation out: members of one organisation share one key."""

import re
from collections.abc import Sequence

from twosource.base.records import Account, Actor
from twosource.base.vocabulary import load_words
from twosource.reconcile.lands import find_land, land_of, land_of_minister

STATE = frozenset({"state_government", "state_military", "state_police"})
AGAINST = frozenset({"rebel_group", "militia"})  # an "army" of theirs is no state's
SOME_STATE = "state:?"  # an army or a ministry that no report gives a country
WORD = re.compile(r"[^\W_]+")
SERVANT = re.compile(r"^abd[aeiu][lr]-?(?=\w{3})")  # "Abdul", "Abdel" written as one with its name
DOUBLE = re.compile(r"(\w)\1")


def key_of(actor: Actor, account: Account) -> str | None:
    """The organisation's key, None when the actor is nobody in particular.

    A state's government, army and police are one organisation: so a ministry and the capital
    that speaks for it are counted once.
    """
    if actor.country is not None and _speaks_for_state(actor, account):
        return f"state:{actor.country}"
    if actor.kind in STATE:
        land = land_of(actor, account)
        return f"state:{land}" if land is not None else SOME_STATE
    if actor.organisation:
        land = land_of_minister(actor, account)
        body = plain(_full_name(actor.organisation, account))
        return f"body:{body}" if land is None else f"state:{land}"
    if not actor.name:
        return None
    if actor.kind == "person":
        return f"person:{surname_of(actor.name)}"
    return f"body:{plain(actor.name)}"


def find_people(accounts: Sequence[Account]) -> dict[str, str]:
    """The body that each person speaks for by any report, by surname; nobody's is left out."""
    found: dict[str, str] = {}
    for account in accounts:
        for actor in account.actors:
            if actor.kind == "person" and actor.name and actor.organisation:
                key = key_of(actor, account)
                if key is not None:
                    surname = surname_of(actor.name)
                    found[surname] = min(found.get(surname, key), key)
    return found


def find_states(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The states whose government, army or police a report names, sorted.

    A government that only speaks of what happens in another land is not the one meant by "the
    police": then it is that land's.
    """
    keys = {
        key_of(actor, account)
        for account in accounts
        for actor in account.actors
        if actor.kind in STATE
    }
    found = tuple(sorted(key for key in keys if key is not None and key != SOME_STATE))
    land = find_land(accounts) if len(found) == 1 and not _acts(found[0], accounts) else None
    return found if land is None else (f"state:{land}",)


def _acts(state: str, accounts: Sequence[Account]) -> bool:
    """Whether the state's own forces are named, or it does something there by force."""
    for account in accounts:
        own = {each.id: each for each in account.actors if key_of(each, account) == state}
        if any(each.kind in {"state_military", "state_police"} for each in own.values()):
            return True
        for mention in account.mentions if own else ():
            doers = {each.actor for each in mention.participants if each.role == "actor"}
            if mention.plover.event in {"ASSAULT", "COERCE", "MOBILIZE"} and doers & own.keys():
                return True
    return False


def surname_of(name: str) -> str:
    """The last word of a name as it is compared: lower-cased, spellings of one name folded.

    >>> surname_of("Rami Abdurrahman") == surname_of("Rami Abdel Rahman")
    True
    """
    words = plain(name).split()
    last = SERVANT.sub("", words[-1]) if words else ""
    return DOUBLE.sub(r"\1", last) or last


def plain(name: str) -> str:
    """The name's words, lower-cased, without articles.

    >>> plain("The Orvan Times")
    'orvan times'
    """
    empty: list[str] = load_words("twosource.reconcile", "speakers")["articles"]
    words = [word.lower() for word in WORD.findall(name)]
    return " ".join(word for word in words if word not in empty)


def _speaks_for_state(actor: Actor, account: Account) -> bool:
    if actor.kind in STATE:
        return True
    body = actor.organisation
    if body is None or actor.kind in AGAINST:
        return False
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    ruling = bool(set(plain(body).split()) & set(offices))
    return ruling or any(_is_state(other, body) for other in _named(account, body))


def _full_name(body: str, account: Account) -> str:
    """The body's name; of "the group" that by which the report calls it elsewhere."""
    if body[:4].lower() != "the " or body[4:5].isupper():
        return body
    words = body[4:].lower()
    named = (
        each.name
        for each in account.actors
        if each.name and each.span.quote(account.report.text).lower() == words
    )
    return min(named, default=body)


def _named(account: Account, name: str) -> Sequence[Actor]:
    return [actor for actor in account.actors if actor.name == name]


def _is_state(actor: Actor, body: str) -> bool:
    return actor.kind in STATE and actor.name == body
