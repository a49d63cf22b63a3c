"""The vocabulary of place finding, as sets: `words/places.toml` loaded once."""

from functools import cache

from twosource.base.vocabulary import load_words


@cache
def place_words(table: str, name: str = "words") -> frozenset[str]:
    """One list of `words/places.toml` as a set."""
    return frozenset(load_words("twosource.extract", "places")[table][name])
