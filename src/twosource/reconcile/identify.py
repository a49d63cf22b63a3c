"""A speaker's name and key in, the key and the marks it is known by out."""

from twosource.reconcile.book import Book
from twosource.reconcile.identity import is_body, is_kind, is_monitor, is_owned, is_person
from twosource.reconcile.keys import SOME_STATE, plain, surname_of


def body_key(book: Book, key: str | None, words: str) -> str | None:
    """The key of the body; a word that a parse takes for a person may be the short name of one."""
    if key is None or not key.startswith("person:"):
        return book.bodies.key(key) if key is not None else None
    known = book.bodies.find(words) if len(plain(words).split()) == 1 else None
    person = surname_of(words) in book.names.surnames and not is_kind(words)
    return key if known is None or person else f"body:{known}"


def is_known(book: Book, name: str, words: str, key: str | None) -> bool:
    """Whether the speaker can be identified: a state, a body by its name, a person by two names."""
    if key is not None and not key.startswith(("person:", "body:")):
        return True
    if is_owned(words):
        return False
    told = [each for each in (name, words) if each]
    if key is not None and is_monitor(words):
        return True
    if key is not None and key.startswith("body:"):
        known = any(book.bodies.find(each) is not None for each in told)
        return known or any(is_body(each, book.names) for each in told)
    return surname_of(name) in book.people or any(is_person(each, book.names) for each in told)


def identify(book: Book, name: str, key: str | None, kind: str) -> tuple[str, tuple[str, ...]]:
    """The speaker's key and marks. A person is known by surname too, in whatever report."""
    if kind != "named":
        key = book.bodies.key(key or f"body:{plain(name)}")
        return key, (f"who:{key}",)
    person = f"person:{surname_of(name)}"
    told = book.people.get(surname_of(name))
    if told is not None and told.startswith("state:") and told != SOME_STATE:
        key = told
    key = book.bodies.key(key or told or person) if key != person else (told or person)
    return key, tuple(sorted({f"who:{key}", f"who:{person}"}))
