"""An account in, the days and the dead of what its report tells out: a part of its sketch.

The quick looks at the words (`days.py`, `tolls.py`) see which days and numbers stand there; what
was read knows which day each deed has, and whose dead each number counts.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from twosource.base.records import Account, Mention, When

TOLD = frozenset({"asserted", "claimed"})
ISO_DAY = 10  # characters
LONGEST = 7  # days: what takes longer, or is dated by its month, tells two deeds not apart
VAGUE = frozenset({"vague", "none_given"})
LARGEST = 0xFFFFFFFF  # a toll that is kept


@dataclass(frozen=True, slots=True)
class Scene:
    """What was read of a report. Days are proleptic ordinals; nothing known: nothing in it."""

    main: frozenset[int] = frozenset()  # days of the main happening
    deeds: frozenset[int] = frozenset()  # days of all that is told as done, its history too
    dead: frozenset[int] = frozenset()  # numbers of dead, without those of other days' deeds


NO_SCENE = Scene()


def read_scene(account: Account) -> Scene:
    """The scene of a report as it was read."""
    main = frozenset(_days(account.main.when)) if account.main is not None else frozenset()
    deeds = {day for each in account.mentions if _is_done(each) for day in _days(each.when)}
    return Scene(main, frozenset(deeds), frozenset(_dead(account, main)))


def _is_done(mention: Mention) -> bool:
    """Whether it is told as done, and is no act of speech: these have days of their own."""
    return mention.kind != "speech_act" and mention.modality in TOLD


def _days(when: When | None) -> range:
    """The days of a stretch; none where it is long or not told to the day."""
    if when is None:
        return range(0)
    try:
        first = date.fromisoformat(when.start[:ISO_DAY]).toordinal()
        last = date.fromisoformat(when.end[:ISO_DAY]).toordinal()
    except ValueError:
        return range(0)
    return range(first, last + 1) if last - first < LONGEST else range(0)


def _dead(account: Account, main: Set[int]) -> Iterator[int]:
    """The numbers of dead, but those of deeds of other days than the main happening's."""
    days = {each.id: set(_days(each.when)) for each in account.mentions}
    for figure in account.figures:
        told = 0 if figure.low is None or figure.qualifier in VAGUE else int(figure.low)
        own = days.get(figure.mention or "")
        is_own = not own or not main or bool(own & main)
        if figure.measure == "killed" and 0 < told <= LARGEST and is_own:
            yield told
