"""A claim in, the marks that tie it to others out: its quotations, and whose word it passes on."""

import re

from twosource.base.records import Account, Claim, Span
from twosource.reconcile.book import Book
from twosource.reconcile.keys import key_of, plain, surname_of

CITING = re.compile(r"\b(?:citing|quoting|referring to|on the word of)\b", re.I)
MARKS = re.compile('["“”]')
QUOTED = 6  # words from which on an equal quotation is one utterance


def find_quotes(account: Account, claim: Claim) -> tuple[str, ...]:
    """A mark for each long quotation: the same words quoted twice are one utterance."""
    if not claim.direct:
        return ()
    told = [plain(span.quote(account.report.text)) for span in claim.content]
    return tuple(sorted(f"quote:{words}" for words in told if len(words.split()) >= QUOTED))


def find_quote_at(text: str, place: int) -> str | None:
    """The mark of the long quotation in which a place of the text stands; None outside of one."""
    start = text.rfind("\n", 0, place) + 1
    marks = [mark.start() for mark in MARKS.finditer(text, start, place)]
    opened = marks[-1] if marks and (len(marks) % 2 or text[marks[-1]] == "“") else None
    closed = MARKS.search(text, place)
    if opened is None or closed is None or "\n" in text[opened : closed.start()]:
        return None
    words = plain(text[opened + 1 : closed.start()])
    return f"quote:{words}" if len(words.split()) >= QUOTED else None


def find_chain(book: Book, account: Account, claim: Claim) -> tuple[str, ...]:
    """Marks of those the words passed through: who cites another is not independent of it."""
    marks = []
    for name in claim.via:
        actor = book.actors.get((account.report.id, name))
        if actor is not None:
            marks.append(f"who:{key_of(actor, account)}")
        else:  # who it is stands nowhere else in the report: a body or somebody by name
            known = book.bodies.key(f"body:{plain(name)}")
            marks += [f"who:{known}", f"who:person:{surname_of(name)}"]
    marks += [f"who:{key}" for key in _cited(account, claim)]
    return tuple(sorted(set(marks)))


def _cited(account: Account, claim: Claim) -> list[str]:
    """The keys of those whom the words beside the speaker cite: "the Front, citing the clinic,"."""
    speaker = claim.speaker.span if claim.speaker is not None else None
    if speaker is None or claim.cue is None:
        return []
    between = Span(speaker.end, claim.cue.start)
    text = account.report.text
    lead = CITING.search(text, between.start, between.end) if between.start < between.end else None
    if lead is None:
        return []
    cited = Span(lead.end(), between.end)
    keys = [key_of(actor, account) for actor in account.actors if cited.covers(actor.span)]
    return [key for key in keys if key is not None]
