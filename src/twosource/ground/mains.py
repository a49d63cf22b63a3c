"""An account in, the happening that its report is about out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from twosource.base.records import Account, Main, Mention, When

Value = TypeVar("Value", str, When)
TOLD = frozenset({"asserted", "claimed"})
# What each kind weighs: news is what happened, then what was agreed, planned, said.
KINDS = {"incident": 3.0, "agreement": 2.0, "plan": 1.0, "speech_act": 2.5, "state": -1.0}
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
EARLY = (3.0, 2.0, 1.5, 1.0)  # for the first four sentences that tell of anything
FIRST = 2.0  # the first of its sentence: what follows is mostly its cause or its content
NOT_ASSERTED = 4.0
LAND = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
BODILY = frozenset({"Abduction/forced disappearance", "Sexual violence"})
# What a vague act is told more exactly by, within its sentence: "attacked and captured the town".
SHARPER = {
    "Attack": LAND | BODILY,
    "Armed clash": LAND | BODILY,
    "Abduction/forced disappearance": frozenset({"Sexual violence"}),
}
PLANNED = 1.0
REPEATED = 0.4  # for each further mention of the same sub-type, five at most


def choose_main(account: Account) -> Main | None:
    """The main happening with its date and place; None for a report about none."""
    told = account.mentions
    current = [each for each in told if each.scope == "current"] or list(told)
    if not current:
        return None
    scores = _scores(account, current)
    best = max(range(len(current)), key=lambda number: (scores[number], -number))
    mention = _sharper(current[best], current)
    same = [each for each in current if _type(each) == _type(mention)]
    when = mention.when or _usual(each.when for each in same)
    place = mention.place or _usual(each.place for each in same) or _dateline(account)
    return Main(mention.id, when, place)


def _sharper(best: Mention, current: Sequence[Mention]) -> Mention:
    """The act that its sentence tells more exactly: what the attack took, whom it carried off."""
    wanted = SHARPER.get(best.acled.sub_event_type or "", frozenset())
    same = [each for each in current if each.sentence == best.sentence and each.modality in TOLD]
    found = [each for each in same if each.acled.sub_event_type in wanted]
    return found[0] if found and best.modality in TOLD else best


def _scores(account: Account, mentions: Sequence[Mention]) -> list[float]:
    """How much each mention looks like the news of the report."""
    types = Counter(_type(each) for each in mentions)
    order = {start: place for place, start in enumerate(_sentences(mentions))}
    title = account.report.title
    first: dict[int, int] = {}
    for each in mentions:
        first.setdefault(each.sentence.start, each.trigger.start)
    return [
        KINDS[each.kind]
        + _gravity(each)
        + REPEATED * min(types[_type(each)] - 1, 5)
        + (EARLY[place] if (place := order[each.sentence.start]) < len(EARLY) else 0.0)
        + (FIRST if first[each.sentence.start] == each.trigger.start else 0.0)
        + (2.0 if title is not None and title.covers(each.trigger) else 0.0)
        for each in mentions
    ]


def _gravity(mention: Mention) -> float:
    weight = 1.5 if mention.acled.event_type in VIOLENT else 0.0
    weight += 0.5 * min(len(mention.participants), 2)
    if mention.acled.event_type is None and mention.plover.event is None:
        weight -= 1.0
    if mention.modality in TOLD:
        return weight
    refused = mention.modality == "negated" and mention.plover.event == "REJECT"
    told_of = refused or mention.modality == "planned"
    return weight - (PLANNED if told_of else NOT_ASSERTED)


def _sentences(mentions: Sequence[Mention]) -> list[int]:
    return sorted({each.sentence.start for each in mentions})


def _type(mention: Mention) -> tuple[str | None, str | None]:
    return mention.acled.sub_event_type, mention.plover.event


def _usual(values: Iterable[Value | None]) -> Value | None:
    """The value told most often, of equals the first; None when none is told."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def _dateline(account: Account) -> str | None:
    return next((place.id for place in account.places if place.role == "location"), None)
