"""An item in, a report out."""

import logging
from dataclasses import replace

from twosource.base.body import body_of
from twosource.base.errors import InputError, UnreadableError
from twosource.base.ids import make_id
from twosource.base.records import Item, Published, Report, ReportId
from twosource.clean.blocks import split_blocks
from twosource.clean.dates import parse_date
from twosource.clean.decode import decode_bytes
from twosource.clean.furniture import find_headline, mark_furniture
from twosource.clean.language import find_language
from twosource.clean.outlets import find_credit, find_credits, find_outlet
from twosource.clean.pages import Page, read_page
from twosource.clean.stamps import find_published
from twosource.clean.translation import find_translation

LIMIT = 1_000_000  # characters; a longer text is an archive, not a report
LOG = logging.getLogger(__name__)


def clean_item(item: Item, *, text_only: bool = False, published: str | None = None) -> Report:
    """The report in an item. `published` dates a report that carries no date.

    `text_only` takes the whole text as body: no furniture, no headline, no stated date.
    Raises UnreadableError when the item holds no report.
    """
    page = _open(item)
    text = page.text
    if not text.strip():
        raise UnreadableError("the text is empty")
    if len(text) > LIMIT:
        raise UnreadableError(f"the text has {len(text):,} characters; the limit is {LIMIT:,}")
    report = Report(
        ReportId(make_id("rep", item.sha256, item.given_id)), item.sha256, item.origin, text,
        given_id=item.given_id, url=item.url or page.url, outlet=item.outlet or page.outlet,
        given_title=item.title or page.title, given=item.given,
    )  # fmt: skip
    stated = Published()
    if not text_only:
        report, stated = _mark(report)
    report = replace(report, published=_choose_date(item, page, stated, published))
    language = find_language(body_of(report))
    return replace(report, language=language, translated=find_translation(text, language))


def _open(item: Item) -> Page:
    """The text of an item and, for a web page, what the page says of itself."""
    if item.text is not None:
        return Page(item.text)
    is_page = item.media_type == "text/html"
    decoded = decode_bytes(item.data, page=is_page)
    if decoded.guess is not None:
        LOG.warning("%s: its encoding is not stated; read as %s", item.origin, decoded.guess)
    return read_page(decoded.text) if is_page else Page(decoded.text)


def _mark(report: Report) -> tuple[Report, Published]:
    """The report with headline, furniture, outlet and credit; and the date that its text states."""
    layout = split_blocks(report.text)
    headline = find_headline(layout, report.given_title)
    furniture = mark_furniture(layout, headline)
    marked = replace(
        report,
        title=None if headline is None else headline.span,
        furniture=furniture,
        outlet=report.outlet or find_outlet(report.text, furniture),
        credit=find_credit(report.text, furniture),
        credits=find_credits(report.text, furniture),
    )
    if not any(letter.isalnum() for letter in body_of(marked)):
        raise UnreadableError("nothing but page furniture: no sentence is left")
    return marked, find_published(layout.blocks)


def _choose_date(item: Item, page: Page, stated: Published, flag: str | None) -> Published:
    """The first there is: given with it, the page's word, the feed's, the text's, the flag."""
    given = _date_given(item)
    by_hand = given is not None and given.basis == "given"
    paged = Published(page.published, "metadata", reason=page.evidence) if page.published else None
    ordered = (given, paged) if by_hand else (paged, given)
    found = next((each for each in (*ordered, stated) if each is not None and each.value), None)
    if found is not None:
        return found
    if flag is not None:
        value = parse_date(flag)
        if value is None:
            raise InputError(f"{flag!r} is no date", where="--published", remedy="Write 2023-09-21")
        return Published(value, "given", reason="given for all reports without a date")
    if item.published:
        return Published(reason=f"the date given, {item.published!r}, is no date")
    return Published(reason=stated.reason or "no date came with the report")


def _date_given(item: Item) -> Published | None:
    """The date that came beside the report: with it, or by the feed that told of it."""
    value = parse_date(item.published) if item.published else None
    if value is None:
        return None
    if item.feed is None:
        return Published(value, "given", reason="given with the report")
    return Published(value, "feed", reason=f"the feed {item.feed} says {item.published!r}")
