"""A speaker's words in, whether it is one who saw it for an outlet, and for which, out."""

import re

from twosource.base.agencies import name_agency
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain

NAME = r"((?:[A-Z][\w.’'-]*\s?)+)"  # an agency's name
JOB = r"(?:journalist|report|correspond|photograph)\w*"
BEHIND = re.compile(rf"{JOB}\s+(?:for|of|from|with)\s+(?:the\s+)?{NAME}")
BEFORE = re.compile(rf"{NAME}[a-z ]*{JOB}")
OWNER = re.compile(r"(?:[’']s?|(?<=[A-Z]{2})s)$")  # "Reuters'", "AFP's", "AFPs"


def is_reporter(words: str) -> bool:
    """Whether somebody speaks who reports for an outlet or an agency."""
    reporters: list[str] = load_words("twosource.reconcile", "speakers")["reporters"]
    return any(word in reporters for word in words.lower().split())


def agency_of(words: str) -> str | None:
    """The plain name of the agency or paper whose reporter it is; None: it is not told.

    >>> agency_of("SANA reporter in Orvan"), agency_of("a correspondent for the Orvan Post")
    ('sana', 'orvan post')
    >>> agency_of("An AFP reporter") == agency_of("An Agence France Presse photographer")
    True
    >>> agency_of("the correspondent") is None
    True
    """
    known = name_agency(words)
    if known is not None:
        return plain(known)
    named = BEHIND.search(words) or BEFORE.search(words.removeprefix("The "))
    return plain(OWNER.sub("", named[1].strip())) if named is not None else None


def is_faceless(words: str) -> bool:
    """Whether the words name no medium: "local media", "other outlets"."""
    faceless: list[str] = load_words("twosource.reconcile", "speakers")["faceless_media"]
    return set(plain(words).split()) <= set(faceless)
