"""One origin's numbers in, what each is worth now out: live, superseded or retracted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.reconcile.intervals import Reach
from twosource.reconcile.propositions import Saying

Lifecycle = Literal["live", "superseded", "retracted"]
FORMER = "told as a count of before"


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

    Numbers of one date both stand. A vague word beside a number of the same date gives way, and so
    does what is told as a count of before.
    """
    taken_back = {one.reach for one in sayings if one.retracted}
    grouped: dict[tuple[str, Reach], list[Saying]] = {}
    for one in sayings:
        if one.reach is not None and not one.retracted:
            grouped.setdefault((_day(one.as_of), one.reach), []).append(one)
    former = {row for row in grouped if _is_former(*row, sayings)}
    standing = [row for row in grouped if row[1] not in taken_back and row not in former]
    latest = max((day for day, _ in standing), default="")
    now = [reach for day, reach in standing if day == latest]
    told = []
    for (day, reach), group in sorted(grouped.items(), key=lambda row: (row[0][0], _order(row))):
        lifecycle, note = _judge((day, reach), latest, now, taken_back)
        if lifecycle == "live" and (day, reach) in former:
            lifecycle, note = "superseded", FORMER
        as_of = min((one.as_of for one in group if one.as_of), default=None)
        told.append(Stated(reach, as_of, tuple(group), lifecycle, note))
    return told


def _is_former(day: str, reach: Reach, sayings: Sequence[Saying]) -> bool:
    """Whether the origin tells this number as one of before, that day or later."""
    return any(one.former and one.reach == reach and _day(one.as_of) >= day for one in sayings)


def _judge(
    row: tuple[str, Reach], latest: str, now: Sequence[Reach], taken_back: set[Reach | None]
) -> tuple[Lifecycle, str | None]:
    """What a number is worth beside those of the latest day."""
    day, reach = row
    if reach in taken_back:
        return "retracted", "taken back by a correction"
    if not day or day == latest:
        exact = [other for other in now if other.qualifier != "vague"]
        if reach.qualifier == "vague" and exact:
            return "superseded", "a number of the same day is more exact"
        return "live", None
    if reach in now or not now:
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
