"""A figure and its account in, the day that the words round it say it holds as of out.

"As of Friday", "by Sunday evening", "until Monday" give the day; "since Monday" gives the day it
began, so that the count holds as of the report.
"""

import re

from twosource.base.moments import to_when
from twosource.base.records import Account, Figure, Span, Time, When

_LATE = r"(?:(?:early|late|mid|the|noon|midday|midnight) (?:on )?)?"
_UNTIL = re.compile(rf"\b(?:as of|as at|by|until|till|up to|through) {_LATE}$", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:since|starting|beginning) {_LATE}$", re.IGNORECASE)
_REACH = 24  # characters before a time in which such a word stands
_FAR = 160  # characters between a figure and the day it holds as of


def told_day(figure: Figure, account: Account, sentence: Span) -> When | None:
    """The day that a figure is said to hold as of; None when its sentence does not say.

    `sentence` is the stretch of the report's text in which the figure stands.
    """
    text = account.report.text
    near = sorted(
        (abs(time.span.start - figure.span.start), time.id, time)
        for time in account.times
        if sentence.covers(time.span) and _UNTIL.search(_before(time, text))
    )
    days = (to_when(time.value) for far, _, time in near if far <= _FAR)
    return next((when for when in days if when is not None), None)


def begins(time: Time, text: str) -> bool:
    """Whether the words before a time say that something began then: "since Monday"."""
    return _SINCE.search(_before(time, text)) is not None


def _before(time: Time, text: str) -> str:
    return " ".join(text[max(0, time.span.start - _REACH) : time.span.start].split()) + " "
