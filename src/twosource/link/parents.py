"""Events of a story in, the same events out, each with the larger happening it belongs to."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.base.stories import Event, EventId
from twosource.base.vocabulary import load_words
from twosource.link.concepts import WORD

VIOLENT = "ASSAULT"


def set_parents(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with their parents: an attack within the one offensive of its days."""
    larger = [event for event in events if is_larger(event)]
    return tuple(replace(event, parent=_find_parent(event, larger)) for event in events)


def is_larger(event: Event) -> bool:
    """Whether the event's own name is that of a larger happening: offensive, operation, war."""
    words: list[str] = load_words("twosource.link", "larger")["words"]
    name = WORD.findall(event.title.lower())[:1]
    return bool(name) and name[0] in words and event.kind == "incident"


def _find_parent(event: Event, larger: Sequence[Event]) -> EventId | None:
    """The only larger happening that holds the event's days and place; None when not clear.

    Of several tellings of one the earliest is taken: it goes on.
    """
    if event.plover.event != VIOLENT or is_larger(event) or event.when is None:
        return None
    around = [other for other in larger if other.scope == event.scope and _holds(other, event)]
    if len({_name_of(other) for other in around}) != 1:
        return None
    return min(around, key=lambda other: (other.when.start if other.when else "", other.id)).id


def _name_of(event: Event) -> tuple[str, str | None]:
    """The word and the place of a larger happening: the siege of Tarn goes on for many days."""
    place = event.place.name if event.place is not None else None
    return WORD.findall(event.title.lower())[0], place


def _holds(outer: Event, inner: Event) -> bool:
    if outer.when is None or inner.when is None:
        return False
    begun = outer.when.start <= inner.when.start
    one, two = outer.place, inner.place
    near = one is None or two is None or one.country == two.country
    return begun and near
