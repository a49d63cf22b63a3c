"""Addresses in, items out: a page is one item, a feed is the pages that it tells of.

What was fetched before is not asked for again: a page never, a feed only by its marks (ETag,
Last-Modified). The bytes are kept as they came; their hash and the moment stand in the archive.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from twosource.base.errors import UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item, Skip
from twosource.capture.feeds import Entry, item_of, read_feed
from twosource.capture.fetching import Fetched, Fetcher, is_private
from twosource.capture.sniff import FEED, JSON_LINES, sniff

STEP = "capture"
MOST_ENTRIES = 100  # of one feed in one round, in the feed's order
SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt",
}  # fmt: skip


@dataclass(slots=True)
class Visited:
    """What was fetched before: feeds with their marks, and pages.

    `find_kept` tells which of some links somebody keeps already, from an earlier day or elsewhere.
    """

    marks: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)
    find_kept: Callable[[Iterable[str]], frozenset[str]] = lambda _: frozenset()


def capture_addresses(
    addresses: Iterable[str], fetcher: Fetcher, visited: Visited | None = None
) -> Iterator[Item | Skip]:
    """The items at the addresses, in their order; trouble with one of them is a skip."""
    visited = visited or Visited()
    for address in addresses:
        try:
            yield from _capture(address, fetcher, visited)
        except UnreadableError as trouble:
            yield Skip(STEP, address, str(trouble))


def _capture(address: str, fetcher: Fetcher, visited: Visited) -> Iterator[Item | Skip]:
    if address in visited.pages:
        return
    etag, modified = visited.marks.get(address, (None, None))
    found = fetcher.fetch(address, etag=etag, modified=modified)
    if found is None:
        return
    kind = _kind_of(found)
    if kind != FEED:
        visited.pages.add(address)
        yield _page(found, kind)
        return
    entries = read_feed(found.data, address)
    yield from _follow(entries[:MOST_ENTRIES], fetcher, visited)
    visited.marks[address] = (found.etag, found.modified)


def _follow(entries: Iterable[Entry], fetcher: Fetcher, visited: Visited) -> Iterator[Item | Skip]:
    """The page of each entry that was not fetched before."""
    entries = tuple(entries)
    visited.pages |= visited.find_kept(each.link for each in entries if each.link is not None)
    for entry in entries:
        link = entry.link
        if link is None:
            item = item_of(entry)
            yield item or Skip(STEP, entry.feed, "an entry has neither a link nor words")
        elif is_private(link) and not is_private(entry.feed):
            yield Skip(STEP, link, f"the feed {entry.feed} leads into a private network")
        elif link not in visited.pages:
            yield _fetch_page(entry, link, fetcher)
            visited.pages.add(link)


def _fetch_page(entry: Entry, link: str, fetcher: Fetcher) -> Item | Skip:
    """The page of an entry, dated by the feed where it does not date itself."""
    try:
        found = fetcher.fetch(link)
        if found is None:
            return Skip(STEP, link, "it answers that nothing changed, and was never read")
        page = _page(found, _kind_of(found))
    except UnreadableError as trouble:
        return Skip(STEP, link, str(trouble))
    return replace(
        page, origin=link, url=link,
        title=entry.title, published=entry.published, feed=entry.feed,
    )  # fmt: skip


def _kind_of(found: Fetched) -> str:
    """The kind of what came. Raises UnreadableError for what is no page, text or feed."""
    kind = sniff(found.data, SUFFIXES.get(found.media_type, ""))
    if kind == JSON_LINES:
        raise UnreadableError("JSON lines: save them to a file first")
    return kind


def _page(found: Fetched, kind: str) -> Item:
    return Item(hash_bytes(found.data), found.url, kind, found.data, url=found.url)
