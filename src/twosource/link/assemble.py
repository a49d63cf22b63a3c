"""A group of mentions in, one event out: what most of them say, and the narrowest of the rest."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from twosource.base.ids import make_id
from twosource.base.records import (
    Account,
    Acled,
    Actor,
    Modality,
    Placing,
    Plover,
    ReportId,
    When,
)
from twosource.base.stories import Citation, Event, EventId, EventParticipant, Joined, Story
from twosource.link.clues import Clue
from twosource.link.titles import make_title

Reports = Mapping[ReportId, Account]
Choice = TypeVar("Choice", bound=Hashable)
FINEST = ("point", "town", "admin2", "admin1", "sea", "region", "country")
FIRMEST: tuple[Modality, ...] = (
    "asserted", "claimed", "planned", "threatened", "negated", "hypothetical",
)  # fmt: skip


def make_event(
    story: Story, clues: Sequence[Clue], joined: tuple[Joined, ...], reports: Reports
) -> Event:
    """The event of some mentions that were joined; a sentence printed twice votes once."""
    heard = hear_once(clues, reports)
    mentions = [clue.mention for clue in heard]
    plovers = [each.plover for each in mentions if each.plover.event is not None]
    acleds = [each.acled for each in mentions if each.acled.event_type is not None]
    when = narrowest(clue.when for clue in heard)
    place = find_place(heard, reports)
    plover = most_common(plovers, Plover())
    event = Event(
        id=EventId(make_id("evt", *_parts_of(clues))),
        story=story.id,
        title="",
        mentions=tuple(sorted(joined, key=lambda each: (each.report, each.mention))),
        acled=most_common(acleds, Acled()),
        plover=plover,
        when=when,
        place=place,
        participants=merge_participants(clues, reports),
        modality=min((each.modality for each in mentions), key=FIRMEST.index),
        scope="background" if all(clue.past for clue in clues) else "current",
        kind=most_common([each.kind for each in mentions], "incident"),
    )
    return replace(event, title=make_title(event, heard, reports))


def hear_once(clues: Sequence[Clue], reports: Reports) -> list[Clue]:
    """The clues without those of copied sentences: of each the one of the earliest report stays.

    What an event is called, where and when it was is chosen by votes, and a copy has none.
    """
    told: dict[tuple[str, int], Clue] = {}
    for clue in sorted(clues, key=lambda one: _appeared(one, reports)):
        mention = clue.mention
        words = " ".join(mention.sentence.quote(reports[clue.report].report.text).lower().split())
        told.setdefault((words, mention.trigger.start - mention.sentence.start), clue)
    return list(told.values())


def _appeared(clue: Clue, reports: Reports) -> tuple[str, str, str]:
    published = reports[clue.report].report.published.value
    return published or "9", clue.report, clue.mention.id


def most_common(values: Sequence[Choice], default: Choice) -> Choice:
    """The value that stands most often; ties by how it is written."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], repr(value)), default=default)


def narrowest(whens: Iterable[When | None]) -> When | None:
    """The stretch of days most mentions fit in: the shortest, then the most often told."""
    told = Counter(when for when in whens if when is not None)
    return min(
        told, key=lambda when: (_length(when), -told[when], when.start, when.end), default=None
    )


def find_place(clues: Sequence[Clue], reports: Reports) -> Placing | None:
    """The most exact place that a mention names, the most often told among equals."""
    told = Counter(
        place.placing
        for clue in clues
        for place in reports[clue.report].places
        if place.id == clue.mention.place and place.placing.name is not None
    )
    return min(
        told, key=lambda one: (_fineness(one), -told[one], one.name or "", repr(one)), default=None
    )


def merge_participants(clues: Sequence[Clue], reports: Reports) -> tuple[EventParticipant, ...]:
    """Who takes part by any mention, each once in a role, with the words that say so."""
    found: dict[tuple[str, str | None, str], tuple[Actor | None, set[Citation]]] = {}
    for clue in clues:
        account = reports[clue.report]
        actors = {actor.id: actor for actor in account.actors}
        for each in clue.mention.participants:
            actor = actors.get(each.actor or "")
            name = actor.name if actor is not None else None
            words = name or each.span.quote(account.report.text).lower()
            key = (each.role, name, words)
            citations = found.setdefault(key, (actor, set()))[1]
            citations.add(Citation(clue.report, each.span.start, each.span.end))
    return tuple(
        EventParticipant(
            name,
            actor.kind if actor is not None else None,
            actor.country if actor is not None else None,
            role,
            tuple(sorted(citations)),
        )
        for (role, name, _), (actor, citations) in sorted(
            found.items(), key=lambda row: (row[0][0], row[0][1] or "", row[0][2])
        )
    )


def _parts_of(clues: Sequence[Clue]) -> list[str]:
    spans = sorted((c.report, c.mention.trigger.start, c.mention.trigger.end) for c in clues)
    return [f"{report} {start} {end}" for report, start, end in spans]


def _length(when: When) -> tuple[int, str]:
    same = when.start == when.end
    return (0 if same else 1, "" if same else when.end)


def _fineness(placing: Placing) -> int:
    return FINEST.index(placing.precision) if placing.precision in FINEST else len(FINEST)
