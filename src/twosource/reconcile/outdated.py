"""The numbers of several origins in, the same out, those marked that another's word outdates.

One origin's later number does not take the place of another's: both stand. But who says that the
toll "rose to nine", or that it "stood at six before", speaks of the count that all had given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.reconcile.book import Book
from twosource.reconcile.contradiction import OPEN, comes_before
from twosource.reconcile.independence import Bloc
from twosource.reconcile.intervals import agrees, is_compatible
from twosource.reconcile.outcome import is_party
from twosource.reconcile.supersession import FORMER, Stated

RISEN = "risen since"


def outdate(
    blocs: Sequence[Bloc], numbers: Mapping[int, Sequence[Stated]], book: Book
) -> dict[int, list[Stated]]:
    """The numbers by the place of their origin; a party's word is never outdated by another's."""
    return {
        place: [_outdate(one, _others(place, numbers)) for one in told]
        if not is_party(blocs[place], book)
        else list(told)
        for place, told in numbers.items()
    }


def _others(place: int, numbers: Mapping[int, Sequence[Stated]]) -> list[Stated]:
    return [one for other, told in numbers.items() if other != place for one in told]


def _outdate(one: Stated, others: Sequence[Stated]) -> Stated:
    if one.lifecycle != "live":
        return one
    if any(_has_risen(one, other) for other in others):
        return replace(one, lifecycle="superseded", note=RISEN)
    if any(_was_before(one, other) for other in others):
        return replace(one, lifecycle="superseded", note=FORMER)
    return one


def _has_risen(one: Stated, other: Stated) -> bool:
    """Whether the other is told as what this number has grown to, no earlier than this was told."""
    if other.lifecycle != "live" or not any(each.risen for each in other.sayings):
        return False
    below = one.reach.qualifier in OPEN or not is_compatible(one.reach, other.reach)
    return _number(other) > _number(one) and below and not comes_before(other, one)


def _was_before(one: Stated, other: Stated) -> bool:
    """Whether the other tells this very number as a count of before."""
    former = any(each.former for each in other.sayings)
    return former and agrees(one.reach, other.reach) and not comes_before(other, one)


def _number(stated: Stated) -> float:
    reach = stated.reach
    return reach.low if reach.low is not None else (reach.high or 0.0)
