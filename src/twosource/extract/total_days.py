"""An account's figures in, those out that no earlier day than that of its main happening holds.

"Ada Bell was fatally shot in July" is no count of the shooting in December that a report is about.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from twosource.base.records import Account, Figure, When

_APART = timedelta(days=7)  # a happening may be told by the day of its report, or of an arrest

_COARSE = frozenset({"season", "year", "decade"})
_DAY = len("2031-05-12")


def without_earlier(figures: Sequence[Figure], account: Account) -> list[Figure]:
    """The figures without those of earlier days, for each measure that the main day also has."""
    main = _start(account.main.when if account.main is not None else None)
    if main is None:
        return list(figures)
    whens = {each.id: each.when for each in account.mentions}
    ends = {each.id: _end(whens.get(each.mention or "")) for each in figures}
    found = {
        each.measure
        for each in figures
        if (end := ends[each.id]) is not None and abs(end - main) <= _APART
    }
    return [
        each for each in figures if each.measure not in found or not _is_before(ends[each.id], main)
    ]


def _is_before(end: date | None, main: date) -> bool:
    return end is not None and end < main - _APART


def _start(when: When | None) -> date | None:
    return date.fromisoformat(when.start[:10]) if when is not None and _is_exact(when) else None


def _end(when: When | None) -> date | None:
    return date.fromisoformat(when.end[:10]) if when is not None and _is_exact(when) else None


def _is_exact(when: When) -> bool:
    """Whether it names a day or a month: bare years are too often house numbers."""
    return when.precision not in _COARSE and min(len(when.start), len(when.end)) >= _DAY
