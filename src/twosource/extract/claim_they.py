"""A "they" or "it" that speaks in, the group or body that the sentence before tells of out."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Actor, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 3  # sentences that the pronoun may look back
SINGLE = frozenset({"person", "media"})
PEOPLE = SINGLE | {"civilians", "protesters", "rioters", "unidentified"}  # no "it"


def group_before(reading: Reading, head: Token) -> Actor | None:
    """The group that is the subject of the sentence before; None when it is a single person.

    The same pronoun there stands for the same group, up to three sentences back. "It" is one
    body, named by no plural: "The Relief Agency buried the dead. It said …".
    """
    if head.lower_ not in {"they", "it"}:
        return None
    sentence = head.sent
    for _ in range(BACK):
        if sentence.start == 0:
            return None
        sentence = reading.doc[sentence.start - 1].sent
        subject = _subject(sentence)
        if subject is None or subject.lower_ != head.lower_:
            return _group_at(reading, subject, head) if subject is not None else None
    return None


def _subject(sentence: Words) -> Token | None:
    return next((c for c in sentence.root.children if c.dep_ in SUBJECTS), None)


def _group_at(reading: Reading, subject: Token, pronoun: Token) -> Actor | None:
    place = Span(subject.idx, subject.idx + len(subject.text))
    rows = [row for row in reading.account.actors if row.span.covers(place)]
    found = min(rows, key=lambda row: row.span.end - row.span.start, default=None)
    if found is None or found.kind in SINGLE:
        return None
    if pronoun.lower_ == "they":
        return found
    return None if found.kind in PEOPLE or subject.tag_ == "NNS" else found
