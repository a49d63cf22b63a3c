"""A story's timeline in, its rows out: each with its precision drawn, and how it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.base.records import When
from twosource.base.stories import Entry, EventId, Finding, Story
from twosource.render.moments import choose_entries
from twosource.render.notes import Notebook
from twosource.render.parts import Dots
from twosource.render.phrases import when_words
from twosource.render.quoting import is_quote
from twosource.render.statements import make_dots
from twosource.serve.web.story_details import ORDER

PRECISION = {
    "minute": "to the minute", "part": "part of a day", "day": "to the day",
    "week": "within a week", "month": "within a month", "season": "within a season",
    "year": "within a year", "decade": "within a decade",
}  # fmt: skip
LEAST = 1.5  # percent of the strip: a day can still be seen


@dataclass(frozen=True, slots=True)
class Moment:
    """One row: when, in which precision, what, and how it stands. `dots` None: no finding."""

    when: str
    start: str
    left: float
    width: float  # 0: a day or less, drawn as a dot
    precision: str
    text: str
    notes: tuple[int, ...]
    event: EventId | None
    dots: Dots | None
    weighty: bool
    verbatim: bool  # the text is a report's own words


@dataclass(frozen=True, slots=True)
class Times:
    """The rows of the story's own days, those before it, and the ends of the strip."""

    now: tuple[Moment, ...]
    past: tuple[Moment, ...]
    first: str | None
    last: str | None


def make_times(
    entries: Sequence[Entry], story: Story, findings: Iterable[Finding], book: Notebook
) -> Times:
    """The timeline of one story, in order of time."""
    past, now = choose_entries(entries, story)
    standing = _standing(findings)
    ends = [day for each in now for day in (each.when.start, each.when.end)]
    strip = When(min(ends, default=""), max(ends, default=""))
    heavy = sorted((each.weight for each in now), reverse=True)[:5]
    least = min(heavy, default=0.0)
    return Times(
        tuple(_moment(each, strip, standing, book, least) for each in now),
        tuple(_moment(each, each.when, standing, book, least) for each in past),
        strip.start or None,
        strip.end or None,
    )


def _moment(
    entry: Entry, strip: When, standing: Mapping[EventId, Finding], book: Notebook, least: float
) -> Moment:
    found = [standing[each] for each in entry.events if each in standing]
    best = min(found, key=lambda each: (ORDER.index(each.status), each.id), default=None)
    left, width = place_on(entry.when, strip)
    return Moment(
        when_words(entry.when),
        entry.when.start,
        left,
        width,
        PRECISION[entry.when.precision],
        entry.text,
        book.cite(entry.supports, entry.text),
        entry.events[0] if entry.events else None,
        None if best is None else make_dots(best, book),
        entry.weight >= least,
        is_quote(entry.text, entry.supports, book),
    )


def place_on(when: When, strip: When) -> tuple[float, float]:
    """Where a stretch of days stands on a strip, in percent; no width for a day.

    >>> place_on(When("2031-05-12", "2031-05-12"), When("2031-05-11", "2031-05-13"))
    (50.0, 0.0)
    """
    try:
        days = [date.fromisoformat(each[:10]) for each in (when.start, when.end)]
        ends = [date.fromisoformat(each[:10]) for each in (strip.start, strip.end)]
    except ValueError:
        return 50.0, 0.0
    whole = (ends[1] - ends[0]).days
    if whole <= 0:
        return 50.0, 0.0
    left = 100 * (days[0] - ends[0]).days / whole
    width = 100 * (days[1] - days[0]).days / whole
    return round(left, 2), round(max(width, LEAST), 2) if width else 0.0


def _standing(findings: Iterable[Finding]) -> dict[EventId, Finding]:
    """How each happening stands: its own finding, else the best founded one."""
    found: dict[EventId, Finding] = {}
    ordered = sorted(
        (each for each in findings if each.lifecycle == "live"),
        key=lambda each: (each.slot != "happened", ORDER.index(each.status), each.id),
    )
    for each in ordered:
        found.setdefault(each.event, each)
    return found
