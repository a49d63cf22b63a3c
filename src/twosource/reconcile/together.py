"""A claim of several speakers in, the same claim of each of the others alone out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.base.records import Claim
from twosource.reconcile.identity import is_scrap

JOINT = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)


def said_with(claim: Claim, text: str) -> Iterator[tuple[Claim, str]]:
    """The claim as each named one of `also` makes it, with the name.

    What two say "in a joint statement" is one word, not two.
    """
    if claim.also and not JOINT.search(_sentence_of(claim, text)):
        for each in claim.also:
            if each.name is not None and not is_scrap(each.name):
                yield replace(claim, speaker=each, also=()), each.name


def _sentence_of(claim: Claim, text: str) -> str:
    """The words around a claim's cue, from stop to stop."""
    place = claim.cue.start if claim.cue is not None else claim.content[0].start
    end = text.find(". ", place)
    return text[text.rfind(". ", 0, place) + 1 : end if end >= 0 else len(text)]
