"""The timeline of many stories in, the same with each happening told once out.

Two stories may tell of one happening: a story of a siege and one of the convoy that reached the
town. In the timeline of an archive it stands once, in the words of the weightier entry, with the
events and the words of both. A story's own timeline keeps its entry.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.stories import Entry, Event, EventId
from twosource.reconcile.timeline_sentences import share_of

SAME = 0.5  # of all words shared: two sentences say the same
NEARLY = 0.3  # where the events are of one kind and one place as well
DAY = 10  # characters of an ISO date


def join_timelines(entries: Sequence[Entry], events: Sequence[Event]) -> tuple[Entry, ...]:
    """The entries in their order, those of other stories that tell the same day's happening in one.

    The weightier entry stays. Its own story's other entries are left as they are.
    """
    known = {event.id: event for event in events}
    kept: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (-each.weight, each.text, each.story or "")):
        day = kept[entry.when.start[:DAY], entry.when.end[:DAY]]
        at = next((at for at, one in enumerate(day) if _is_told(one, entry, known)), None)
        if at is None:
            day.append(entry)
        else:
            day[at] = _add(day[at], entry)
    told = [entry for day in kept.values() for entry in day]
    return tuple(
        sorted(told, key=lambda each: (each.when.start, each.when.end, each.text, each.story or ""))
    )


def _is_told(one: Entry, other: Entry, events: Mapping[EventId, Event]) -> bool:
    """Whether two entries of two stories tell one happening."""
    if one.story is None or other.story is None or one.story == other.story:
        return False
    shared = share_of(one.text, other.text)
    return shared >= SAME or (
        shared >= NEARLY and bool(_kinds(one, events) & _kinds(other, events))
    )


def _kinds(entry: Entry, events: Mapping[EventId, Event]) -> set[tuple[str, str]]:
    """What sort of happening it tells, and where; nothing where either is not known."""
    return {
        (event.plover.event, event.place.name)
        for name in entry.events
        for event in [events[name]]
        if event.plover.event is not None
        if event.place is not None and event.place.name is not None
    }


def _add(entry: Entry, other: Entry) -> Entry:
    return replace(
        entry,
        events=tuple(sorted({*entry.events, *other.events})),
        supports=tuple(sorted({*entry.supports, *other.supports})),
    )
