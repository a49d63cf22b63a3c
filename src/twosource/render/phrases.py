"""Dates, ranges and counts in, the words of a brief out."""

from calendar import day_abbr, month_name
from datetime import date
from functools import lru_cache

from twosource.base.records import Published, When
from twosource.base.stories import Finding
from twosource.render.parts import Dots
from twosource.render.values import number

STATUS = {
    "corroborated": "corroborated",
    "multiple_reports": "several reports, independence not shown",
    "single_source": "one origin",
    "contested": "contested",
    "unsupported": "unsupported",
}
RULES = {  # how a best count was chosen, in plain words
    "lowest live value": "the lowest count not withdrawn",
    "no live value": "every count was withdrawn",
}
BASIS = {
    "explicit": "as the report says",
    "metadata": "from the page's metadata",
    "feed": "from the feed",
    "given": "given with the report",
    "story": "from the other reports of the story",
    "none": "no date found",
}
MOST_DOTS = 6
POINTS = frozenset({  # states that come about on a day and are then done
    "agreed", "concluded", "delivered", "dispersed", "ended", "exchanged", "ratified", "released",
    "retaken", "took place",
})  # fmt: skip


@lru_cache(maxsize=4096)
def day_words(iso: str | None) -> str:
    """A day as people write it; other values as they are.

    >>> day_words("2031-05-12"), day_words("2031-05-12T18:00"), day_words("2031-05")
    ('Mon 12 May 2031', 'Mon 12 May 2031, 18:00', 'May 2031')
    """
    if not iso:
        return ""
    head, _, clock = iso.partition("T")
    try:
        if len(head) == len("2031-05"):
            return f"{month_name[int(head[5:])]} {head[:4]}"
        day = date.fromisoformat(head)
    except (ValueError, IndexError):
        return iso
    words = f"{day_abbr[day.weekday()]} {day.day} {month_name[day.month]} {day.year}"
    return f"{words}, {clock}" if ":" in clock else words


def span_words(start: str | None, end: str | None) -> str:
    """A stretch of days, said once where both ends share it.

    >>> span_words("2031-05-12", "2031-05-14"), span_words("2031-05-30", "2031-06-02")
    ('12–14 May 2031', '30 May – 2 June 2031')
    """
    if not start or not end or start[:10] == end[:10]:
        return day_words(start or end)
    try:
        first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    except ValueError:
        return f"{start} – {end}"
    tail = f"{last.day} {month_name[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tail}"
    head = f"{first.day} {month_name[first.month]}"
    return f"{head} – {tail}" if first.year == last.year else f"{head} {first.year} – {tail}"


def when_words(when: When) -> str:
    """A moment of the timeline, no sharper than the words it was read from."""
    if when.precision in {"year", "decade"}:
        ends = (when.start[:4], when.end[:4])
        return ends[0] if ends[0] == ends[1] else "–".join(ends)
    if when.precision == "month" and when.start[:7] == when.end[:7]:
        return day_words(when.start[:7])
    return span_words(when.start, when.end)


def since_words(state: str, since: str | None, *, coming: bool = False) -> str:
    """How far a theme has got, with its day in words; `coming`: a day that is still to come.

    >>> since_words("in force", "Mon 12 May 2031"), since_words("released", "Mon 12 May 2031")
    ('in force since Mon 12 May 2031', 'released on Mon 12 May 2031')
    """
    link = "on" if state in POINTS else "since"
    return f"{state} {'for' if coming else link} {since}" if since else state


def time_words(value: str) -> str | None:
    """A TIMEX3 value as people write it; None for what is no day, such as a duration.

    >>> time_words("2031-05-13T22:00"), time_words("2031-05-20TEV"), time_words("P1W")
    ('Tue 13 May 2031, 22:00', 'Tue 20 May 2031', None)
    """
    head, _, clock = value.partition("T")
    try:
        date.fromisoformat(head)
    except ValueError:
        return None
    return day_words(f"{head}T{clock}" if ":" in clock else head)


def dated_words(published: Published) -> str:
    """When a report appeared."""
    return day_words(published.value) if published.value else "undated"


def how_dated(published: Published) -> str:
    """How the date of a report is known; the reason where it was found by comparing reports."""
    words = BASIS[published.basis]
    said = published.reason and published.basis == "story"
    return f"{words}: {published.reason}" if said else words


def rule_words(rule: str) -> str:
    """How a best count was chosen, in plain words.

    >>> rule_words("lowest live value"), rule_words("no number is given")
    ('the lowest count not withdrawn', 'no number is given')
    """
    return RULES.get(rule, rule)


def range_words(low: float | None, high: float | None) -> str:
    """An interval as people write it: an open end is said, never left blank.

    >>> range_words(7, None), range_words(12, 15), range_words(9, 9), range_words(None, 5)
    ('7 or more', '12–15', '9', 'up to 5')
    """
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{group(low)} or more"
    if low is None:
        return f"up to {group(high)}"
    return group(low) if low == high else f"{group(low)}–{group(high)}"


def group(value: float | None) -> str:
    """A number with its thousands apart.

    >>> group(2000.0), group(7)
    ('2,000', '7')
    """
    return "" if value is None else f"{number(value):,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def dots_of(finding: Finding, outlets: int) -> Dots:
    """The origin glyph of a finding that this many outlets carry."""
    least = 1 if finding.supports or finding.origins else 0
    filled = max(least, finding.independent_min)
    says = plural(filled, "independent origin" if filled > 1 else "origin")
    says = f"{says}, {plural(outlets, 'outlet')}"
    return Dots(
        min(filled, MOST_DOTS),
        max(0, min(outlets, MOST_DOTS) - filled),
        finding.status,
        f"{STATUS[finding.status]}: {says}",
    )
