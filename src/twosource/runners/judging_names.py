"""Decisions on names and an account in, the account with the names that people chose out.

Renaming and merging are one thing here: what had the old name has the new one from the start, so
that two names of one body are one origin when origins are counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from twosource.base.judgements import Judgement
from twosource.base.records import Account, Actor, Claim, Place, Placing


@dataclass(frozen=True, slots=True)
class Names:
    """The name to use for each old name of an actor, and the place to use for each of a place."""

    actors: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Judgement] = field(default_factory=dict)


def name_changes(judgements: Iterable[Judgement]) -> Names:
    """The names to use. Where reviewers chose different ones, the old name stays."""
    wishes: dict[tuple[str, str], dict[str, Judgement]] = {}
    for each in sorted(judgements, key=lambda one: one.number):
        wishes.setdefault((each.aim.kind, each.aim.name), {})[each.by] = each
    actors: dict[str, str] = {}
    places: dict[str, Judgement] = {}
    for (kind, name), chosen in sorted(wishes.items()):
        rows = sorted(chosen.values(), key=lambda one: one.number)
        if len({row.wanted.text for row in rows}) > 1 or not rows[-1].wanted.text:
            continue
        if kind == "actor":
            actors[name] = rows[-1].wanted.text or name
        else:
            places[name] = rows[-1]
    return Names(actors, places)


def rename(names: Names, account: Account) -> Account:
    """The account with the names that people chose; the words in the text stay."""
    return replace(
        account,
        actors=tuple(_rename_actor(names, each) for each in account.actors),
        claims=tuple(_rename_speaker(names, each) for each in account.claims),
        places=tuple(_rename_place(names, each) for each in account.places),
    )


def follow(name: str | None, names: Mapping[str, str]) -> str | None:
    """The name at the end of the chain; a name that leads back to itself ends it.

    >>> follow("A", {"A": "B", "B": "C"}), follow("A", {"A": "B", "B": "A"}), follow(None, {})
    ('C', 'B', None)
    """
    seen: list[str] = []
    while name is not None and name in names and name not in seen:
        seen.append(name)
        if names[name] in seen:
            break
        name = names[name]
    return name


def _rename_actor(names: Names, actor: Actor) -> Actor:
    name = follow(actor.name, names.actors)
    organisation = follow(actor.organisation, names.actors)
    if (name, organisation) == (actor.name, actor.organisation):
        return actor
    return replace(actor, name=name, organisation=organisation)


def _rename_speaker(names: Names, claim: Claim) -> Claim:
    speaker = claim.speaker
    if speaker is None or speaker.name not in names.actors:
        return claim
    return replace(claim, speaker=replace(speaker, name=follow(speaker.name, names.actors)))


def _rename_place(names: Names, place: Place) -> Place:
    told = names.places.get(place.placing.name or "")
    return replace(place, placing=_placing(place.placing, told)) if told is not None else place


def _placing(placing: Placing, told: Judgement) -> Placing:
    """The place merged into, where it lies; for a new name, the same place under it."""
    reason = f"set by {told.by}: {told.reason}"
    if told.wanted.placing is not None:
        return replace(told.wanted.placing, reason=reason)
    names = placing.names
    if placing.name and placing.name not in names:
        names = (*names, placing.name)
    return replace(placing, name=told.wanted.text or placing.name, names=names, reason=reason)
