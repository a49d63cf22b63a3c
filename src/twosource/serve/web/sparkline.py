"""Reports a day in, the bars of a small drawing out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 28  # at most: the last four weeks of a story
HEIGHT = 22.0
STEP = 4.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: where it stands and how high it is."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Bars in a box of `width` by `height`, and the whole in words."""

    bars: tuple[Bar, ...]
    width: float
    height: float
    says: str


def draw_days(days: Sequence[tuple[str, int]]) -> Sparkline | None:
    """The last days of a story; silent days are gaps. None when no report is dated.

    >>> drawn = draw_days([("2031-05-12", 4), ("2031-05-14", 2)])
    >>> [(bar.x, bar.height) for bar in drawn.bars], drawn.width
    ([(0.0, 22.0), (8.0, 11.0)], 12.0)
    """
    if not days:
        return None
    last = date.fromisoformat(days[-1][0])
    first = max(date.fromisoformat(days[0][0]), last - timedelta(days=DAYS - 1))
    shown = [(date.fromisoformat(day), count) for day, count in days]
    shown = [(day, count) for day, count in shown if day >= first]
    most = max(count for _, count in shown)
    bars = tuple(_bar((day - first).days, count / most) for day, count in shown)
    says = f"reports a day from {first} to {last}, at most {most}"
    return Sparkline(bars, STEP * ((last - first).days + 1), HEIGHT, says)


def _bar(place: int, share: float) -> Bar:
    height = round(max(2.0, share * HEIGHT), 1)
    return Bar(place * STEP, round(HEIGHT - height, 1), height)
