"""Findings in, those whose sentence was not told yet out."""

import re
from collections.abc import Iterable, Set

from twosource.base.stories import Finding

NAMED = re.compile(r"^[^“”:]+: “(.+)”$", re.DOTALL)  # what a sentence tells, before the sentence
UNSAID = re.compile(r"[\W_]+")  # what is neither a letter nor a digit


def plain_words(words: str) -> str:
    """Words without case, marks and blanks: equal ones are told once.

    >>> plain_words('“Homes were hit,”') == plain_words("homes were hit")
    True
    >>> plain_words("Deaths: “Six died in a raid.”") == plain_words("Raid: “Six died in a raid.”")
    True
    """
    named = NAMED.match(words)
    return UNSAID.sub("", (named[1] if named else words).casefold())


def tell_once(findings: Iterable[Finding], told: Set[str] = frozenset()) -> list[Finding]:
    """The findings whose sentence is not among those told (as `plain_words`), nor told before."""
    kept = []
    seen = set(told)
    for each in findings:
        words = plain_words(each.text)
        if words not in seen:
            kept.append(each)
        seen.add(words)
    return kept
