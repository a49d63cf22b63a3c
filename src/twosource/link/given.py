"""Two mentions that somebody marked in, how likely they tell of one event out, with the reason.

Who marks mentions asks only which of them tell of one happening. Days and counts are read from the
words around them, and often read wrongly; here they lean the score and bar nothing. The weights are
a table of their own: events that were found are joined more warily, since findings rest on them.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.base.vocabulary import load_words
from twosource.link.clues import Clue, day_of
from twosource.link.concepts import stem_of, words_of
from twosource.link.scores import Score, Texts, compare, explain

FAR = 8  # days between two told days from which on they are hardly one
LONG = range(7, 31)  # days between two reports after which news is seldom of one happening
DISTANT = 10  # mentions of one report that lie further apart than this are equally far

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """How a story uses its words: mentions of each, reports that have each, reports in all."""

    mentions: Mapping[Stems, int]
    reports: Mapping[Stems, int]
    every: int


def count_usage(clues: Sequence[Clue]) -> Usage:
    """How often the triggers of a story are said, word by word."""
    mentions = Counter(_stems(clue) for clue in clues)
    reports = Counter(stems for stems, _ in {(_stems(clue), clue.report) for clue in clues})
    return Usage(mentions, reports, len({clue.report for clue in clues}))


def score_given(left: Clue, right: Clue, texts: Texts, usage: Usage) -> Score:
    """The score of two marked mentions; the order of the two changes nothing."""
    marks = compare(left, right, texts)
    marks |= compare_given(left, right, marks, usage)
    weights: dict[str, float] = load_words("twosource.link", "weights")["given"]
    total = weights["start"] + math.fsum(
        weights[name] * value for name, value in marks.items() if name in weights
    )
    return Score(1 / (1 + math.exp(-total)), explain(left, right, marks))


def compare_given(
    left: Clue, right: Clue, marks: Mapping[str, float], usage: Usage
) -> dict[str, float]:
    """What only marked mentions are compared by; each mark between 0 and 1 but `repeated`."""
    bound = float(marks["word"] or marks["stem"] or marks["group"])
    one, two = _stems(left), _stems(right)
    often = max(usage.mentions[each] / usage.reports[each] for each in (one, two))
    share = min(usage.reports[one], usage.reports[two]) / usage.every
    steps = min(abs(left.position - right.position), DISTANT) / DISTANT
    gap = _days_between(left, right)
    return {
        "days_meet": (gap == 0) * bound,
        "days_far": float(gap is not None and gap >= FAR),
        "reports_far": float(_reports_apart(left, right) in LONG),
        "share": share * marks["word"] * (1 - marks["here"]),
        "repeated": math.log(often) * bound,
        "form": float(left.form == right.form),
        "light_company": marks["light"] * marks["company"],
        "steps": steps * marks["here"] * bound,
    }


def _stems(clue: Clue) -> Stems:
    return tuple(sorted(stem_of(word) for word in words_of(clue.lemma)))


def _days_between(left: Clue, right: Clue) -> int | None:
    """Days between the two told stretches, 0 when they meet, None when one is not told."""
    if left.when is None or right.when is None:
        return None
    first, last = sorted((left.when, right.when), key=lambda when: (when.start, when.end))
    if last.start <= first.end:
        return 0
    start, end = day_of(last.start), day_of(first.end)
    return (start - end).days if start is not None and end is not None else None


def _reports_apart(left: Clue, right: Clue) -> int:
    """Days between the two reports, 0 when one is not dated."""
    if left.published is None or right.published is None:
        return 0
    return abs((left.published - right.published).days)
