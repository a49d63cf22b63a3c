"""A report's text in, the words that a correction notice takes back out."""

import re
from functools import cache

from twosource.base.records import Span
from twosource.base.vocabulary import load_words


def corrected_spans(text: str) -> tuple[Span, ...]:
    """The sentences in which a report takes back what was said before.

    >>> text = "Correction: an earlier version wrongly said 40 people died."
    >>> corrected_spans(text)[0].quote(text)
    'an earlier version wrongly said 40 people died'
    """
    return tuple(Span(*match.span()) for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    words = load_words("twosource.reconcile", "corrections")
    return re.compile(
        rf"\b(?:{'|'.join(words['earlier'])})[^.\n]*?"
        rf"\b(?:{'|'.join(words['wrongly'])})\b[^.;\n]*",
        re.IGNORECASE,
    )
