"""The accounts of a story in, passages out: each stretch of words with whose word it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.base.records import Account, Claim, Span
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice
from twosource.reconcile.origins import find_voices
from twosource.reconcile.turns import find_turn

SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?![\s\"”’)]|$)[^\n.!?]*)*[.!?]*[\"”’)]*")
LEAD = re.compile(r"[\s,;:–-]*(?:(?:but|although|though|while|whereas|and|that)\b[\s,]*)*", re.I)
TAIL = re.compile(r"(?:[\s,;:–-]|\b(?:but|although|though|while|whereas|and)\b)*$", re.I)
SHORTEST = 3  # words below which a stretch between two claims says nothing


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one report and the origins that vouch for them."""

    account: Account
    span: Span
    sentence: Span
    text: str  # lower-cased, single blanks
    voices: tuple[Voice, ...]
    claim: str | None


def find_passages(book: Book) -> Iterator[Passage]:
    """The passages of every report, in order: what is claimed, and what the outlet says itself."""
    for account in book.accounts.values():
        text = account.report.text
        outside = [piece.span for piece in account.report.furniture]
        for match in SENTENCE.finditer(text):
            sentence = Span(*match.span())
            if not any(span.overlaps(sentence) for span in outside):
                yield from _split(account, sentence, book)


def _split(account: Account, sentence: Span, book: Book) -> Iterator[Passage]:
    """The parts of a sentence: each claim's content, then what no claim covers."""
    covered: list[Span] = []
    for claim in account.claims:
        for content in claim.content:
            part = _common(content, sentence)
            if part is not None:
                covered.append(part)
                yield from _split_claim(account, part, sentence, claim, book)
    voices = find_voices(book, account, None)
    for part in _rest(sentence, covered):
        if len(part.quote(account.report.text).split()) >= SHORTEST:
            yield _make(account, part, sentence, voices, None)


def _split_claim(
    account: Account, part: Span, sentence: Span, claim: Claim, book: Book
) -> Iterator[Passage]:
    """A claim's words up to "although according to …": what follows is another's word."""
    turn = find_turn(book, account, part)
    until = turn.end if turn is not None else part.end
    voices = find_voices(book, account, claim)
    yield _make(account, Span(part.start, until), sentence, voices, claim.id)
    if turn is not None:
        yield _make(account, Span(turn.start, part.end), sentence, (turn.voice,), None)


def _make(
    account: Account, span: Span, sentence: Span, voices: tuple[Voice, ...], claim: str | None
) -> Passage:
    text = " ".join(span.quote(account.report.text).lower().split())
    return Passage(account, _trim(span, account.report.text), sentence, text, voices, claim)


def _common(left: Span, right: Span) -> Span | None:
    if not left.overlaps(right):
        return None
    return Span(max(left.start, right.start), min(left.end, right.end))


def _rest(sentence: Span, covered: list[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in sorted(covered):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _trim(span: Span, text: str) -> Span:
    words = span.quote(text)
    lead = LEAD.match(words)
    start = span.start + (lead.end() if lead else 0)
    tail = TAIL.search(words)
    end = span.start + (tail.start() if tail else len(words))
    return Span(start, max(start, end))
