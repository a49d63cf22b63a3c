"""Sayings of counts in, the same out, those set apart that cannot be of one toll.

A pile's tolls are compared under one event or episode. What one report counts beside its first
count is told apart here: nobody gives two tolls of one attack in one breath, save where two who are
named contradict each other. So is one person told without a number ("its pilot was killed") beside
the count of many. A part goes with its whole.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.base.stories import Citation, EventId
from twosource.reconcile.independence import FIRM
from twosource.reconcile.intervals import is_compatible
from twosource.reconcile.larger_parts import tell_larger_parts
from twosource.reconcile.propositions import Saying
from twosource.reconcile.same_count import join_counts
from twosource.reconcile.tolls_apart import FURTHER, keep_one_attack

Homes = Mapping[tuple[str, str], EventId]  # where a report's figure is told, once it is set apart


def set_apart(sayings: Iterable[Saying]) -> list[Saying]:
    """The sayings: further counts under their own event, single persons under their own key."""
    told = join_counts(list(sayings))
    told += tell_larger_parts(told)
    for _ in range(2):  # what moves to its own event may meet another count of its report there
        breaths = _group(told, lambda one: (one.event, one.slot, one.key, one.report))
        homes: dict[tuple[str, str], EventId] = {}
        for group in breaths.values():
            homes.update(_further(group))
        told = [_move(one, homes) for one in told]
    told = [one for group in _tolls(told) for one in _without_singles(group)]
    return [one for group in _tolls(told) for one in keep_one_attack(group)]


def _tolls(told: Sequence[Saying]) -> Iterable[list[Saying]]:
    """The counts that are compared with each other, in an order of their own."""
    return _group(sorted(told, key=_place), lambda one: (one.event, one.slot, one.key)).values()


def _place(one: Saying) -> tuple[Citation, str, str]:
    return one.citation, one.figure, repr(one.voice)


def _group(
    sayings: Sequence[Saying], key: Callable[[Saying], Hashable]
) -> dict[Hashable, list[Saying]]:
    found: dict[Hashable, list[Saying]] = defaultdict(list)
    for one in sayings:
        found[key(one)].append(one)
    return found


def _further(group: Sequence[Saying]) -> dict[tuple[str, str], EventId]:
    """The figures of one report that cannot be of the toll it gives first, with their own event."""
    lead = min(group, key=_rank)
    return {
        (one.report, one.figure): one.own_event
        for one in group
        if one.own_event is not None and (one.further or _parts(one, lead)) and not one.whole
    }


def _rank(one: Saying) -> tuple[bool, bool, bool, bool, Citation]:
    """The toll a report comes to leads; else what it counts of the event itself, the first."""
    return one.former, not one.leading, one.own_event != one.event, one.headline, one.citation


def _parts(one: Saying, lead: Saying) -> bool:
    """Whether it is another toll: another number, and not the word of one named against another."""
    if one.reach is None or lead.reach is None or one.retracted or lead.retracted or one.former:
        return False
    if is_compatible(one.reach, lead.reach) or 0 in {one.reach.high, lead.reach.high}:
        return False
    named = one.voice.kind in FIRM and lead.voice.kind in FIRM
    return not (named and one.voice != lead.voice)


def _move(one: Saying, homes: Homes) -> Saying:
    """The saying under the event of its own; a part under that of its whole."""
    home = homes.get((one.report, one.whole or one.figure))
    if home is None:
        return one
    return replace(one, event=home) if home != one.event else replace(one, key=(*one.key, FURTHER))


def _without_singles(group: Sequence[Saying]) -> Iterable[Saying]:
    """One person beside many is a part of them or somebody else: never another toll."""
    many = any(one.reach is not None and (one.reach.low or 0) > 1 for one in group)
    for one in group:
        yield replace(one, key=(*one.key, "one of them")) if many and one.single else one
