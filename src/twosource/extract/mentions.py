"""A reading in, its mentions out."""

from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Mention


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """The mentions of a reading, in the order of the text."""
    yield from ()
