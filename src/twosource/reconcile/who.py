"""A mention in, who did it to whom out: each participant that is somebody, with its key."""

import re
from collections.abc import Iterator
from functools import lru_cache

from twosource.base.countries import by_demonym
from twosource.base.records import Account, Mention, Participant, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import key_of

FORCES = re.compile(r"\b(?:forces?|troops|army|soldiers|military|peacekeepers?)$")
ROLES = ("actor", "recipient", "mediator")
TOLD = frozenset({"civilians", "unidentified", "media"})


def find_doers(mention: Mention, account: Account) -> Iterator[tuple[str, Span, str]]:
    """The role, the words and the key of each participant that can be told from others."""
    for each in mention.participants:
        key = key_of_participant(each, account) if each.role in ROLES else None
        if key is not None:
            yield _role(mention, each.role), each.span, key


def key_of_participant(each: Participant, account: Account) -> str | None:
    """The organisation's key; a body named without its country has that of its longer name."""
    words = " ".join(each.span.quote(account.report.text).split()).lower().removeprefix("the ")
    country = country_of(words, account.report.text)
    if country is not None:
        return f"state:{country}"
    actor = next((one for one in account.actors if one.id == each.actor), None)
    if actor is not None and actor.kind not in TOLD:
        key = key_of(actor, account)
        if key is not None and key != "state:?":
            return key
    return None


@lru_cache(maxsize=10_000)
def country_of(words: str, text: str) -> str | None:
    """The one country whose demonym stands before these words in the text.

    None when none does, or several. One word alone ("forces") is anybody's.

    >>> country_of("peacekeeping force", "A Russian peacekeeping force came.")
    'RUS'
    """
    if len(words.split()) < 2:  # noqa: PLR2004 - a noun and what tells it from others
        return None
    own = by_demonym(words.split(maxsplit=1)[0].capitalize())
    if own is not None and FORCES.search(words):
        return own.iso3
    pattern = re.compile(rf"\b([A-Z]\w+)\s+{re.escape(words)}\b", re.I)
    found = {country.iso3 for match in pattern.finditer(text) if (country := by_demonym(match[1]))}
    return found.pop() if len(found) == 1 else None


def _role(mention: Mention, role: str) -> str:
    """Who brokers an agreement is its mediator, whatever part of the sentence names him."""
    mediating: list[str] = load_words("twosource.reconcile", "kinds")["mediating"]
    brokered = mention.lemma.lower() in mediating
    return "mediator" if role == "actor" and brokered else role
