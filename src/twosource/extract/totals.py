"""An account in, the report's own toll of its current happening out.

Subsets are not added, a repeated number counts once, history is left out. When the report gives
no total, the persons it names one by one are counted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, Figure, Total
from twosource.extract.total_days import without_earlier
from twosource.extract.total_leads import agreed_with_title, rank_told, without_late
from twosource.extract.total_others import with_those_before
from twosource.extract.total_persons import Person, are_joined, count_persons
from twosource.extract.total_ranges import range_of, size, sum_parts
from twosource.extract.total_titles import totals_of_title
from twosource.extract.total_wounded import without_dead

MEASURES = (
    "killed", "injured", "missing", "displaced", "evacuated", "detained", "captured",
    "freed", "participants",
)  # fmt: skip
_BOTH = re.compile(r"\b[Mm]urder[- /]+suicide\b")  # who killed one died too


def sum_totals(account: Account) -> tuple[Total, ...]:
    """One total per measure that the report says anything of."""
    text = account.report.text
    current = [each for each in account.figures if each.scope == "current"]
    current = _standing(without_earlier(current, account))
    parts = sum_parts(current)
    wounded = {each.id for each in current if each.measure == "injured"}
    current = [
        each
        for each in current
        if each.subset_of is None or (each.measure == "killed" and each.subset_of in wounded)
    ]
    persons: list[Person] = []
    totals: list[Total] = []
    for measure in MEASURES:
        here = [each for each in current if each.measure == measure]
        known = persons if measure == "injured" else []
        singles = count_persons([each for each in here if _is_single(each)], text, known)
        here, count = without_late(here, singles, text), len(singles)
        if measure == "killed":
            persons = singles
            count = 2 if count == 1 and _BOTH.search(text) else max(count, rank_told(here, text))
        if measure == "injured":
            here = without_dead(here, current, totals, text)
        here = with_those_before(here, singles, text)
        total = _total(measure, _join(here, text), count, parts)
        if total is not None:
            totals.append(total)
    return _with_title(_with_none(totals, current), account)


def _standing(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without counts of before, where a later one of the same measure stands."""
    now = {each.measure for each in figures if not each.superseded}
    return [each for each in figures if not (each.superseded and each.measure in now)]


def _with_title(totals: Sequence[Total], account: Account) -> tuple[Total, ...]:
    """The totals, and those of the title for what the text tells nothing of."""
    told = {each.measure for each in account.figures} | {each.measure for each in totals}
    dead = next((each.best or 0 for each in totals if each.measure == "killed"), 0)
    beside = totals_of_title(account.report.given_title, dead)
    named = [each for each in beside if each.measure not in told]
    kept = agreed_with_title(totals, beside, account)
    return (*named, *_living(kept, named, beside, account.figures))


def _living(
    totals: Sequence[Total],
    named: Sequence[Total],
    beside: Sequence[Total],
    figures: Sequence[Figure],
) -> list[Total]:
    """The totals without the hurt who are dead by the title: "Teen shot dead" over "a teen"."""
    dead = next((each.best for each in named if each.measure == "killed"), None) or 0
    counted = any(each.measure == "injured" and each.number for each in figures)
    if not dead or counted or any(each.measure == "injured" for each in beside):
        return list(totals)
    return [each for each in totals if each.measure != "injured" or (each.best or 0) > dead]


def _join(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures, with "six children and two adults" replaced by their sum, of no one class."""
    found = list(figures)
    for run in _runs(figures, text):
        lows = [each.low for each in run if each.low is not None]
        highs = [each.high for each in run if each.high is not None]
        values = [each.value for each in run if each.value is not None]
        if len(values) == len(run) and values[0] != sum(values[1:]):
            high = sum(highs) if len(highs) == len(run) else None
            whole = replace(run[0], victim_class="all", value=sum(values), low=sum(lows), high=high)
            joined = {each.id for each in run}
            found = [whole, *(each for each in found if each.id not in joined)]
    return found


def _runs(figures: Sequence[Figure], text: str) -> Iterator[list[Figure]]:
    """Figures that stand in one phrase, joined by "and" or commas; one of them has a number."""
    run: list[Figure] = []
    for figure in figures:
        if run and not are_joined(run[-1], figure, text):
            if len(run) > 1 and any(each.number for each in run):
                yield run
            run = []
        run.append(figure)
    if len(run) > 1 and any(each.number for each in run):
        yield run


def _total(
    measure: str, figures: Sequence[Figure], singles: int, parts: Mapping[str, float]
) -> Total | None:
    counted = [
        each
        for each in figures
        if not _is_single(each) and each.qualifier not in {"vague", "none_given"}
    ]
    whole = [each for each in counted if each.cumulative and size(each)]
    if whole:
        return range_of(measure, whole, singles, parts)
    if singles:
        return Total(measure, singles, singles, singles)
    vague = [each.low for each in figures if each.value is None and each.low is not None]
    if vague:
        return Total(measure, max(vague), None, None)
    further = [each for each in counted if size(each)]
    if further:
        return range_of(measure, further, 0, parts)
    if counted:
        return Total(measure, 0, 0, 0)
    return None


def _is_single(figure: Figure) -> bool:
    return figure.number is None and figure.value == 1


def _with_none(totals: Sequence[Total], figures: Sequence[Figure]) -> list[Total]:
    """As in "No casualties": of killed and injured alike there were none."""
    found = list(totals)
    none = any(each.measure == "other" and each.high == 0 for each in figures)
    for measure in ("injured", "killed"):
        if none and all(total.measure != measure for total in found):
            found.insert(0, Total(measure, 0, 0, 0))
    return found
