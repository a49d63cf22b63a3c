"""One origin's numbers in, what each is worth now out: live, superseded or retracted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.reconcile.intervals import Reach
from twosource.reconcile.propositions import Saying

Lifecycle = Literal["live", "superseded", "retracted"]


@dataclass(frozen=True, slots=True)
class Stated:
    """One number of one origin and where it is said; `note` says what became of it, or None."""

    reach: Reach
    as_of: str | None
    sayings: tuple[Saying, ...]
    lifecycle: Lifecycle = "live"
    note: str | None = None


def settle_numbers(sayings: Sequence[Saying]) -> list[Stated]:
    """Each number one origin gave, by date. The latest stands, whether it rose or fell.

    Numbers of one date both stand. A vague word beside a number of the same date gives way.
    """
    taken_back = {one.reach for one in sayings if one.retracted}
    grouped: dict[tuple[str, Reach], list[Saying]] = {}
    for one in sayings:
        if one.reach is not None and not one.retracted:
            grouped.setdefault((_day(one.as_of), one.reach), []).append(one)
    latest = max((day for day, reach in grouped if reach not in taken_back), default="")
    told = []
    for (day, reach), group in sorted(grouped.items(), key=lambda row: (row[0][0], _order(row))):
        lifecycle, note = _judge(day, reach, latest, list(grouped), taken_back)
        as_of = min((one.as_of for one in group if one.as_of), default=None)
        told.append(Stated(reach, as_of, tuple(group), lifecycle, note))
    return told


def _judge(
    day: str,
    reach: Reach,
    latest: str,
    every: Sequence[tuple[str, Reach]],
    taken_back: set[Reach | None],
) -> tuple[Lifecycle, str | None]:
    if reach in taken_back:
        return "retracted", "taken back by a correction"
    now = [other for other_day, other in every if other_day == latest]
    if not day or day == latest:
        exact = [other for other in now if other.qualifier != "vague"]
        if reach.qualifier == "vague" and exact:
            return "superseded", "a number of the same day is more exact"
        return "live", None
    if reach in now:
        return "live", None
    if reach.qualifier != "vague" and all(other.qualifier == "vague" for other in now):
        return "live", None
    return "superseded", _direction(reach, now)


def _direction(old: Reach, now: Sequence[Reach]) -> str:
    new = min((other.low if other.low is not None else other.high or 0.0) for other in now)
    before = old.low if old.low is not None else old.high or 0.0
    if new < before:
        return "revised down"
    return "revised up" if new > before else "made more exact"


def _day(as_of: str | None) -> str:
    return (as_of or "")[:16]


def _order(row: tuple[tuple[str, Reach], list[Saying]]) -> str:
    return repr(row[0][1])
