"""What lies at some paths in, what an archive does not have of it out, round after round."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from twosource.base.archive import Archive
from twosource.base.archive_origins import kept_origins
from twosource.base.records import Account, Item, Skip
from twosource.base.settings import Settings
from twosource.capture.addresses import Visited, capture_addresses
from twosource.capture.fetching import Fetcher
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import Update, update_stories

PIECE = 64  # items asked for at a time
Mark = tuple[int, int]  # a file's size and when it was changed, in nanoseconds


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did."""

    added: int
    skips: tuple[Skip, ...]
    update: Update


@dataclass(slots=True)
class Watch:
    """Which files were seen, and as what, and which addresses; what did not change is left."""

    seen: dict[str, Mark] = field(default_factory=dict)
    told: set[Skip] = field(default_factory=set)
    visited: Visited = field(default_factory=Visited)

    def changed(self, files: Iterable[str]) -> list[str]:
        """The files that are new or changed since the last round."""
        return [file for file in files if (mark := find_mark(file)) and self.seen.get(file) != mark]

    def note(self, files: Iterable[str], marks: Iterable[Mark | None]) -> None:
        """Remember the files as they were before they were read."""
        self.seen.update(
            (file, mark) for file, mark in zip(files, marks, strict=True) if mark is not None
        )

    def fresh(self, skips: Iterable[Skip]) -> tuple[Skip, ...]:
        """The skips that were not told before."""
        told = tuple(dict.fromkeys(each for each in skips if each not in self.told))
        self.told.update(told)
        return told


def find_mark(file: str) -> Mark | None:
    """A file's size and time; None when it is no file, or gone."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def list_files(paths: Iterable[str]) -> list[str]:
    """The files at the paths and below them, sorted; hidden ones are left out."""
    found: set[str] = set()
    for path in map(Path, paths):
        below = path.rglob("*") if path.is_dir() else [path]
        for file in below:
            inside = file.relative_to(path).parts if path.is_dir() else ()
            if not any(part.startswith(".") for part in inside) and file.is_file():
                found.add(str(file))
    return sorted(found)


def fetch_new(
    archive: Archive, addresses: Iterable[str], watch: Watch, fetcher: Fetcher
) -> Iterator[Item | Skip]:
    """What is new at the addresses: the pages that the archive does not keep yet."""
    watch.visited.find_kept = partial(kept_origins, archive)
    yield from capture_addresses(addresses, fetcher, watch.visited)


def add_new(
    archive: Archive, items: Iterable[Item | Skip], watch: Watch, way: Way, settings: Settings
) -> Round:
    """Add the items that the archive does not have, and bring its stories up to date."""
    added, skips = 0, []
    for each in add_pile(_unknown(archive, items), settings, way, archive):
        if isinstance(each, Account):
            added += 1
        else:
            skips.append(each)
    return Round(added, watch.fresh(skips), update_stories(archive, settings))


def _unknown(archive: Archive, items: Iterable[Item | Skip]) -> Iterator[Item | Skip]:
    """The items that were never kept, each once."""
    waiting: list[Item] = []
    for each in items:
        if isinstance(each, Skip):
            yield each
            continue
        waiting.append(each)
        if len(waiting) == PIECE:
            yield from _left(archive, waiting)
            waiting = []
    yield from _left(archive, waiting)


def _left(archive: Archive, items: list[Item]) -> Iterator[Item]:
    known = archive.known_items(each.sha256 for each in items)
    for each in items:
        if each.sha256 not in known:
            known.add(each.sha256)
            yield each
