"""What reconciling looks things up in: the accounts, their families and the sides of a story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Account, Actor, Claim, Mention, Placing, ReportId
from twosource.base.settings import Settings
from twosource.base.stories import Family
from twosource.reconcile.bodies import Bodies, find_bodies
from twosource.reconcile.identity import Names, find_names
from twosource.reconcile.keys import SOME_STATE, find_people, find_states, key_of, plain
from twosource.reconcile.officeholders import find_officeholders
from twosource.reconcile.own_deeds import find_owners
from twosource.reconcile.sides import find_sides, read_sides
from twosource.reconcile.spokesmen import find_spokesmen, name_states


@dataclass(frozen=True, slots=True)
class Book:
    """One story's accounts by report, each report's family, and which actors are parties.

    `sides` maps a party's key to the name of its side. `people` maps a surname to the key of the
    body that its bearer speaks for; `states` are the keys of the states that act or speak, or of
    those that people speak for where none does.
    """

    accounts: Mapping[ReportId, Account]
    families: Mapping[ReportId, str]
    claims: Mapping[tuple[ReportId, str], Claim]
    actors: Mapping[tuple[ReportId, str], Actor]
    mentions: Mapping[tuple[ReportId, str], Mention]
    people: Mapping[str, str]
    states: tuple[str, ...]
    sides: Mapping[str, str]
    policy: str
    places: Mapping[str, Placing]
    bodies: Bodies
    names: Names


def open_book(accounts: Sequence[Account], families: Sequence[Family], settings: Settings) -> Book:
    """The book of one story; a report without a family is one of its own."""
    accounts = sorted(accounts, key=lambda account: account.report.id)
    reports = [account.report.id for account in accounts]
    known = {report: family.id for family in families for report in family.reports}
    bodies = find_bodies(accounts)
    sides = find_sides(accounts, settings.sides)
    for key in sorted(find_owners(accounts, bodies)):
        sides.setdefault(key, key)
    people = {
        **find_officeholders(accounts),
        **bodies.holders,
        **find_people(accounts),
        **find_spokesmen(accounts),
    }
    states = find_states(accounts) or _spoken_for(people)
    if settings.sides:
        sides.update(_named_sides(accounts, read_sides(settings.sides)))
    if len(states) == 1 and SOME_STATE in sides:  # "government guns" are those of the one state
        sides.setdefault(states[0], sides[SOME_STATE])
    return Book(
        accounts={account.report.id: account for account in accounts},
        families={report: known.get(report, report) for report in reports},
        claims={(a.report.id, row.id): row for a in accounts for row in a.claims},
        actors={(a.report.id, row.id): row for a in accounts for row in a.actors},
        mentions={(a.report.id, row.id): row for a in accounts for row in a.mentions},
        people=name_states(people, accounts),
        states=states,
        sides=sides,
        policy=settings.policy,
        places=_place_names(accounts),
        bodies=bodies,
        names=find_names(accounts),
    )


def _named_sides(
    accounts: Sequence[Account], sides: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The keys of states whose office has a side under its own name, in the order of reports."""
    for account in accounts:
        for actor in account.actors:
            key, named = key_of(actor, account), f"body:{plain(actor.name or '')}"
            if key is not None and key.startswith("state:") and named in sides:
                yield key, sides[named]


def _spoken_for(people: Mapping[str, str]) -> tuple[str, ...]:
    """The states for which somebody named speaks: "Norwegian Interior Minister N."."""
    states = {key for key in people.values() if key.startswith("state:") and key != SOME_STATE}
    return tuple(sorted(states))


def _place_names(accounts: Sequence[Account]) -> dict[str, Placing]:
    """Where each place name of the story lies; the first report that names it decides."""
    found: dict[str, Placing] = {}
    for account in accounts:
        for place in account.places:
            if place.placing.name is not None:
                found.setdefault(place.placing.name, place.placing)
    return found
