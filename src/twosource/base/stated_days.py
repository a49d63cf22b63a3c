"""A sentence and its report in, whether the days that it states fit some days out."""

from twosource.base.moments import to_when
from twosource.base.records import Account, Span, When

EXACT = frozenset({"minute", "part", "day"})


def stated_days(sentence: Span, account: Account) -> list[When]:
    """The single days that the sentence states, in the order of the words; none is common."""
    whens = [to_when(time.value) for time in account.times if sentence.covers(time.span)]
    return [when for when in whens if when is not None and when.precision in EXACT]


def is_of_other_days(sentence: Span, account: Account, when: When) -> bool:
    """Whether the sentence states days, and none of them lies in these.

    "On Wednesday, blasts were heard" is not told under Tuesday; what states no day may be.
    """
    days = stated_days(sentence, account)
    return bool(days) and all(day.end < when.start or when.end < day.start for day in days)
