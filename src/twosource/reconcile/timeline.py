"""Events and findings in, a timeline out: dated entries in the reports' own words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.base.moments import to_when
from twosource.base.records import Account, Mention, ReportId, Span, When
from twosource.base.stated_days import is_of_other_days
from twosource.base.stories import Citation, Entry, Event, EventId, Finding, Story, StoryId
from twosource.base.vocabulary import load_words
from twosource.base.withdrawals import find_withdrawn, keep_standing
from twosource.reconcile.pronouns import say_whom
from twosource.reconcile.timeline_crowd import CROWD, tell_days
from twosource.reconcile.timeline_named import tell_named
from twosource.reconcile.timeline_sentences import say_same
from twosource.reconcile.vouching import is_known
from twosource.reconcile.worded import points_back, quote_loaded

HALF = 3.0  # what weighs as much as three reports of an attack has half the full weight
DAY = 10  # characters of an ISO date
LONGEST = 400  # characters of a sentence that is told as an entry


def make_timeline(
    events: Sequence[Event],
    findings: Sequence[Finding],
    accounts: Sequence[Account],
    stories: Sequence[Story],
) -> tuple[Entry, ...]:
    """The dated entries of a pile, by date: its events and the other days that its reports name.

    A crowd of reports is told by its days.
    """
    if gone := find_withdrawn(accounts):
        events, accounts = keep_standing(events, accounts, gone)
    told = tell_events(events, findings, accounts)
    if len(accounts) >= CROWD:
        told = tell_days(events, told, accounts, stories)
    else:
        told = join_nights(join_alike(drop_passed(merge(told), accounts)))
        told = keep_exact(told)
        told += tell_named(told, accounts, stories)
    return tuple(sorted(merge(told), key=_order))


def join_alike(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a few reports; of those of one day and story that say the same, one."""
    kept: dict[tuple[When, StoryId | None], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (-each.weight, *_order(each))):
        day = kept[When(entry.when.start[:DAY], entry.when.end[:DAY]), entry.story]
        place = next((at for at, one in enumerate(day) if say_same(one.text, entry.text)), None)
        if place is None:
            day.append(entry)
            continue
        first = day[place]
        day[place] = replace(
            first,
            events=tuple(sorted({*first.events, *entry.events})),
            supports=tuple(sorted({*first.supports, *entry.supports})),
        )
    return [entry for day in kept.values() for entry in day]


def keep_exact(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those that tell a sentence of a stretch that holds a day it is told on.

    "Signed on Friday", told of the month as well for what it says of the month.
    """
    days: dict[tuple[str, StoryId | None], list[str]] = defaultdict(list)
    for entry in entries:
        if _single(entry.when):
            days[entry.text, entry.story].append(entry.when.start[:DAY])
    return [
        entry
        for entry in entries
        if _single(entry.when)
        or not any(
            entry.when.start[:DAY] <= day <= entry.when.end[:DAY]
            for day in days[entry.text, entry.story]
        )
    ]


def drop_passed(entries: Sequence[Entry], accounts: Sequence[Account]) -> list[Entry]:
    """The entries without those whose sentence tells as its news something of a later day.

    "Those abducted on Monday were freed on Friday" is told on Friday.
    """
    appeared = {each.report.id: (each.report.published.value or "")[:DAY] for each in accounts}
    news: dict[tuple[str, StoryId | None], str] = {}
    for entry in entries:
        day = _single(entry.when)
        if day and any(day <= appeared[each.report] for each in entry.supports):
            key = entry.text, entry.story
            news[key] = max(day, news.get(key, ""))
    return [
        entry
        for entry in entries
        if not _single(entry.when)
        or entry.when.start[:DAY] >= news.get((entry.text, entry.story), "")
    ]


def _single(when: When) -> str:
    """The one day that it is; empty for a stretch of days."""
    return when.start[:DAY] if when.start[:DAY] == when.end[:DAY] else ""


def join_nights(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those that tell a sentence again a day before or after: one night."""
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda each: (-each.weight, *_order(each))):
        again = (
            place
            for place, one in enumerate(kept)
            if (one.text, one.story) == (entry.text, entry.story)
            and _are_next(one.when, entry.when)
        )
        at = next(again, None)
        if at is None:
            kept.append(entry)
        else:
            events = tuple(sorted({*kept[at].events, *entry.events}))
            kept[at] = replace(kept[at], events=events)
    return kept


def _are_next(left: When, right: When) -> bool:
    """Whether both are single days, one behind the other."""
    one, two = _single(left), _single(right)
    return bool(one and two) and abs((date.fromisoformat(one) - date.fromisoformat(two)).days) == 1


def tell_events(
    events: Sequence[Event], findings: Sequence[Finding], accounts: Sequence[Account]
) -> list[Entry]:
    """One entry for each event that has a date."""
    by_report = {account.report.id: account for account in accounts}
    counts: dict[EventId, int] = defaultdict(int)
    for finding in findings:
        counts[finding.event] += finding.value is not None and finding.value.low is not None
    weights = weigh_events(events, counts)
    return [
        entry
        for event in events
        if event.when is not None and event.modality in {"asserted", "claimed", "planned"}
        for entry in [_make_entry(event, weights[event.id], by_report)]
        if entry is not None
    ]


