"""Records in, the small values that every line and page is made of, out."""

from collections.abc import Mapping
from typing import Any

import msgspec

from twosource.base.records import Placing, ReportId, Span, When
from twosource.base.stories import Citation

Row = dict[str, Any]
Texts = Mapping[ReportId, str]


def at(span: Span | None) -> Row:
    """Where words stand; nulls when they stand nowhere."""
    if span is None:
        return {"start": None, "end": None}
    return {"start": span.start, "end": span.end}


def quoted(span: Span | None, text: str) -> Row:
    """Where words stand, and the words."""
    return at(span) | {"quote": None if span is None else span.quote(text)}


def cited(citation: Citation, texts: Texts) -> Row:
    """A citation with the words it points at."""
    return {
        "report": citation.report,
        "start": citation.start,
        "end": citation.end,
        "quote": quote_of(citation, texts),
    }


def quote_of(citation: Citation, texts: Texts) -> str:
    """The words that a citation points at."""
    return texts[citation.report][citation.start : citation.end]


def number(value: float | None) -> int | float | None:
    """The value as people write it: whole numbers without a point.

    >>> number(200.0), number(2.5), number(None)
    (200, 2.5, None)
    """
    if value is None or not float(value).is_integer():
        return value
    return int(value)


def when_row(when: When | None) -> Row | None:
    """A stretch of days."""
    if when is None:
        return None
    return {"start": when.start, "end": when.end, "precision": when.precision}


def placing_row(placing: Placing) -> Row:
    """A place on the map, or the reason why there is none."""
    return {
        "name": placing.name,
        "names": list(placing.names),
        "country": placing.country,
        "admin1": placing.admin1,
        "lat": placing.lat,
        "lon": placing.lon,
        "geonames_id": placing.geonames_id,
        "precision": placing.precision,
        "reason": placing.reason,
    }


def to_line(row: Row) -> bytes:
    """One JSON object on one line."""
    return msgspec.json.encode(row) + b"\n"


def to_page(row: Row) -> bytes:
    """One JSON object over several lines, for people and for `git diff`."""
    return msgspec.json.format(msgspec.json.encode(row), indent=2) + b"\n"
