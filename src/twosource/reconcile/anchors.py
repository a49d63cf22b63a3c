"""A mention in, what ties it to one happening out: its day, its town, its counts, its doers."""

from dataclasses import dataclass

from twosource.base.nearness import is_fine
from twosource.base.records import Account, Figure, Mention
from twosource.base.stories import Event
from twosource.reconcile.intervals import Reach, is_compatible
from twosource.reconcile.who import find_doers

VIOLENT = "ASSAULT"
KNOWN = ("person:", "state:", "body:")
ALL = frozenset({"all", "unknown"})


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a mention to one happening, and what it counts."""

    anchors: frozenset[tuple[str, str, str]] = frozenset()  # kind, role, what
    counts: tuple[Figure, ...] = ()
    attack: bool = True  # it tells violence, whose doer may be in dispute


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
    return Tie(frozenset(found), counts, mention.plover.event == VIOLENT and not _takes(mention))


def _takes(mention: Mention) -> bool:
    """Whether it tells of a place taken: what two take is two places."""
    return mention.acled.event_type == "Battles" and "territory" in (
        mention.acled.sub_event_type or ""
    )


def are_tied(left: Tie, right: Tie, but: str = "") -> bool:
    """Whether two mentions share an anchor or a count, and count nothing otherwise.

    `but` is the kind of anchor that is asked for itself and ties nothing: the day of "when".
    """
    shared = share_anchor(left, right, but)
    return not count_otherwise(left, right) and (shared or bool(_same_counts(left, right)))


def share_anchor(left: Tie, right: Tie, but: str = "") -> bool:
    """Whether the two share an anchor of another kind than `but`, whatever they count."""
    return any(anchor[0] != but for anchor in left.anchors & right.anchors)


def act_otherwise(left: Tie, right: Tie) -> bool:
    """Whether two who are known do it: two who arrived one day make two arrivals.

    An attack that is put on two is one attack: only people part it.
    """
    one, two = (
        {what for kind, role, what in tie.anchors if (kind, role) == ("who", "actor")}
        for tie in (left, right)
    )
    known = all(key.startswith("person:" if left.attack else KNOWN) for key in one | two)
    return bool(one and two) and known and not one & two


def count_otherwise(left: Tie, right: Tie) -> bool:
    """Whether the two count people of one kind otherwise, or the one more of a kind than in all."""
    fits = [is_compatible(_reach(one), _reach(two)) for one, two in _same_counts(left, right)]
    parts = [
        (part, whole)
        for one, two in ((left, right), (right, left))
        for part in one.counts
        for whole in two.counts
        if part.measure == whole.measure and part.victim_class not in ALL
        if whole.victim_class in ALL and part.low is not None and whole.high is not None
    ]
    return not all(fits) or any((part.low or 0) > (whole.high or 0) for part, whole in parts)


def _same_counts(left: Tie, right: Tie) -> list[tuple[Figure, Figure]]:
    return [
        (one, two)
        for one in left.counts
        for two in right.counts
        if (one.measure, one.victim_class) == (two.measure, two.victim_class)
    ]


def _reach(figure: Figure) -> Reach:
    return Reach(figure.low, figure.high, figure.qualifier)
