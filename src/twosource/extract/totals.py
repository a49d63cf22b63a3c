"""An account in, the report's own toll of its current happening out.

Subsets are not added, a repeated number counts once, history is left out. When the report gives
no total, the persons it names one by one are counted.
"""

from collections.abc import Sequence

from twosource.base.records import Account, Figure, Total
from twosource.extract.total_persons import Person, count_persons

MEASURES = (
    "killed", "injured", "missing", "displaced", "evacuated", "detained", "captured",
    "participants",
)  # fmt: skip


def sum_totals(account: Account) -> tuple[Total, ...]:
    """One total per measure that the report says anything of."""
    text = account.report.text
    current = [each for each in account.figures if each.scope == "current"]
    current = [each for each in current if each.subset_of is None]
    persons: list[Person] = []
    totals: list[Total] = []
    for measure in MEASURES:
        here = [each for each in current if each.measure == measure]
        known = persons if measure == "injured" else []
        singles = count_persons([each for each in here if _is_single(each)], text, known)
        if measure == "killed":
            persons = singles
        total = _total(measure, here, len(singles))
        if total is not None:
            totals.append(total)
    return tuple(_with_none(totals, current))


def _total(measure: str, figures: Sequence[Figure], singles: int) -> Total | None:
    counted = [each for each in figures if not _is_single(each) and each.value is not None]
    whole = [each for each in counted if each.cumulative and each.value]
    if whole:
        return _from_numbers(measure, whole)
    if singles:
        return Total(measure, singles, singles, singles)
    vague = [each.low for each in figures if each.value is None and each.low is not None]
    if vague:
        return Total(measure, max(vague), None, None)
    if counted:
        return Total(measure, 0, 0, 0)
    return None


def _from_numbers(measure: str, figures: Sequence[Figure]) -> Total:
    """The largest count stands for the whole: a report's parts are smaller than its sum."""
    best = max(figures, key=lambda each: (each.value or 0, -each.span.start))
    return Total(measure, best.low, best.value, best.high)


def _is_single(figure: Figure) -> bool:
    return figure.number is None and figure.value == 1


def _with_none(totals: Sequence[Total], figures: Sequence[Figure]) -> list[Total]:
    """As in "No casualties" says of both, killed and injured, that there were none."""
    found = list(totals)
    none = any(each.measure == "other" and each.high == 0 for each in figures)
    for measure in ("injured", "killed"):
        if none and all(total.measure != measure for total in found):
            found.insert(0, Total(measure, 0, 0, 0))
    return found
