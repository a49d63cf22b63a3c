"""The blocs of one slot in, those that speak for it and those that speak against it out."""

from collections.abc import Sequence

from twosource.reconcile.independence import Bloc
from twosource.reconcile.intervals import is_compatible
from twosource.reconcile.supersession import Stated

DAY = 10  # characters of an ISO date
OPEN = frozenset({"at_least", "more_than"})
GROWTH = 1.5  # how far a toll may rise within a day before it is another toll


def parts_ways(left: Stated, right: Stated, *, adverse: bool = False) -> bool:
    """Whether the two numbers cannot both be true.

    A toll that is higher at a later day, or a later hour, contradicts nothing: people die of wounds
    and bodies are found. Of one day, "at least 31" beside 30 is a count that goes on. Adverse
    parties do not carry on each other's counts.
    """
    if is_compatible(left.reach, right.reach):
        return False
    if adverse:
        return True
    if _goes_on(left, right) or _goes_on(right, left):
        return False
    if comes_before(left, right):
        return _bottom(right) < _bottom(left)
    if comes_before(right, left):
        return _bottom(left) < _bottom(right)
    return True


def _goes_on(low: Stated, high: Stated) -> bool:
    """Whether the higher is open above and not far above the lower, which is no later."""
    rising = high.reach.qualifier in OPEN and not comes_before(high, low)
    return rising and _bottom(low) < _bottom(high) <= GROWTH * _bottom(low)


def comes_before(left: Stated, right: Stated) -> bool:
    """Whether the one was told before the other, as far as their days (and hours) tell."""
    one, two = left.as_of or "", right.as_of or ""
    if one[:DAY] == two[:DAY] and len(one) > DAY and len(two) > DAY:
        return one < two
    return bool(one and two) and one[:DAY] < two[:DAY]


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


def _bottom(stated: Stated) -> float:
    reach = stated.reach
    return reach.low if reach.low is not None else (reach.high or 0.0)
