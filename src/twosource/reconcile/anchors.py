"""A mention in, what ties it to one happening out: its day, its town, its counts, its doers."""

from dataclasses import dataclass

from twosource.base.nearness import is_fine
from twosource.base.records import Account, Figure, Mention
from twosource.base.stories import Event
from twosource.reconcile.intervals import Reach, is_compatible
from twosource.reconcile.who import find_doers


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a mention to one happening, and what it counts."""

    anchors: frozenset[tuple[str, str, str]] = frozenset()  # kind, role, what
    counts: tuple[Figure, ...] = ()


def find_tie(event: Event, mention: Mention, account: Account) -> Tie:
    """What two mentions must share in part, before two speakers count as witnesses of one thing.

    What a report is about needs no further tie.
    """
    found = {("who", role, key) for role, _, key in find_doers(mention, account)}
    main = account.main.mention if account.main is not None else None
    if any((each.report, each.mention) == (account.report.id, main) for each in event.mentions):
        found.add(("main", "", event.id))
    if mention.when is not None and mention.when.start == mention.when.end:
        found.add(("day", "", mention.when.start))
    place = next((each for each in account.places if each.id == mention.place), None)
    if place is not None and is_fine(place.placing):
        found.add(("place", "", place.placing.name or ""))
    counts = tuple(each for each in account.figures if each.mention == mention.id)
    return Tie(frozenset(found), counts)


def are_tied(left: Tie, right: Tie) -> bool:
    """Whether two mentions share an anchor or a count, and count nothing otherwise."""
    same = [
        (one, two)
        for one in left.counts
        for two in right.counts
        if (one.measure, one.victim_class) == (two.measure, two.victim_class)
    ]
    fits = [is_compatible(_reach(one), _reach(two)) for one, two in same]
    return all(fits) and bool(fits or left.anchors & right.anchors)


def _reach(figure: Figure) -> Reach:
    return Reach(figure.low, figure.high, figure.qualifier)
