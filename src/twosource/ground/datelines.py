"""A report's dateline and the days around which it appeared in, its full date out.

"MARROWBY, May 24 (Upland Wire) -" tells the day and not the year: the story's dated reports do.
"""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from twosource.base.records import Account, Published, Span

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
NAMES = "|".join(MONTHS)
DAY = re.compile(
    rf"\b(?:(?P<month>{NAMES})[a-z]*\.?\s+(?P<day>\d{{1,2}})"
    rf"|(?P<first>\d{{1,2}})\s+(?P<second>{NAMES})[a-z]*)\b(?!,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
REACH = 45  # days from the story's dated reports: farther, the year is not sure


def read_dateline(account: Account, published: Sequence[date]) -> Published | None:
    """The date of the report's dateline, its year that of the dated reports; None without one."""
    text = account.report.text
    for piece in account.report.furniture:
        found = DAY.search(text, piece.span.start, piece.span.end)
        if piece.kind != "dateline" or found is None:
            continue
        day = _nearest(found, published)
        if day is not None:
            reason = f"its dateline says {found.group()!r}; the year is that of the story's reports"
            return Published(day.isoformat(), "story", Span(*found.span()), reason)
    return None


def _nearest(found: re.Match[str], published: Sequence[date]) -> date | None:
    """The day in the year that brings it nearest to the dated reports; None when far from all."""
    month = MONTHS[(found["month"] or found["second"])[:3].lower()]
    number = int(found["day"] or found["first"])
    days = []
    for year in sorted({each.year + step for each in published for step in (-1, 0, 1)}):
        try:
            days.append(date(year, month, number))
        except ValueError:
            continue
    near = [(min(abs((day - each).days) for each in published), day) for day in days]
    best = min(near, default=None)
    return best[1] if best is not None and best[0] <= REACH else None
