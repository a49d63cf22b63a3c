"""The vocabulary of place finding, as sets: `words/places.toml` loaded once."""

from functools import cache

from twosource.base.vocabulary import load_words

STATE = ("state_government", "state_military", "state_police", "person")  # kinds of actors


@cache
def place_words(table: str, name: str = "words") -> frozenset[str]:
    """One list of `words/places.toml` as a set."""
    return frozenset(load_words("twosource.extract", "places")[table][name])


@cache
def state_nouns() -> frozenset[str]:
    """The last words of what the actors' vocabulary calls a state's bodies, forces and offices."""
    heads = load_words("twosource.extract", "actors")["heads"]
    return frozenset(noun.rsplit(maxsplit=1)[-1] for kind in STATE for noun in heads[kind])
