"""Two numbers as told in, whether both can be true and whether they say the same out."""

from dataclasses import dataclass

TEN = 10  # from here on "about" is a round number
TENTH, FEW = 0.1, 2  # what "about" allows: a tenth, or two where that is more


@dataclass(frozen=True, slots=True, order=True)
class Reach:
    """The numbers of a saying: what its words allow. None is an open end."""

    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"


def is_compatible(left: Reach, right: Reach) -> bool:
    """Whether some number lies within both.

    >>> is_compatible(Reach(200, None, "at_least"), Reach(215, 215))
    True
    >>> is_compatible(Reach(10, 10), Reach(12, 12))
    False
    """
    bottom = max(_low(left), _low(right))
    top = min(_high(left), _high(right))
    if not {left.qualifier, right.qualifier} & {"about", "nearly"}:
        return bottom <= top
    return bottom <= top + (max(top * TENTH, FEW) if top >= TEN else top * TENTH)


def agrees(left: Reach, right: Reach) -> bool:
    """Whether both name the same number: "at least 12" and "12" do, "dozens" and "30" do not."""
    if "vague" in {left.qualifier, right.qualifier}:
        return left == right
    return _number(left) is not None and _number(left) == _number(right)


def _number(reach: Reach) -> tuple[float | None, float | None] | None:
    if reach.qualifier == "between":
        return reach.low, reach.high
    number = reach.low if reach.low is not None else reach.high
    return None if number is None else (number, number)


def _low(reach: Reach) -> float:
    return reach.low if reach.low is not None else 0.0


def _high(reach: Reach) -> float:
    return reach.high if reach.high is not None else float("inf")
