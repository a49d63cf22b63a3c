"""The blocs of one slot in, those that speak for it and those that speak against it out."""

from collections.abc import Sequence

from twosource.reconcile.independence import Bloc
from twosource.reconcile.intervals import is_compatible
from twosource.reconcile.supersession import Stated

DAY = 10  # characters of an ISO date


def parts_ways(left: Stated, right: Stated) -> bool:
    """Whether the two numbers cannot both be true.

    A toll that is higher at a later day contradicts nothing: people die of wounds.
    """
    if is_compatible(left.reach, right.reach):
        return False
    first, second = _day(left), _day(right)
    if not first or not second or first == second:
        return True
    early, late = (left, right) if first < second else (right, left)
    return _bottom(late) < _bottom(early)


def split_days(value: str, other: str) -> bool:
    """Whether two stretches of days ("2031-09-19/2031-09-20") share no day."""
    start, _, end = value.partition("/")
    other_start, _, other_end = other.partition("/")
    return end < other_start or other_end < start


def split_words(blocs: Sequence[Bloc]) -> tuple[list[Bloc], list[Bloc]]:
    """Those who say that it happened, and those who deny it."""
    saying = [bloc for bloc in blocs if not all(one.denies for one in bloc.sayings)]
    denying = [bloc for bloc in blocs if all(one.denies for one in bloc.sayings)]
    return saying, denying


def _day(stated: Stated) -> str:
    return (stated.as_of or "")[:DAY]


def _bottom(stated: Stated) -> float:
    reach = stated.reach
    return reach.low if reach.low is not None else (reach.high or 0.0)
