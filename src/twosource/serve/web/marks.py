"""A page as anybody may see it in, the page as one person sees it out.

A template puts what only reviewers see between `<!--may-->` and `<!--/may-->`, and what undoes a
decision of NAME between `<!--by NAME-->` and `<!--/by-->`: its maker and administrators see that.
So a page is made once, whoever asks for it, and can be printed ahead.
"""

import re
from urllib.parse import quote

from twosource.base.people import Person

WHO = b"<!--who-->"  # behind it stands who asks, where there is a login
FOR_REVIEWERS = re.compile(rb"<!--may-->.*?<!--/may-->", re.DOTALL)
FOR_MAKERS = re.compile(rb"<!--by (\S*?)-->(.*?)<!--/by-->", re.DOTALL)
MINE = b" data-mine"  # on the form that undoes one's own decision: the key `u` presses it


def page_for(page: bytes, person: Person) -> bytes:
    """The page without what this person may not do."""
    if b"<!--by " in page:
        page = FOR_MAKERS.sub(lambda found: _undo_for(person, found), page)
    return page if person.may("reviewer") else FOR_REVIEWERS.sub(b"", page)


def _undo_for(person: Person, found: re.Match[bytes]) -> bytes:
    if not person.may("reviewer"):
        return b""
    if found[1] == quote(person.name).encode():
        return found[2]
    return found[2].replace(MINE, b"") if person.may("admin") else b""
