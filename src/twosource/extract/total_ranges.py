"""The whole counts of one measure in, the report's own least, best and most out.

Several speakers give several counts: "low" is what the first says, "high" what the largest does.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.base.records import Figure, Total

_OUTLYING, _FEW = 4, 3  # a count over four times the first (or 12) is of something else
_BROAD = frozenset({"all", "civilian", "combatant"})


def range_of(
    measure: str, figures: Sequence[Figure], singles: int, parts: Mapping[str, float]
) -> Total:
    """The total of whole counts; `singles` is how many different persons are told one by one.

    Counts of one class of victims stand back behind counts of all. `parts` is the sum of the
    parts of each figure, by its id.
    """
    broad = [each for each in figures if each.victim_class in _BROAD] or list(figures)
    first = min(broad, key=lambda each: each.span.start)
    near = _without_outliers(broad, first)
    best = max(near, key=lambda each: (size(each), -each.span.start))
    if singles > size(best):
        return Total(measure, singles, singles, singles)
    lows = [each.low for each in (first, best) if each.low is not None]
    low = min(lows) if lows else _borne_out(near, best, parts)
    return Total(measure, low, best.value, best.high)


def sum_parts(figures: Sequence[Figure]) -> dict[str, float]:
    """For each figure that has parts, what its parts come to at least, by its id."""
    sums: Counter[str] = Counter()
    for each in figures:
        if each.subset_of is not None and each.low is not None:
            sums[each.subset_of] += int(each.low)
    return dict(sums)


def size(figure: Figure) -> float:
    """How large a count is: its value, else its upper end, else its lower; 0 for none."""
    return figure.value or figure.high or figure.low or 0


def _without_outliers(figures: Sequence[Figure], first: Figure) -> list[Figure]:
    """The counts near the first one, and those that stand more than once."""
    often = Counter(size(each) for each in figures)
    most = _OUTLYING * max(size(first), _FEW)
    return [each for each in figures if size(each) < most or often[size(each)] > 1]


def _borne_out(figures: Sequence[Figure], best: Figure, parts: Mapping[str, float]) -> float | None:
    """The least of "up to N" by what else is told: the largest count below N, or N's parts."""
    top = size(best)
    told = [each.low for each in figures if each.low is not None and each.low < top]
    told += [parts[each.id] for each in figures if parts.get(each.id, top) < top]
    if told:
        return max(told)
    return top if any(each.low == top for each in figures) else None
