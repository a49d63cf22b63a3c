"""What the origins say live in, one range out: low, best, high and the rule that chose best."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.stories import Value
from twosource.reconcile.intervals import Reach, agrees


@dataclass(frozen=True, slots=True)
class Live:
    """A live number of one origin. `firm`: somebody named; `own`: of its own people or not."""

    origin: str
    reach: Reach
    firm: bool
    own: bool | None = None


def fuse(lives: Sequence[Live]) -> Value:
    """The range. Never an average; `best` is None where no number is given.

    An enemy's count of the other side's dead may raise `high`, and is never `best` when the side
    gives its own.
    """
    if not lives:
        return Value(rule="no live value")
    lows = [one.reach.low for one in lives if one.reach.low is not None]
    highs = [one.reach.high for one in lives]
    low = min(lows, default=None)
    high = None if None in highs else max(one for one in highs if one is not None)
    admitted = [one for one in lives if one.own]
    able = [one for one in lives if one.own is not False] if admitted else list(lives)
    best, rule = _choose(able)
    if best is not None and low is not None and best < low:
        best, rule = low, "lowest live value"
    return Value(low, best, high, None, rule)


def _choose(lives: Sequence[Live]) -> tuple[float | None, str]:
    shared = [one for one in lives if one.firm and _has_floor(one) and _others(one, lives)]
    if shared:
        return min(_number(one) for one in shared), "shared by two or more independent origins"
    admitted = [one for one in lives if one.own and _has_floor(one)]
    if admitted:
        return min(_number(one) for one in admitted), "a party's word on its own losses"
    numbered = [one for one in lives if _has_number(one)]
    floored = [one for one in numbered if one.reach.low is not None]
    if numbered:
        return min(_number(one) for one in floored or numbered), "lowest live value"
    return None, "no number is given"


def _others(one: Live, lives: Sequence[Live]) -> bool:
    return any(
        other.origin != one.origin and other.firm and agrees(one.reach, other.reach)
        for other in lives
    )


def _has_number(one: Live) -> bool:
    vague = one.reach.qualifier in {"vague", "none_given"}
    return not vague and (one.reach.low is not None or one.reach.high is not None)


def _has_floor(one: Live) -> bool:
    """Whether it says how many at least: "up to 20" does not."""
    return _has_number(one) and one.reach.low is not None


def _number(one: Live) -> float:
    low, high = one.reach.low, one.reach.high
    return low if low is not None else (high if high is not None else 0.0)
