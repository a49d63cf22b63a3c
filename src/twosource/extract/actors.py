"""A reading in, its actors out."""

from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Actor


def find_actors(reading: Reading) -> Iterator[Actor]:
    """The actors of a reading, in the order of the text."""
    yield from ()
