"""A story's happenings in, its actors and who acts on whom out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.stories import Event, EventId, EventParticipant
from twosource.render.parts import Dots
from twosource.render.phrases import when_words
from twosource.serve.web.story_situation import name_key

TOLD = ("asserted", "claimed")
DOES, SUFFERS = ("actor", "mediator"), ("recipient", "affected")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in the story: in how many happenings, and in which part."""

    name: str
    kind: str | None
    country: str | None
    acts: int
    suffers: int


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom, when, where, and how it stands."""

    event: EventId
    title: str
    kind: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    when: str | None
    where: str | None
    mentions: int
    modality: str
    dots: Dots | None


@dataclass(frozen=True, slots=True)
class Acts:
    """The named actors and the acts that have somebody at either end; most told first."""

    actors: tuple[Actor, ...]
    acts: tuple[Act, ...]


def make_acts(events: Iterable[Event], standing: Mapping[EventId, Dots]) -> Acts:
    """The actors and acts of the story's own happenings."""
    current = [each for each in events if each.scope == "current"]
    acts = [_act(each, standing.get(each.id)) for each in current if each.modality in TOLD]
    told = [each for each in acts if each.who or (each.whom and each.kind == "incident")]
    told.sort(key=lambda each: (-each.mentions, not (each.who and each.whom), each.event))
    return Acts(tuple(_actors(current)), tuple(told))


def _act(event: Event, dots: Dots | None) -> Act:
    return Act(
        event.id,
        event.title,
        event.kind,
        names_in(event.participants, DOES),
        names_in(event.participants, SUFFERS),
        None if event.when is None else when_words(event.when),
        event.place.name if event.place is not None else None,
        len(event.mentions),
        event.modality,
        dots,
    )


def names_in(participants: Sequence[EventParticipant], roles: Sequence[str]) -> tuple[str, ...]:
    """Those in these roles by name; where no report names them, their kind in words."""
    told = [each for each in participants if each.role in roles]
    named = {name_key(each.name): each.name for each in reversed(told) if each.name}
    kinds = {each.kind for each in told if each.name}
    rest = [
        f"{each.kind.replace('_', ' ')}, not named" if each.kind != "civilians" else "civilians"
        for each in told
        if each.name is None and each.kind is not None and each.kind not in kinds
    ]
    return tuple(dict.fromkeys([*sorted(named.values()), *sorted(rest)]))


def _actors(events: Iterable[Event]) -> list[Actor]:
    """Each named actor once, those in most happenings first."""
    first: dict[str, EventParticipant] = {}
    acts: Counter[str] = Counter()
    suffers: Counter[str] = Counter()
    for event in events:
        for each in event.participants:
            if each.name is None:
                continue
            key = name_key(each.name)
            first.setdefault(key, each)
            (acts if each.role in DOES else suffers)[key] += 1
    keys = sorted(first, key=lambda key: (-acts[key] - suffers[key], key))
    return [
        Actor(first[key].name or "", first[key].kind, first[key].country, acts[key], suffers[key])
        for key in keys
    ]
