"""What is told of events in, the denials that only point at it out: "the movement denied this"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.base.records import Account, Claim
from twosource.base.stories import Citation
from twosource.reconcile.book import Book
from twosource.reconcile.origins import find_voices
from twosource.reconcile.propositions import OWN_WORD, Saying, points

BLAMING = r"(?i)(?:has |have |had |also )*(?:accus|blam)\w+"
BLAME = r"(?i)\b(?:accusations?|allegations?|charges?|blame)\b"
HAPPENED = "happened"
NEAR = 60  # characters from a speaker to what it denies


def answer(sayings: Sequence[Saying], book: Book) -> list[Saying]:
    """The sayings, and beside each that somebody else denies by a mere pointer that denial."""
    told = list(sayings)
    return told + [each for one in told for each in _answers(one, book)]


def _answers(one: Saying, book: Book) -> Iterator[Saying]:
    claim = book.claims.get((one.report, one.claim))
    stated = one.slot == HAPPENED or one.reach is not None
    if claim is None or not stated or one.denies or one.voice.kind in OWN_WORD:
        return
    account = book.accounts[one.report]
    for denial in _denials_of(claim, account, counts=one.reach is not None):
        cited = _cite(denial, account)
        words = account.report.text[cited.start : cited.end]
        for voice in find_voices(book, account, denial):
            if voice.kind not in OWN_WORD and not set(voice.marks) & set(one.voice.marks):
                told = one.text if one.reach is not None else words
                yield replace(one, voice=voice, citation=cited, text=told, denies=True, remarks=())


def _denials_of(claim: Claim, account: Account, *, counts: bool) -> Iterator[Claim]:
    """The claims by which others deny what this one tells, or (`counts`) its number."""
    for remark in claim.verification:
        for other in account.claims if remark.value == "denied" else ():
            words = " ".join(part.quote(account.report.text) for part in other.content)
            denies = other.cue is not None and other.cue.overlaps(remark.span)
            if other.id != claim.id and denies and points(words, counts=counts):
                yield from [] if re.search(BLAME, words) and _accuses(account) else [other]


def _accuses(account: Account) -> bool:
    """Whether somebody blames another: then "the accusation" is of who did it, not of the deed."""
    cues = (each.cue.quote(account.report.text) for each in account.claims if each.cue)
    return any(re.match(BLAMING, cue) for cue in cues)


def _cite(denial: Claim, account: Account) -> Citation:
    """From who denies it to what it points at."""
    spans = list(denial.content)
    speaker = denial.speaker.span if denial.speaker is not None else None
    if speaker is not None and 0 < spans[0].start - speaker.end < NEAR:
        spans.append(speaker)
    return Citation(
        account.report.id, min(span.start for span in spans), max(span.end for span in spans)
    )