def merge(entries: Sequence[Entry]) -> list[Entry]:
    """One entry for each sentence and day: several events of one sentence are told once."""
    groups: dict[tuple[When, str, str | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.when, entry.text, entry.story].append(entry)
    return [
        Entry(
            when,
            max(one.weight for one in group),
            text,
            tuple(sorted({event for one in group for event in one.events})),
            tuple(sorted({place for one in group for place in one.supports})),
            group[0].story,
        )
        for (when, text, _), group in groups.items()
    ]


def weigh_events(events: Sequence[Event], counts: Mapping[EventId, int]) -> dict[EventId, float]:
    """How much each event matters: the reports that tell of it, its kind, its counts."""
    kinds: dict[str, float] = load_words("twosource.reconcile", "weights")["kinds"]
    raw = {}
    for event in events:
        reports = len({each.report for each in event.mentions})
        kind = kinds.get(event.plover.event or "", kinds["other"])
        exact = 1.0 if event.when is not None and event.when.start == event.when.end else 0.5
        raw[event.id] = reports * kind * exact * (1 + 0.5 * min(counts.get(event.id, 0), 2))
    return {name: round(value / (value + HALF), 4) for name, value in raw.items()}


def _make_entry(event: Event, weight: float, accounts: Mapping[ReportId, Account]) -> Entry | None:
    known = [
        (account, mention)
        for each in event.mentions
        for account in [accounts[each.report]]
        for mention in account.mentions
        if mention.id == each.mention and _fits_day(event, account, mention)
    ]
    told = [row for row in known if not _is_aside(event, *row)]
    if not _has_day(told, event) and _has_day(known, event):
        return None
    if not told or event.when is None:
        return None
    account, mention = min(told, key=lambda row: _fitness(event, *row))
    span = mention.sentence
    text = quote_loaded(say_whom(span, account))
    supports = tuple(sorted({_cite(row[0], row[1].sentence) for row in told}))
    return Entry(event.when, weight, text, (event.id,), supports, event.story)


def _fits_day(event: Event, account: Account, mention: Mention) -> bool:
    """Whether its sentence states no day, or one of the event's: no entry quotes another day's."""
    return event.when is None or not is_of_other_days(mention.sentence, account, event.when)


def _is_aside(event: Event, account: Account, mention: Mention) -> bool:
    """Whether its sentence is of another day and names it in passing: "in response to Sunday's"."""
    when = event.when
    if when is None or not is_known(mention, account.report.text):
        return False
    days = {
        day.start
        for time in account.times
        if mention.sentence.covers(time.span)
        for day in [to_when(time.value)]
        if day is not None and day.start[:DAY] == day.end[:DAY]
    }
    return any(not when.start[:DAY] <= day[:DAY] <= when.end[:DAY] for day in days)


def _has_day(told: Sequence[tuple[Account, Mention]], event: Event) -> bool:
    """Whether some mention is told of the event's day."""
    return any(
        mention.when is not None and event.when is not None and _same_days(mention.when, event.when)
        for _, mention in told
    )


def _fitness(
    event: Event, account: Account, mention: Mention
) -> tuple[bool, bool, bool, bool, bool, bool, bool, int, str, int]:
    """The sentence that tells the event best: dated itself, as its news, stated, alone, early.

    "Since the truce began" takes it as known; "it said" points back.
    """
    text = account.report.text
    length = mention.sentence.end - mention.sentence.start
    return (
        mention.when is None or event.when is None or not _same_days(mention.when, event.when),
        mention.modality == "planned" != event.modality,
        _has_news(event, account, mention),
        _is_headline(account, mention),
        is_known(mention, text),
        points_back(mention.sentence.quote(text)),
        length > LONGEST,
        mention.sentence.start // 500,
        account.report.id,
        mention.sentence.start,
    )


def _has_news(event: Event, account: Account, mention: Mention) -> bool:
    """Whether its sentence tells something of a later day, up to the report's."""
    day = event.when.end[:DAY] if event.when is not None else ""
    appeared = (account.report.published.value or "")[:DAY]
    return any(
        other.sentence == mention.sentence and other.when is not None
        and day < other.when.start[:DAY] <= appeared
        for other in account.mentions
    )  # fmt: skip


def _is_headline(account: Account, mention: Mention) -> bool:
    title = account.report.title
    return title is not None and title.overlaps(mention.sentence)


def _same_days(left: When, right: When) -> bool:
    return (left.start[:DAY], left.end[:DAY]) == (right.start[:DAY], right.end[:DAY])


def _cite(account: Account, span: Span) -> Citation:
    return Citation(account.report.id, span.start, span.end)


def _order(entry: Entry) -> tuple[str, str, str, str]:
    return entry.when.start, entry.when.end, entry.text, entry.story or ""
