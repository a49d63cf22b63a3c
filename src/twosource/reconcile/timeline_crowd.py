"""A pile of many reports in, the entries of its days out: several sentences for each day.

A crowd of reports tells of far more events than a timeline can hold. Its days are weighed by how
the reports name them, and told in the sentences that say best what all say of the day.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, ReportId, Span, When
from twosource.base.stories import Citation, Entry, Event, EventId, Story, StoryId
from twosource.reconcile.timeline_days import Told, find_told, weigh_days
from twosource.reconcile.timeline_sentences import describe_pile, pick_best
from twosource.reconcile.worded import quote_loaded

CROWD = 40  # reports from which on days are told, not only events
MOST = 8  # sentences of one day
STEEP = 3  # how fast they lose weight: a day is not weightier for having many
BESIDE = 0.05  # what an event of a small story weighs beside the days of the pile

Triggers = Mapping[ReportId, Sequence[tuple[Span, Event]]]


def tell_days(
    events: Sequence[Event],
    told: Sequence[Entry],
    accounts: Sequence[Account],
    stories: Sequence[Story],
) -> list[Entry]:
    """The days of the pile in sentences, and beside them what small stories told already."""
    days = find_told(accounts)
    weights = weigh_days(days, accounts)
    large = _large_stories(stories)
    crowded = {story for story in large.values() if story is not None}
    beside = [
        replace(entry, weight=round(BESIDE * entry.weight * _weight_of(entry.when, weights), 6))
        for entry in told
        if entry.story not in crowded
    ]
    return [*_tell_all(days, weights, _triggers(events, accounts), large), *beside]


def _tell_all(
    days: Mapping[str, Sequence[Told]],
    weights: Mapping[str, float],
    triggers: Triggers,
    stories: Mapping[ReportId, StoryId | None],
) -> list[Entry]:
    """The weightiest day first: no sentence is told again for a lesser day."""
    pile = describe_pile(days)
    known: set[str] = set()
    entries = []
    for day in sorted(days, key=lambda day: (-weights[day], day)):
        rows = [row for row in days[day] if row.text not in known]
        for rank, best in enumerate(pick_best(rows, pile, MOST)):
            same = [row for row in rows if row.text == best.text]
            known.add(best.text)
            entries.append(
                Entry(
                    When(day, day),
                    round(weights[day] / (1 + rank) ** STEEP, 6),
                    quote_loaded(best.text),
                    _events_of(same, day, triggers),
                    tuple(sorted({_cite(row) for row in same})),
                    stories.get(best.report),
                )
            )
    return entries


def _events_of(rows: Sequence[Told], day: str, triggers: Triggers) -> tuple[EventId, ...]:
    """The events that a sentence tells, but for those of another day."""
    return tuple(
        sorted(
            {
                event.id
                for row in rows
                for trigger, event in triggers.get(row.report, ())
                if row.span.covers(trigger)
                and (event.when is None or event.when.start <= day <= event.when.end)
            }
        )
    )


def _triggers(events: Sequence[Event], accounts: Sequence[Account]) -> Triggers:
    spans = {(a.report.id, each.id): each.trigger for a in accounts for each in a.mentions}
    found: dict[ReportId, list[tuple[Span, Event]]] = defaultdict(list)
    for event in events:
        for each in event.mentions:
            if (trigger := spans.get((each.report, each.mention))) is not None:
                found[each.report].append((trigger, event))
    return found


def _large_stories(stories: Sequence[Story]) -> dict[ReportId, StoryId | None]:
    """The story of each report, None where it is small: its timeline is that of its events."""
    counts = Counter({story.id: len(story.reports) for story in stories})
    return {
        report: story.id if counts[story.id] >= CROWD else None
        for story in stories
        for report in story.reports
    }


def _weight_of(when: When, weights: Mapping[str, float]) -> float:
    """A stretch of days weighs as much as its first day at most."""
    return weights.get(when.start, 0.0)


def _cite(row: Told) -> Citation:
    return Citation(row.report, row.span.start, row.span.end)
