"""A reading in, its places out."""

from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Place


def find_places(reading: Reading) -> Iterator[Place]:
    """The places of a reading, in the order of the text."""
    yield from ()
