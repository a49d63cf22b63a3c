"""A report's counts in, those of "others" out with the persons told before them.

"A teacher was killed. Twelve other members of the family were killed too": thirteen.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.base.records import Figure
from twosource.extract.total_persons import Person, are_joined
from twosource.extract.total_ranges import size

_OTHERS = re.compile(r"\bothers?\b")


def with_those_before(
    figures: Sequence[Figure], persons: Sequence[Person], text: str
) -> list[Figure]:
    """The figures; the only number that is one of others has the persons told before it added.

    What stands joined with a person in one phrase is summed elsewhere.
    """
    counts = [each for each in figures if each.number is not None and each.cumulative]
    first = min(counts, key=lambda each: each.span.start, default=None)
    if first is None or first.value is None or not _OTHERS.search(first.span.quote(text)):
        return list(figures)
    before = [each for each in persons if each.first < first.span.start]
    joined = any(are_joined(each.last, first, text) for each in before)
    if not before or joined or {size(each) for each in counts} != {first.value}:
        return list(figures)
    more = len(before)
    whole = replace(
        first, value=first.value + more, low=_plus(first.low, more), high=_plus(first.high, more)
    )
    return [whole if each.id == first.id else each for each in figures]


def _plus(bound: float | None, more: int) -> float | None:
    return None if bound is None else bound + more
