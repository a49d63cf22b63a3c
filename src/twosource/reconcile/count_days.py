"""A count in, the day that it is told as of out: beside the count, else that of its report."""

import re

from twosource.base.records import Account, Figure
from twosource.reconcile.book import Book
from twosource.reconcile.propositions import Saying, as_of_report

DAY = 10  # characters of an ISO date
NEAR = 90  # characters either side of a count in which the day of its happening is told
HAPPENED = re.compile(r"day(?: (?:night|morning|afternoon|evening))?[’']s\b")  # "Saturday's raid"
HOLDS = re.compile(r"\b(?:as of|as at|by|until|till)\b", re.IGNORECASE)


def day_beside(figure: Figure, account: Account, book: Book) -> str | None:
    """The day beside the count, unless that is the day of the happening; None: none is told."""
    near = account.report.text[max(0, figure.span.start - NEAR) : figure.span.end + NEAR]
    if HAPPENED.search(near) and not HOLDS.search(near):
        return None
    mention = book.mentions.get((account.report.id, figure.mention or ""))
    day = mention.when.start if mention is not None and mention.when is not None else None
    return figure.as_of if figure.as_of is not None and figure.as_of[:DAY] != day else None


def day_of_word(one: Saying, happened: str | None, account: Account) -> str | None:
    """The day of the word: the one told beside the count, else the report's, with its hour."""
    published = as_of_report(account)
    told = one.as_of if one.as_of is not None and one.as_of[:DAY] != happened else None
    if told is not None and published is not None and published[:DAY] == told[:DAY]:
        return published
    return told or published or one.as_of or happened
