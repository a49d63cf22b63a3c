"""Sentences in, remarks on verification out: "could not be independently verified"."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as Words

from twosource.base.records import Span, Verification, VerificationValue
from twosource.extract.claim_words import tables

QUICK = re.compile(
    r"verif|confirm|corrobor|num|figure|toll|tally|den(?:y|ie)|disput|refut|reject|dismiss|false"
    r"|fake|untrue|baseless|lie|unfound|propaganda|fabricat|how many"
)


def find_remarks(passage: Words) -> Iterator[Verification]:
    """The remarks of one sentence, in order; none overlaps another."""
    words = passage.text
    text = words.lower()
    if len(text) != len(words) or not QUICK.search(text):
        return
    taken = 0
    hits = [(m.start(), m.end(), value) for value, rule in _rules() for m in rule.finditer(text)]
    for start, end, value in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= taken:
            place = passage.start_char
            yield Verification(Span(place + start, place + end), value)
            taken = end


@cache
def _rules() -> tuple[tuple[VerificationValue, re.Pattern[str]], ...]:
    return tuple(
        (group["value"], re.compile("|".join(group["patterns"])))
        for group in tables()["verification"]
    )
