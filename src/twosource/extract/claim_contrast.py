"""Drafts in, what the outlet itself sets against them out: "…, but severe damage was observed".

A plain sentence is the outlet's own word and no claim. Only a sight that is set against a claim
in its sentence or the one before is kept beside that claim.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Span
from twosource.extract.claim_content import spans_of
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_tails import is_observation
from twosource.extract.claim_words import word_set


def find_contrasts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """A draft without a speaker for each sight that bears on a claim."""
    told = {draft.passage.start for draft in drafts}
    before = False
    for passage in reading.sentences:
        here = passage.start in told
        if (here or before) and any(t.lower_ in word_set("contrast") for t in passage):
            yield from _sights(passage, drafts)
        before = here


def _sights(passage: Words, drafts: list[Draft]) -> Iterator[Draft]:
    for token in passage:
        if not is_observation(token):
            continue
        content = spans_of(token.doc, _clause(token))
        if content and not any(_inside(draft, content[0]) for draft in drafts):
            yield Draft(Cue(token, "raising", "observing", None), None, content, passage)


def _clause(verb: Token) -> list[Token]:
    """The verb with its subject and circumstances, without what is joined to it."""
    parts = [c for c in verb.children if c.dep_ not in {"conj", "cc", "punct", "ccomp", "mark"}]
    return sorted([verb, *(t for part in parts for t in part.subtree)], key=lambda t: t.i)


def _inside(draft: Draft, place: Span) -> bool:
    return any(span.covers(place) for span in draft.content)
