"""Paths in, items out: files, folders and JSON Lines."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from twosource.base.records import Item, Skip


def capture_paths(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Item | Skip]:
    """The items found at the paths, in the order of paths and names; `-` reads `stdin`."""
    yield from ()
