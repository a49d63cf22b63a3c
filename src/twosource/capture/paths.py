"""Paths in, items out: files, folders, JSON Lines, saved feeds, and addresses when they are given.

What cannot be used becomes a `Skip` with its reason, and the rest goes on. Only a path that does
not exist is the user's mistake.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from twosource.base.errors import InputError, UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item, Skip
from twosource.capture.lines import read_lines
from twosource.capture.sniff import FEED, JSON_LINES, sniff

STEP = "capture"


def capture_paths(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Item | Skip]:
    """The items found at the paths, in the order of paths and names; `-` reads `stdin`.

    Raises InputError, before the first item, when a path does not exist.
    """
    for path in paths:
        if path != "-" and not is_address(path) and not os.path.lexists(path):
            raise InputError("no such file or folder", where=path)
    for path in paths:
        if path == "-":
            yield from () if stdin is None else read_lines(stdin, "-")
        elif is_address(path):
            yield from _fetch(path)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def is_address(path: str) -> bool:
    """Whether a path of the command line is an address.

    >>> is_address("https://news.example/rss"), is_address("reports/https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def _fetch(address: str) -> Iterator[Item | Skip]:
    """What an address answers with, its feed's pages with it."""
    from twosource.capture.addresses import capture_addresses  # noqa: PLC0415 - seldom asked for
    from twosource.capture.fetching import Fetcher  # noqa: PLC0415 - goes with it

    with Fetcher() as fetcher:
        yield from capture_addresses([address], fetcher)


def _read_folder(folder: Path) -> Iterator[Item | Skip]:
    """Every file below the folder, sorted; hidden files and folders are left out."""
    found = False
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield from _read_file(Path(place, name))
    for trouble in troubles:
        yield Skip(STEP, str(trouble.filename), f"cannot be opened: {trouble.strerror}")
    if not found and not troubles:
        yield Skip(STEP, str(folder), "the folder holds no file to read")


def _read_file(path: Path) -> Iterator[Item | Skip]:
    """The item in a file, or the items in its lines."""
    origin = str(path)
    try:
        if path.exists() and not path.is_file():
            yield Skip(STEP, origin, "not a regular file")
            return
        data = path.read_bytes()
    except FileNotFoundError:
        yield Skip(STEP, origin, "the file is gone, or its link leads nowhere")
        return
    except OSError as trouble:
        yield Skip(STEP, origin, f"cannot be opened: {trouble.strerror}")
        return
    try:
        media_type = sniff(data, path.suffix)
    except UnreadableError as trouble:
        yield Skip(STEP, origin, str(trouble))
        return
    if media_type == JSON_LINES:
        yield from read_lines(data.splitlines(keepends=True), origin)
    elif media_type == FEED:
        yield from _read_feed(data, origin)
    else:
        yield Item(hash_bytes(data), origin, media_type, data)


def _read_feed(data: bytes, origin: str) -> Iterator[Item | Skip]:
    """The words of each entry of a saved feed; no page is fetched."""
    from twosource.capture.feeds import item_of, read_feed  # noqa: PLC0415 - most files are none

    try:
        entries = read_feed(data, origin)
    except UnreadableError as trouble:
        yield Skip(STEP, origin, str(trouble))
        return
    for entry in entries:
        item = item_of(entry)
        yield item or Skip(STEP, entry.link or origin, "the entry has no words but its title")
    if not entries:
        yield Skip(STEP, origin, "the feed has no entries")
