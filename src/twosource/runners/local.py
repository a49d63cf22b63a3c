"""Items in, accounts and skips out, in order: the pipeline's steps on one machine."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from twosource.base.errors import UnreadableError
from twosource.base.hands import NO_HAND, Hand
from twosource.base.records import Account, Item, Report, Skip
from twosource.base.settings import Settings
from twosource.base.stories import Dossier
from twosource.clean.language import why_unread
from twosource.clean.reports import clean_item
from twosource.pipeline import assemble
from twosource.runners.copies import Memory, adopt, analysis_key
from twosource.runners.pool import read_chunks

CHUNK = 64  # reports parsed together; workers take smaller pieces, so that none waits


@dataclass(frozen=True, slots=True)
class Way:
    """How to take the files: `text_only` marks no furniture; `published` dates the undated."""

    text_only: bool = False
    published: str | None = None


class Shelf(Protocol):
    """Where accounts of texts that were read before are kept, by their analysis key."""

    def find(self, key: str) -> Account | None:
        """The account kept under this key; None when the text was never read so."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a chunk prints, in order, and the keys of the reports it must read first."""

    lines: tuple["Line | Skip", ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One report on its way: its account is known, or will be found under `key`."""

    report: Report
    key: str | None = None  # None: this report is not read
    skip: Skip | None = None  # said of it, whether it is read in part or not at all


def read_pile(
    items: Iterable[Item | Skip],
    settings: Settings,
    way: Way | None = None,
    shelf: Shelf | None = None,
) -> Iterator[Account | Skip]:
    """An account for each item that can be read and a skip for each that cannot, in order."""
    return read_lines(_take_lines(items, settings, way or Way()), settings, shelf)


def read_lines(
    lines: Iterator["Line | Skip"], settings: Settings, shelf: Shelf | None = None
) -> Iterator[Account | Skip]:
    """An account for each line, in order, and its skips as they come.

    A text that stands in several reports is read once. A report in a language that is not read
    gives an empty account and a skip.
    """
    memory = Memory()
    waiting: deque[Chunk] = deque()
    size = CHUNK if settings.workers == 1 else max(1, CHUNK // 4)
    pieces = iter(lambda: tuple(islice(lines, size)), ())
    chunks = _cut_chunks(pieces, waiting, memory, shelf)
    for number, accounts in enumerate(read_chunks(chunks, settings)):
        chunk = waiting.popleft()
        fresh = dict(zip(chunk.keys, accounts, strict=True))
        for key, account in fresh.items():
            memory.keep(key, account)
        for line in chunk.lines:
            yield from _finish(line, fresh, memory)
        memory.forget(number)


def assemble_pile(
    read: Iterable[Account | Skip], settings: Settings, hand: Hand = NO_HAND
) -> Dossier:
    """The dossier of a pile. An item that came twice, byte for byte, counts once."""
    accounts: dict[str, Account] = {}
    skips: list[Skip] = []
    for each in read:
        if isinstance(each, Skip):
            skips.append(each)
        elif _comes_first(each, accounts.get(each.report.id)):
            accounts[each.report.id] = each
    ordered = sorted(skips, key=lambda skip: (skip.origin, skip.step, skip.reason))
    return replace(assemble(list(accounts.values()), settings, hand), skips=tuple(ordered))


def _comes_first(account: Account, other: Account | None) -> bool:
    """Of two reports with one id, the one whose path sorts first is kept."""
    return other is None or account.report.path < other.report.path


def _take_lines(
    items: Iterable[Item | Skip], settings: Settings, way: Way
) -> Iterator[Line | Skip]:
    for item in items:
        if isinstance(item, Skip):
            yield item
            continue
        try:
            report = clean_item(item, text_only=way.text_only, published=way.published)
        except UnreadableError as trouble:
            yield Skip("clean", item.origin, str(trouble))
            continue
        yield judge(report, settings)


def judge(report: Report, settings: Settings) -> Line | Skip:
    """What to do with a report: read it, keep it unread, or leave it out."""
    size = len(report.text)
    if size > settings.max_characters:
        longest = f"{size} characters; at most {settings.max_characters} are read"
        return Skip("read", report.path, longest)
    reason = why_unread(report, settings)
    skip = None if reason is None else Skip("read", report.path, reason)
    if skip is not None and not settings.reads_figures_alone(report.language):
        return Line(report, skip=skip)
    return Line(report, analysis_key(report), skip)


def _cut_chunks(
    pieces: Iterator[tuple[Line | Skip, ...]],
    waiting: deque[Chunk],
    memory: Memory,
    shelf: Shelf | None,
) -> Iterator[list[Report]]:
    """The reports of each chunk that must be read; `waiting` gets all that the chunk prints."""
    for number, chunk in enumerate(pieces):
        fresh: dict[str, Report] = {}
        for line in chunk:
            if isinstance(line, Skip) or line.key is None or not memory.is_new(line.key, number):
                continue
            kept = shelf.find(line.key) if shelf is not None else None
            if kept is None:
                fresh[line.key] = line.report
            else:
                memory.keep(line.key, kept)
        waiting.append(Chunk(chunk, tuple(fresh)))
        yield list(fresh.values())


def _finish(
    line: Line | Skip, fresh: Mapping[str, Account], memory: Memory
) -> Iterator[Account | Skip]:
    if isinstance(line, Skip):
        yield line
        return
    if line.key is None:
        yield Account(line.report)
    else:
        yield adopt(fresh.get(line.key) or memory.recall(line.key), line.report)
    if line.skip is not None:
        yield line.skip
