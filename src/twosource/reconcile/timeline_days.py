"""The accounts of a pile in, out: which sentences tell of which day, and how much a day matters.

What later reports look back on matters most. A day's weight grows with the reports that name it,
the more so when they appeared after the next day, and a little with those of the next day itself.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.base.body import body_spans
from twosource.base.moments import to_when
from twosource.base.records import Account, ReportId, Span

SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?![\s\"”’)]|$)[^\n.!?]*)*[.!?]*[\"”’)]*")
LEAD = 5  # sentences of a report that tell of the day it appeared, unless they name another
NEXT = 0.3  # what a report of the next day counts beside one that names the day
OUTSIDE = 0.5  # what a day counts that lies before the first report or after the last


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of a day; `named`: it names the day, else its report appeared then.

    `published` is the day of the report, None when it has none; `late`: it appeared later than the
    day after the one it names.
    """

    report: ReportId
    span: Span
    text: str  # single blanks
    named: bool
    published: str | None
    late: bool = False


def find_told(accounts: Sequence[Account]) -> dict[str, list[Told]]:
    """The sentences that tell of each day (ISO), in the order of the accounts."""
    found: dict[str, list[Told]] = defaultdict(list)
    for account in accounts:
        for day, told in _of_report(account):
            found[day].append(told)
    return found


def weigh_days(told: Mapping[str, Sequence[Told]], accounts: Sequence[Account]) -> dict[str, float]:
    """How much each day matters: the weightiest has 1."""
    appeared = Counter(day for each in accounts if (day := _published(each)) is not None)
    first, last = min(appeared, default=""), max(appeared, default="")
    raw = {}
    for day, rows in told.items():
        within = _shift(first, -1) <= day <= last if appeared else True
        named = _weigh_named(rows) + NEXT * appeared[_shift(day, 1)]
        raw[day] = named * (1.0 if within else OUTSIDE)
    most = max(raw.values(), default=0.0) or 1.0
    return {day: value / most for day, value in raw.items()}


def _weigh_named(rows: Sequence[Told]) -> float:
    """Reports of one day that name it count as the root of their number: one wave, not many.

    Those of later days count once more, each: they look back.
    """
    waves: dict[str, set[ReportId]] = defaultdict(set)
    for row in rows:
        if row.named:
            waves[row.published or ""].add(row.report)
    late = len({row.report for row in rows if row.late})
    return late + math.fsum(math.sqrt(len(reports)) for reports in waves.values())


def _of_report(account: Account) -> Iterator[tuple[str, Told]]:
    """Each sentence with each day it names, or the day of the report near its head."""
    days = _named_days(account)
    published = _published(account)
    for place, span in enumerate(_sentences(account)):
        named = {day for start, day in days if span.start <= start < span.end}
        head = {published} if published and place < LEAD else set()
        if named or head:
            text = " ".join(span.quote(account.report.text).split())
            for day in sorted(named or head):
                late = bool(named) and published is not None and published > _shift(day, 1)
                yield day, Told(account.report.id, span, text, bool(named), published, late)


def _named_days(account: Account) -> list[tuple[int, str]]:
    whens = [(time.span.start, to_when(time.value)) for time in account.times]
    return [(at, when.start) for at, when in whens if when and when.start == when.end]


def _sentences(account: Account) -> Iterator[Span]:
    for body in body_spans(account.report):
        yield from find_sentences(account.report.text, body)


def find_sentences(text: str, body: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, without the blanks around them."""
    for match in SENTENCE.finditer(text, body.start, body.end):
        if words := match[0].strip():
            start = match.start() + match[0].index(words)
            yield Span(start, start + len(words))


def _published(account: Account) -> str | None:
    when = to_when(account.report.published.value)
    return when.start if when and when.start == when.end else None


def _shift(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:  # beside the first or the last day of the calendar
        return day
