"""A feed's bytes in (RSS, RDF or Atom), its entries out; and each entry as an item of its own."""

from dataclasses import dataclass
from types import ModuleType

from twosource.base.errors import MissingExtraError, UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; None: the feed does not say. `markup` may be a summary only."""

    feed: str  # the address or file of the feed
    outlet: str | None
    link: str | None
    title: str | None
    published: str | None
    markup: str


def read_feed(data: bytes, origin: str) -> tuple[Entry, ...]:
    """The entries, in the feed's order. Raises UnreadableError when there is no feed in it."""
    told = _library().parse(data)
    if not told.version or (told.bozo and not told.entries):
        raise UnreadableError("not a feed (RSS or Atom)")
    outlet = told.feed.get("title") or None
    return tuple(
        Entry(
            origin,
            outlet,
            each.get("link") or None,
            each.get("title") or None,
            each.get("published") or each.get("updated") or None,
            _markup(each),
        )
        for each in told.entries
    )


def item_of(entry: Entry) -> Item | None:
    """The entry's own words as an item; None when it has none but its title."""
    text = plain_text(entry.markup)
    if not text:
        return None
    data = entry.markup.encode()
    return Item(
        hash_bytes(data), entry.link or entry.feed, HTML, data, text=text, title=entry.title,
        url=entry.link, outlet=entry.outlet, published=entry.published, feed=entry.feed,
    )  # fmt: skip


def plain_text(markup: str) -> str:
    """The words of a piece of markup, its blocks parted by blank lines.

    >>> plain_text("<p>One <b>van</b>.</p><p>Two<br>lines.</p>").splitlines()[::2]
    ['One van.', 'Two', 'lines.']
    """
    from lxml import html  # noqa: PLC0415 - only feeds need it

    if not markup.strip():
        return ""
    tree = html.fragment_fromstring(markup, create_parent="div")
    for block in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n\n".join(line for line in lines if line)


def _markup(entry: dict[str, object]) -> str:
    """The longest of what the entry holds: its content, else its summary."""
    contents = entry.get("content")
    told = [str(each.get("value") or "") for each in contents] if isinstance(contents, list) else []
    return max([*told, str(entry.get("summary") or "")], key=len)


def _library() -> ModuleType:
    try:
        import feedparser  # noqa: PLC0415 - an extra, for those who read feeds
    except ImportError:
        raise MissingExtraError("web", "reading a feed") from None
    found: ModuleType = feedparser
    return found
