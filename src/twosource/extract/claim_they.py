"""A "they" that speaks in, the group that the sentence before tells of out."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Actor, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 3  # sentences that "they" may look back
SINGLE = frozenset({"person", "media"})


def group_before(reading: Reading, head: Token) -> Actor | None:
    """The group that is the subject of the sentence before; None when it is a single person.

    A "they" there stands for the same group, up to three sentences back.
    """
    if head.lower_ != "they":
        return None
    sentence = head.sent
    for _ in range(BACK):
        if sentence.start == 0:
            return None
        sentence = reading.doc[sentence.start - 1].sent
        subject = _subject(sentence)
        if subject is None or subject.lower_ != "they":
            return _group_at(reading, subject) if subject is not None else None
    return None


def _subject(sentence: Words) -> Token | None:
    return next((c for c in sentence.root.children if c.dep_ in SUBJECTS), None)


def _group_at(reading: Reading, head: Token) -> Actor | None:
    place = Span(head.idx, head.idx + len(head.text))
    rows = [row for row in reading.account.actors if row.span.covers(place)]
    found = min(rows, key=lambda row: row.span.end - row.span.start, default=None)
    return None if found is None or found.kind in SINGLE else found
