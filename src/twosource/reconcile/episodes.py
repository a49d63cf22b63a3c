"""The events of a story in, its episodes out: violent events that no day and no place keep apart.

One report counts the dead of "the shelling", another those who "died": the counts belong together
even where the mentions were not joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.base.nearness import are_apart
from twosource.base.records import Account, ReportId
from twosource.base.stories import Event, EventId
from twosource.base.vocabulary import load_words

Days = tuple[date, date]
DAY = 10  # characters of an ISO date
VIOLENT = "ASSAULT"
LATE = timedelta(days=6)  # an attack told without a day is not older than this


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


def find_episodes(
    events: Sequence[Event],
    accounts: Mapping[ReportId, Account],
    families: Mapping[ReportId, str],
) -> Episodes:
    """The episodes of one story: no day and no place keeps apart any two events of one.

    What two reports of one story are about is one episode.
    """

    def weight(event: Event) -> tuple[int, int, bool, bool, str, EventId]:
        """What more texts tell comes first; with a day before without, deeds before harm."""
        texts = {families[each] for each in _reports(event)}
        harm = event.title.split()[0].strip(",") in harms
        background = int(event.scope == "background")
        return background, -len(texts), event.when is None, harm, event.title, event.id

    harms: list[str] = load_words("twosource.reconcile", "kinds")["harms"]
    counted = sorted((event for event in events if _counts(event)), key=weight)
    days = {event.id: _days(event, accounts) for event in counted}
    mains = {
        (name, account.main.mention)
        for name, account in accounts.items()
        if account.main is not None
    }
    main = frozenset(
        event.id
        for event in counted
        if any((each.report, each.mention) in mains for each in event.mentions)
    )
    episodes: list[list[Event]] = []
    for event in counted:
        home = next((one for one in episodes if _fits(event, one, days, main)), None)
        if home is None:
            episodes.append([event])
        else:
            home.append(event)
    violent = [event for event in counted if event.plover.event == VIOLENT]
    first = min(violent or counted or events, key=weight, default=None)
    past = frozenset(event.id for event in events if event.scope == "background")
    heads = {event.id: one[0].id for one in episodes for event in one}
    return Episodes(heads, heads.get(first.id, first.id) if first is not None else None, past)


def _reports(event: Event) -> frozenset[ReportId]:
    return frozenset(each.report for each in event.mentions)


def _counts(event: Event) -> bool:
    """Whether people come to harm in it, here and now."""
    violent: list[str] = load_words("twosource.reconcile", "kinds")["harmful"]
    happened = event.modality in {"asserted", "claimed"}
    harmful = event.plover.event in violent or event.plover.event is None
    return event.scope == "current" and happened and harmful and event.kind == "incident"


def _days(event: Event, accounts: Mapping[ReportId, Account]) -> Days | None:
    """From when to when it may have happened: its own days, else the week before its reports."""
    if event.when is not None:
        told = _day(event.when.start), _day(event.when.end)
    else:
        values = [accounts[each].report.published.value or "" for each in _reports(event)]
        told = _day(min(values, default="")), _day(max(values, default=""))
        told = (told[0] - LATE if told[0] is not None else None), told[1]
    start, end = told
    return (start, end) if start is not None and end is not None else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:DAY])
    except ValueError:
        return None


def _fits(
    event: Event,
    episode: Sequence[Event],
    days: Mapping[EventId, Days | None],
    mains: frozenset[EventId],
) -> bool:
    """Whether nothing keeps the event apart from any other of the episode, and something binds."""
    if any(_apart(event, one, days) for one in episode):
        return False
    return any({event.id, one.id} <= mains or _bound(event, one) for one in episode)


def _apart(left: Event, right: Event, days: Mapping[EventId, Days | None]) -> bool:
    one, two = days[left.id], days[right.id]
    if one is not None and two is not None and (one[1] < two[0] or two[1] < one[0]):
        return True
    first, second = left.place, right.place
    if first is None or second is None or first.name == second.name:
        return False
    if None not in {first.country, second.country} and first.country != second.country:
        return True
    return are_apart(first, second)


def _bound(left: Event, right: Event) -> bool:
    """Whether one report tells of both, or both have a day or a place in common."""
    if _reports(left) & _reports(right) or (left.when is not None and right.when is not None):
        return True
    return (
        left.place is not None and right.place is not None and left.place.name == right.place.name
    )
