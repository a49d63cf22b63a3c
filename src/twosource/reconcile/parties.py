"""An actor in, the key of the party it is out: one key for a state, its forces and its rulers."""

from twosource.base.countries import by_demonym
from twosource.base.records import Account, Actor
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.identity import is_crowd
from twosource.reconcile.keys import SOME_STATE, key_of, plain, surname_of
from twosource.reconcile.lands import find_land
from twosource.reconcile.who import country_of

BEFORE = 20  # characters before a party in which "unidentified" stands
REBELS = frozenset({"rebel_group", "militia"})  # an army of theirs is no state's
NOBODY = frozenset({"civilians", "media", "unidentified", "person"})


def find_party(actor: Actor, account: Account, book: Book) -> str | None:
    """The party's key, None for nobody in particular.

    A regime, a government or an army whose country is not told is that of the ruler whose name
    stands with it, else of the land where most of the story happens.
    """
    words = plain(actor.span.quote(account.report.text))
    ruling = bool(set(words.split()) & _ruling()) and not (actor.name and actor.kind in REBELS)
    key = key_of(actor, account)
    if ruling and (key is None or not key.startswith("state:") or key == SOME_STATE):
        country = _told_country(words, account.report.text)
        led = _state_of_ruler(words, book) if country is None else None
        country = country or find_land(tuple(book.accounts.values()))
        return led or (f"state:{country}" if country is not None else SOME_STATE)
    if key == SOME_STATE:  # a brigade that a parse takes for a state's, without a state
        known = book.bodies.find(words)
        return f"body:{known}" if known is not None else key
    if is_nobody(actor, account) or (actor.kind in NOBODY and actor.organisation is None):
        return None
    if key is None and actor.span.quote(account.report.text)[:1].isupper() and " " in words:
        return book.bodies.key(f"body:{words}")  # "the Red Sash militia"
    if key is None:
        return f"group:{words}" if words and not is_crowd(words) else None
    return book.bodies.key(key)


def is_nobody(actor: Actor, account: Account) -> bool:
    """Whether it is somebody unknown: "unidentified militants"."""
    start = max(0, actor.span.start - BEFORE)
    told = account.report.text[start : actor.span.end].lower().split()
    unknown: list[str] = load_words("twosource.reconcile", "responsible")["unknown"]
    own = len(actor.span.quote(account.report.text).split())
    return actor.name is None and bool(set(told[-own - 1 :]) & set(unknown))


def _state_of_ruler(words: str, book: Book) -> str | None:
    """The state of whose head the words speak: "the Tolan regime", where Tolan rules a state."""
    known = (book.people.get(surname_of(word)) for word in words.split())
    return next((key for key in known if key and key.startswith("state:")), None)


def _told_country(words: str, text: str) -> str | None:
    own = [by_demonym(word.capitalize()) for word in words.split()]
    named = [country.iso3 for country in own if country is not None]
    return named[0] if named else country_of(words, text)


def _ruling() -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "responsible")["ruling"])
