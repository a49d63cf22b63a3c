"""A story's happenings in, its actors and who acts on whom out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Account
from twosource.base.stories import Citation, Dossier, Event, EventId, EventParticipant
from twosource.render.chart_acts import NAMELESS, ActGraph, Deed, draw_acts
from twosource.render.notes import Notebook
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
    plover: str | None
    dots: Dots | None
    words: str  # the first report's own
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """The named actors and the acts that have somebody at either end; most told first.

    `graph` is None when nobody acts on anybody.
    """

    actors: tuple[Actor, ...]
    acts: tuple[Act, ...]
    graph: ActGraph | None


def make_acts(dossier: Dossier, standing: Mapping[EventId, Dots], book: Notebook) -> Acts:
    """The actors and acts of the story's own happenings."""
    current = [each for each in dossier.events if each.scope == "current"]
    telling = Telling(dossier.accounts, book)
    acts = [_act(each, standing.get(each.id), telling) for each in current if each.modality in TOLD]
    told = [each for each in acts if each.who or (each.whom and each.kind == "incident")]
    told.sort(key=lambda each: (-each.mentions, not (each.who and each.whom), each.event))
    return Acts(tuple(_actors(current)), tuple(told), draw_acts(map(_deed, told)))


def _deed(act: Act) -> Deed:
    return Deed(act.event, act.who, act.whom, act.plover, act.modality == "claimed")


class Telling:
    """The words by which a story's reports tell of a happening."""

    def __init__(self, accounts: Iterable[Account], book: Notebook) -> None:
        self._book = book
        self._spans = {
            (each.report.id, mention.id): mention.sentence
            for each in accounts
            for mention in each.mentions
        }

    def words_of(self, event: Event) -> tuple[str, tuple[int, ...]]:
        """The sentence of the first mention, and its note."""
        joined = event.mentions[0]
        span = self._spans[joined.report, joined.mention]
        cited = Citation(joined.report, span.start, span.end)
        return self._book.quote(cited), self._book.cite([cited])


def _act(event: Event, dots: Dots | None, telling: Telling) -> Act:
    words, notes = telling.words_of(event)
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
        event.plover.event,
        dots,
        words,
        notes,
    )


def names_in(participants: Sequence[EventParticipant], roles: Sequence[str]) -> tuple[str, ...]:
    """Those in these roles by name; where no report names them, their kind in words."""
    told = [each for each in participants if each.role in roles]
    named = {name_key(each.name): each.name for each in reversed(told) if each.name}
    kinds = {each.kind for each in told if each.name}
    rest = [
        f"{each.kind.replace('_', ' ')}{NAMELESS}" if each.kind != "civilians" else "civilians"
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
