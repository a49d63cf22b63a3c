"""A speaker who is not named in, the body of which he is told to be one out.

"Researchers with the Orvan Monitor" and the Orvan Monitor are one origin.
"""

import re

from twosource.base.records import Account, Claim
from twosource.reconcile.book import Book

REACH = 120  # characters from the speaker's first word on
OF_BODY = re.compile(
    r"(?:[\w-]+ ){0,4}?[\w-]+ (?:of|for|from|at|with) (?:the )?"
    r"((?:[A-Z][\w-]*|of|for|and|the)(?: (?:[A-Z][\w-]*|of|for|and|the))*)(?![’'\w])"
)


def find_membership(book: Book, account: Account, claim: Claim) -> str | None:
    """The key of the body behind the speaker's noun; None when no known one stands there."""
    span = claim.speaker.span if claim.speaker is not None else None
    if span is None:
        return None
    told = OF_BODY.match(account.report.text, span.start, span.start + REACH)
    known = book.bodies.find(told[1]) if told is not None else None
    return f"body:{known}" if known is not None else None
