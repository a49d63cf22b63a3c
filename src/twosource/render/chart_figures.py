"""A toll in, its chart out: each speaker's figures as bars on one scale, in the order of time.

Places on the scale are in percent of its width, so that a page can draw it at any size.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from twosource.base.stories import Event, EventId
from twosource.render.parts import Count, Toll
from twosource.render.phrases import group, range_words, span_words

ROOM = 88.0  # percent of the width for the largest end; the rest is for open ends
WIDE = 60  # how many times the smallest number the largest may be on an even scale
STEPS = (1, 2, 5)  # ticks stand at these, times a power of ten
MOST_TICKS = 5
COUNTED = re.compile(r"(.+) (?:was|were) \w+$")
PEOPLE = re.compile(r"\b(?:people|persons?)$")


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the scale and where it stands."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of one speaker. `low` None: no lower end was given; `high` None: an open end.

    `before` is where the figure stood that this one revises, `revises` says so in words. `first`
    is true on the first row of its speaker, `goes_on` when a later row revises this one.
    """

    count: Count
    low: float | None
    high: float | None
    before: float | None
    revises: str | None
    first: bool
    goes_on: bool

    @property
    def at(self) -> float:
        """Where its dot stands: its lower end, else its upper."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def dated(self) -> str:
        """As of when, from the first time it was told to the last; empty when nobody says."""
        return span_words(self.count.since or self.count.as_of, self.count.as_of)

    @property
    def numbered(self) -> bool:
        """Whether any number is given: who only denies one gives none."""
        return self.low is not None or self.high is not None

    @property
    def point(self) -> bool:
        """Whether both ends are the same number."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a toll, the scale under them and the best value's place. None: no best."""

    toll: Toll
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    best: float | None
    even: bool  # False: each step of the scale multiplies
    event: EventId | None = None
    about: str | None = None  # the happening, in words

    @property
    def of_whom(self) -> str | None:
        """Who is counted, when it is not people at large: "three children"."""
        found = COUNTED.match(self.toll.text)
        if found is None or PEOPLE.search(found[1]):
            return None
        return found[1][:1].lower() + found[1][1:]

    @property
    def live(self) -> tuple[Bar, ...]:
        """What still stands, the figure that most reports carry first."""
        told = [bar for bar in self.bars if bar.count.lifecycle == "live"]
        return tuple(sorted(told, key=lambda bar: -len(bar.count.notes)))


@dataclass(frozen=True, slots=True)
class _Scale:
    top: float
    even: bool

    def place(self, value: float) -> float:
        if self.even:
            return round(ROOM * value / self.top, 2)
        return round(ROOM * math.log1p(value) / math.log1p(self.top), 2)


def make_chart(toll: Toll, event: Event | None = None) -> Chart:
    """The chart of one measure of one happening."""
    scale = _scale_of(toll.counts)
    rows = [bar for _, told in groupby(_in_order(toll.counts), _who) for bar in _bars(told, scale)]
    best = None if toll.best is None else scale.place(toll.best)
    about = (event.id, event.title) if event is not None else (None, None)
    return Chart(toll, tuple(rows), tuple(_ticks(scale)), best, scale.even, *about)


def _scale_of(counts: Iterable[Count]) -> _Scale:
    ends = [end for each in counts for end in (each.low, each.high) if end is not None]
    top = max([*ends, 1.0])
    least = min((end for end in ends if end > 0), default=top)
    return _Scale(top, top <= WIDE * least)


def _in_order(counts: Sequence[Count]) -> list[Count]:
    """Speakers by when they first spoke, each speaker's figures by time, the live one last."""
    first: dict[str, str] = {}
    for each in counts:
        first[each.who] = min(first.get(each.who, "9"), each.since or each.as_of or "9")
    return sorted(counts, key=lambda each: (first[each.who], each.who, _in_time(each)))


def _in_time(count: Count) -> tuple[bool, str, float, float]:
    """What still stands comes last, though it was first told before a slip that it outlived."""
    told = count.since or count.as_of or "9"
    return (count.lifecycle == "live", told, count.low or 0.0, count.high or 0.0)


def _who(count: Count) -> str:
    return count.who


def _bars(told: Iterable[Count], scale: _Scale) -> Iterable[Bar]:
    """The rows of one speaker: a superseded figure leads to the next one."""
    before: Count | None = None
    rows = list(told)
    for place, each in enumerate(rows):
        old = before if before is not None and before.lifecycle == "superseded" else None
        yield Bar(
            each,
            None if each.low is None else scale.place(each.low),
            None if each.high is None else scale.place(each.high),
            None if old is None else scale.place(_end(old)),
            None if old is None else _revision(old, each),
            before is None,
            each.lifecycle == "superseded" and place + 1 < len(rows),
        )
        before = each


def _revision(old: Count, new: Count) -> str:
    """A fall is a revision, not an error."""
    ends = _end(old), _end(new)
    way = "" if ends[0] == ends[1] else "down " if ends[1] < ends[0] else "up "
    return f"revised {way}from {range_words(old.low, old.high)}"


def _end(count: Count) -> float:
    return next((end for end in (count.low, count.high) if end is not None), 0.0)


def _ticks(scale: _Scale) -> Iterable[Tick]:
    yield Tick(0.0, "0")
    if not scale.even:
        power = 1
        while power <= scale.top:
            yield Tick(scale.place(power), group(power))
            power *= 10
        return
    step = _step(scale.top)
    for number in range(1, int(scale.top // step) + 1):
        yield Tick(scale.place(number * step), group(number * step))


def _step(top: float) -> int:
    """The smallest round step that needs few ticks."""
    power = 1
    while True:
        for each in STEPS:
            if top / (each * power) <= MOST_TICKS:
                return each * power
        power *= 10
