"""Small things for tests: any test needs three lines of set-up."""

from functools import cache

from twosource.base.ids import hash_bytes, make_id
from twosource.base.reading import Reading
from twosource.base.records import Account, Item, Published, Report, ReportId
from twosource.base.settings import Settings
from twosource.extract.parse import parse_reports
from twosource.pipeline import read_reports


def item(text: str, **fields) -> Item:
    """A plain-text item."""
    data = text.encode()
    return Item(hash_bytes(data), fields.pop("origin", "a.txt"), "text/plain", data, **fields)


def report(text: str, *, published: str | None = None, **fields) -> Report:
    """A report whose whole text is body, dated when `published` is given."""
    sha = hash_bytes(text.encode())
    dated = Published(published, "given") if published else Published()
    name = ReportId(make_id("rep", sha, fields.get("given_id")))
    fields = {"path": "a.txt", "language": "en", "published": dated, **fields}
    return Report(id=name, sha256=sha, text=text, **fields)


@cache
def reading(text: str, published: str | None = None) -> Reading:
    """A parsed report, nothing read from it yet."""
    return next(parse_reports([report(text, published=published)], Settings()))


@cache
def account(text: str, published: str | None = None) -> Account:
    """All that the pipeline reads from a text."""
    return next(read_reports([report(text, published=published)], Settings()))
