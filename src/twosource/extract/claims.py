"""A reading in, its claims out."""

from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Claim


def find_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of a reading, in the order of the text."""
    yield from ()
