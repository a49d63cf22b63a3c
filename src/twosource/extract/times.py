"""A reading in, its times out."""

from collections.abc import Iterator

from twosource.base.reading import Reading
from twosource.base.records import Time


def find_times(reading: Reading) -> Iterator[Time]:
    """The times of a reading, in the order of the text."""
    yield from ()
