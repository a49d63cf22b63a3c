"""A text in, the names of bodies that begin with a day or month out: "the April 6 Movement"."""

import re
from collections.abc import Iterator

from twosource.extract.times_rules import WORDS

_MONTH = "|".join(name.title() for name in WORDS["month"] if name.isalpha())
_BODIES: tuple[str, ...] = tuple(WORDS["dated"]["bodies"])
_BODY = "|".join(_BODIES)
_BEFORE = "|".join(WORDS["dated"]["before"])
_NAME = re.compile(
    rf"(?P<before>\b(?i:{_BEFORE}) )?"
    rf"\b(?P<name>(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH})(?: \d{{1,2}})?)"
    rf"(?: [A-Z]\w+){{0,2}} (?:{_BODY}))\b(?! [A-Z])"
)


def dated_names(text: str) -> Iterator[tuple[int, int]]:
    """Where such names stand; "in June Movement leaders met" has none: a day is told there."""
    if not any(body in text for body in _BODIES):  # spares most sentences the pattern
        return
    for match in _NAME.finditer(text):
        if match["before"] is None:
            yield match.span("name")
