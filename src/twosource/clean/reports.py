"""An item in, a report out."""

from twosource.base.ids import make_id
from twosource.base.records import Item, Published, Report, ReportId


def clean_item(item: Item, *, text_only: bool = False, published: str | None = None) -> Report:
    """The report in an item. Raises UnreadableError when there is none."""
    text = item.text if item.text is not None else item.data.decode("utf-8")
    given = item.published or published
    dated = Published(given, "given") if given else Published()
    identity = ReportId(make_id("rep", item.sha256, item.given_id))
    return Report(
        identity, item.sha256, item.origin, text, given_id=item.given_id, url=item.url,
        outlet=item.outlet, given_title=item.title, language="en", published=dated, given=item.given,
    )  # fmt: skip
