"""Words of a name in, whether they name a single spot within a town ("the Orlan Bridge") out."""

from functools import cache

from twosource.base.vocabulary import load_words


def is_spot(words: str) -> bool:
    """Whether a name of several words ends as a building's, a street's or the like does.

    >>> is_spot("Orlan Bridge"), is_spot("Orlan"), is_spot("Bridge")
    (True, False, False)
    """
    return " " in words and last_word(words) in site_words("spots")


def is_way(words: str) -> bool:
    """Whether a name of several words is a street's or a road's."""
    return " " in words and last_word(words) in site_words("ways")


def is_house(words: str) -> bool:
    """Whether a name of several words may be that of a house, or of the body in it.

    >>> is_house("Orlan Hospital"), is_house("Orlan Bridge")
    (True, False)
    """
    return " " in words and last_word(words) in site_words("houses")


def is_site(words: str) -> bool:
    """Whether the name may be a single spot's."""
    return is_spot(words) or is_house(words)


def last_word(words: str) -> str:
    """The last word, in small letters, without a full stop."""
    return words.rsplit(maxsplit=1)[-1].lower().rstrip(".")


@cache
def site_words(table: str) -> frozenset[str]:
    """The words of one table."""
    return frozenset(load_words("twosource.base", "sites")[table]["words"])
