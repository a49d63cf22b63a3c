"""Words for one who watches ("a monitor") or for a state's medium in, the body they mean out."""

import re

from twosource.base.countries import by_demonym
from twosource.base.records import Account
from twosource.base.vocabulary import load_words
from twosource.reconcile.bodies import Bodies
from twosource.reconcile.identity import is_monitor
from twosource.reconcile.keys import plain

STATE_MEDIUM = re.compile(
    r"\b([A-Z]\w+) (?:official )?state[- ](?:run |owned )?"
    r"(?:TV|tv|television|media|radio|news agency)\b"
)


def find_watcher(words: str, account: Account, bodies: Bodies) -> str | None:
    """The full name of the one watching body that the report names, else that the story does.

    None for none or several.
    """
    if not is_monitor(words):
        return None
    named = {
        bodies.find(actor.organisation or actor.name or "")
        for actor in account.actors
        if _watches(actor.organisation or actor.name or "")
    } - {None}
    named = named or {bodies.find(name) for name in bodies.names if _watches(name)} - {None}
    return named.pop() if len(named) == 1 else None


def is_another(words: str, name: str) -> bool:
    """Whether the words tell of a body that watches and the name they were resolved to does not.

    >>> is_another("The observatory group", "Selm Front"), is_another("The group", "Selm Front")
    (True, False)
    """
    return _watches(words) and not _watches(name)


def state_of_medium(words: str) -> str | None:
    """The key of the state whose own medium this is: it speaks for the state. None for any other.

    >>> state_of_medium("Norwegian state TV"), state_of_medium("Norwegian television")
    ('state:NOR', None)
    """
    told = STATE_MEDIUM.search(words)
    country = by_demonym(told[1]) if told is not None else None
    return f"state:{country.iso3}" if country is not None else None


def _watches(name: str) -> bool:
    watching: list[str] = load_words("twosource.reconcile", "speakers")["watching"]
    return any(word in watching for word in plain(name).split())
