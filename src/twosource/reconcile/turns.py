"""A claim's words in, where they turn to another's word out: "…, although according to …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.base.records import Account, Claim, Span
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice, find_channel, find_hearsay
from twosource.reconcile.hearsay import is_hearsay
from twosource.reconcile.origins import find_named, find_voices
from twosource.reconcile.passed_on import find_quote_at

CONTRAST = re.compile(r"[,;]\s+(?:although|even though|though|whereas)\s+", re.I)
ACCORDING = re.compile(r"according to ([^,]{3,80}),", re.I)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the first speaker's words end, where the other's begin, and who the other is."""

    end: int
    start: int
    voice: Voice


def find_turn(book: Book, account: Account, part: Span) -> Turn | None:
    """The turn within some words: the named other's, else the reporter's. None: there is none."""
    text = account.report.text
    turn = CONTRAST.search(text, part.start, part.end)
    if turn is None:
        return None
    named = ACCORDING.match(text, turn.end(), part.end)
    if named is None:
        return Turn(turn.start(), turn.end(), find_channel(book, account))
    return Turn(turn.start(), turn.end(), find_named(account, Span(*named.span(1))))


def voices_at(
    book: Book, account: Account, claim: Claim | None, place: int
) -> tuple[tuple[Voice, ...], Span | None]:
    """Whose word stands at this place of the text, and its stretch; None: no claim covers it."""
    voices, stretch = _voices_at(book, account, claim, place)
    return with_quote(voices, account, place), stretch


def with_quote(voices: Sequence[Voice], account: Account, place: int) -> tuple[Voice, ...]:
    """The voices, in a long quotation with its mark: quoted twice, it is one utterance."""
    mark = find_quote_at(account.report.text, place)
    if mark is None:
        return tuple(voices)
    return tuple(replace(each, marks=tuple(sorted({*each.marks, mark}))) for each in voices)


def _voices_at(
    book: Book, account: Account, claim: Claim | None, place: int
) -> tuple[tuple[Voice, ...], Span | None]:
    if is_hearsay(account, claim, place):
        return (find_hearsay(book, account),), None
    for content in claim.content if claim is not None else ():
        if not content.start <= place < content.end:
            continue
        turn = find_turn(book, account, content)
        if turn is None:
            return find_voices(book, account, claim), content
        if place >= turn.start:
            return (turn.voice,), Span(turn.start, content.end)
        return find_voices(book, account, claim), Span(content.start, turn.end)
    return find_voices(book, account, claim), None
