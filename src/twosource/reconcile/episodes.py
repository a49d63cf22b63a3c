"""The events of a story in, its episodes out: violent events that no day and no place keep apart.

One report counts the dead of "the shelling", another those who "died": the counts belong together
even where the mentions were not joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.base.stories import Event, EventId
from twosource.base.vocabulary import load_words

FINE = frozenset({"point", "town", "admin2"})


@dataclass(frozen=True, slots=True)
class Episodes:
    """The event that speaks for each event of an episode; `any_event` None: no event at all.

    `past` are the events of history.
    """

    heads: Mapping[EventId, EventId]
    any_event: EventId | None
    past: frozenset[EventId] = frozenset()

    def home(self, event: Event) -> EventId:
        """The event under which the counts of this event are told."""
        return self.heads.get(event.id, event.id)


def find_episodes(events: Sequence[Event]) -> Episodes:
    """The episodes of one story."""
    counted = sorted((event for event in events if _counts(event)), key=_weight)
    heads: dict[EventId, EventId] = {}
    leaders: list[Event] = []
    for event in counted:
        leader = next((one for one in leaders if _together(one, event)), None)
        if leader is None:
            leaders.append(event)
            leader = event
        heads[event.id] = leader.id
    first = min(events, key=_weight, default=None)
    past = frozenset(event.id for event in events if event.scope == "background")
    return Episodes(heads, first.id if first is not None else None, past)


def _weight(event: Event) -> tuple[int, int, int, str]:
    """Events that more reports tell of come first; those with a day before those without."""
    reports = {each.report for each in event.mentions}
    background = int(event.scope == "background")
    return background, -len(reports), int(event.when is None), event.id


def _counts(event: Event) -> bool:
    """Whether people come to harm in it, here and now."""
    violent: list[str] = load_words("twosource.reconcile", "kinds")["harmful"]
    happened = event.modality in {"asserted", "claimed"}
    harmful = event.plover.event in violent or event.plover.event is None
    return event.scope == "current" and happened and harmful and event.kind == "incident"


def _together(left: Event, right: Event) -> bool:
    if left.when is not None and right.when is not None:
        apart = left.when.end < right.when.start or right.when.end < left.when.start
        if apart:
            return False
    one, two = left.place, right.place
    if one is None or two is None or one.name == two.name:
        return True
    if one.country is not None and two.country is not None and one.country != two.country:
        return False
    return not (one.precision in FINE and two.precision in FINE)
