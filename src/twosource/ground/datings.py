"""The accounts of a story in; the same, with undated reports dated from the others, out.

A dateline's day ("May 24") takes its year from them. Any other report without a date is read on
each day around the dated reports' publication days. The day on which its own days ("on Wednesday",
"yesterday") agree best with the days that the dated reports name is taken, with the reason. Where
nothing tells, no day is given.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.base.anchoring import anchor_forms, tell
from twosource.base.forms import is_open
from twosource.base.moments import to_when
from twosource.base.records import Account, Published, Time
from twosource.ground.datelines import read_dateline
from twosource.ground.whens import set_whens

BEFORE, AFTER = 3, 3  # days around the dated reports within which a report of the story lies
NARROW = 3  # days that the dated reports may span, for a report that names no day itself
CONTEXT = 60  # characters on each side of a time, whose words tell what happened then
CLEAR = 2  # words shared beyond the next best day
LETTERS = 4  # shorter words tell little of what happened


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the dated reports say: days with the words around them, and publication days."""

    words: dict[str, Counter[str]]
    published: tuple[date, ...]


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A day on which an undated report may have appeared; the greatest is the best supported."""

    support: float
    nearness: int  # minus the days from the nearest dated report
    earliness: int  # minus the day's ordinal: of two alike, the earlier
    day: date
    shared: tuple[str, ...]


def date_reports(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts of one story, undated reports dated from the others where that is sure."""
    dated = [account for account in accounts if _published(account) is not None]
    if not dated or len(dated) == len(accounts):
        return tuple(accounts)
    evidence = _gather(dated)
    return tuple(
        account if _published(account) else _date(account, evidence) for account in accounts
    )


def redate(account: Account, published: Published) -> Account:
    """The account as it reads when it appeared on that day."""
    text = account.report.text
    told = [tell(time.form, text, time.span.start) for time in account.times]
    anchored = anchor_forms(told, published.value)
    times = tuple(
        replace(time, value=found.value, anchor=found.anchor)
        for time, found in zip(account.times, anchored, strict=True)
    )
    report = replace(account.report, published=published)
    return set_whens(replace(account, report=report, times=times))


def _published(account: Account) -> date | None:
    when = to_when(account.report.published.value)
    if when is None or when.precision not in {"day", "part", "minute"}:
        return None
    return date.fromisoformat(when.start)


def _gather(dated: Sequence[Account]) -> Evidence:
    words: dict[str, Counter[str]] = {}
    for account in dated:
        for told, near in _days_told(account, account.times):
            words.setdefault(told, Counter()).update(near)
    days = {_published(account) for account in dated} - {None}
    return Evidence(words, tuple(sorted(day for day in days if day is not None)))


def _days_told(account: Account, times: Sequence[Time]) -> list[tuple[str, set[str]]]:
    """The days that a report names, each with the words of its surroundings."""
    found = []
    for time in times:
        when = to_when(time.value)
        if when is not None and when.precision in {"day", "part", "minute"}:
            found.append((when.start, _words_near(account, time)))
    return found


def _words_near(account: Account, time: Time) -> set[str]:
    text, span = account.report.text, time.span
    around = (
        text[max(0, span.start - CONTEXT) : span.start] + " " + text[span.end : span.end + CONTEXT]
    )
    words = (word.strip(".,;:!?\"'()“”’").lower() for word in around.split())
    return {word[:6] for word in words if len(word) >= LETTERS}


def _date(account: Account, evidence: Evidence) -> Account:
    """The account dated from the story; as it was when nothing tells the day."""
    stated = read_dateline(account, evidence.published)
    if stated is not None:
        return redate(account, stated)
    tells = [time for time in account.times if _tells_day(time)]
    best = _best(_candidates(account, evidence), tells) if tells else None
    if best is None:
        several = len(evidence.published) > 1 and any(time.form.startswith("day") for time in tells)
        return account if several else _date_by_story(account, evidence)
    read = redate(account, Published(best.day.isoformat(), "story"))
    published = replace(read.report.published, reason=_reason(best, read, tells))
    return replace(read, report=replace(read.report, published=published))


def _best(candidates: Sequence[Candidate], tells: Sequence[Time]) -> Candidate | None:
    """The best supported day; None when there is none, or when it stands out too little.

    A weekday is the same day for whole weeks of candidates; "yesterday" is another day for each,
    so that alone it must share more words with one day than with the next best.
    """
    ranked = sorted(candidates, reverse=True)
    if ranked[0].support <= 0:
        return None
    if any(time.form.startswith("XXXX") for time in tells):
        return ranked[0]
    return ranked[0] if ranked[0].support - ranked[1].support >= CLEAR else None


def _tells_day(time: Time) -> bool:
    """Whether the words hold a day fast relative to the publication day."""
    form = time.form
    return is_open(form) and (form.startswith(("XXXX-WXX-", "day", "XXXX-XX-")))


def _candidates(account: Account, evidence: Evidence) -> list[Candidate]:
    first, last = evidence.published[0], evidence.published[-1]
    days = [first + timedelta(offset) for offset in range(-BEFORE, (last - first).days + AFTER + 1)]
    return [_weigh(account, day, evidence) for day in days]


def _weigh(account: Account, day: date, evidence: Evidence) -> Candidate:
    """How well the report's own days, read on this day, agree with those the story names."""
    read = redate(account, Published(day.isoformat(), "story"))
    support, shared = 0.0, set()
    for told, near in _days_told(read, [time for time in read.times if _tells_day(time)]):
        known = evidence.words.get(told)
        if known is None:
            continue
        common = near & set(known)
        support += 1 + len(common)
        shared.add(told)
    nearness = -min(abs((day - each).days) for each in evidence.published)
    support += 0.5 * _ends_on(read, day)
    return Candidate(
        support if shared else 0.0, nearness, -day.toordinal(), day, tuple(sorted(shared))
    )


def _ends_on(account: Account, day: date) -> bool:
    """Whether the report's latest past day is the day itself: news is told on the day."""
    past = [
        told for time in account.times if _tells_day(time) and "<" in time.form
        for told, _ in _days_told(account, [time])
    ]  # fmt: skip
    return bool(past) and max(past) == day.isoformat()


def _reason(best: Candidate, read: Account, tells: Sequence[Time]) -> str:
    quotes = sorted({f'"{time.span.quote(read.report.text)}"' for time in tells})[:4]
    said = f"on this day {', '.join(quotes)} fall on days that the story's dated reports name"
    own = "; its latest news is of this very day" if _ends_on(read, best.day) else ""
    return f"{said} ({', '.join(best.shared)}){own}"


def _date_by_story(account: Account, evidence: Evidence) -> Account:
    """A report that names no day is dated only from a story told within a few days."""
    first, last = evidence.published[0], evidence.published[-1]
    if (last - first).days >= NARROW:
        return account
    if first == last:
        reason = f"its words fix no day; the story's dated reports all appeared on {first}"
        return redate(account, Published(first.isoformat(), "story", None, reason))
    reason = f"its words fix no day; the story's dated reports appeared from {first} to {last}"
    return redate(account, Published(f"{last.isoformat()}~", "story", None, reason))
