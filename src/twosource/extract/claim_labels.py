"""A reading in, speech marked by a label out: "Tolan: We are leaving.", "Q: Who began?".

A label counts when the report is an interview (two labels or more, each standing at least twice)
or when a quotation follows it, as in headlines. "Photo: …" is neither. A headline may also end
with whose word it is: "Nine dead in Karsk - rebels".
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_capital, by_name
from twosource.base.reading import Reading
from twosource.base.records import Span
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_voices import common_nouns
from twosource.extract.claim_words import word_set

NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
LABEL = re.compile(rf"^[ \t]*(?P<who>{NAME}): +(?P<said>\S[^\n]*)", re.MULTILINE)
QUOTED = re.compile(r"[\"'“‘].+[\"'”’]\.?")
SENTENCE = re.compile(r".*[.?!…][\"'”’)]?")
DASHES = frozenset({"-", "--"})  # as the parser sees them
STOPS = frozenset({".", ";", ","})
TAIL = 5  # words at most from the dash on
TWICE = 2


def add_labelled(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of labelled speech, which take the place of what stands in them."""
    labelled = [*_find(reading), *_beside_headline(reading)]
    spans = [draft.content[0] for draft in labelled]
    free = [
        draft
        for draft in drafts
        if not any(span.start <= _first(draft) < span.end for span in spans)
    ]
    return [*free, *labelled]


def _first(draft: Draft) -> int:
    return draft.content[0].start if draft.content else draft.place


def _find(reading: Reading) -> Iterator[Draft]:
    text = reading.report.text
    hits = list(LABEL.finditer(text))
    often = Counter(hit["who"] for hit in hits)
    spoken = {who for who, times in often.items() if times >= TWICE}
    for hit in hits:
        interview = (
            len(spoken) >= TWICE and hit["who"] in spoken and SENTENCE.fullmatch(hit["said"])
        )
        if interview or QUOTED.fullmatch(hit["said"]):
            draft = _draft(reading, hit)
            if draft is not None:
                yield draft


def _beside_headline(reading: Reading) -> Iterator[Draft]:
    """The headline with whose word it is behind a dash or before a colon.

    A name that the report does not have as an actor is an outlet, a town or a rubric.
    """
    head = reading.headline or _first_line(reading)
    if head is None:
        return
    marks = [token.i for token in head[1:-1] if token.text in DASHES]
    if marks and head.end - marks[-1] <= TAIL and _is_ones(reading, head[-1]):
        yield _titled(head, head[-1], head.start, marks[-1])
    if head.doc[max(head.start, head.end - TAIL) : head.end - 1].text.endswith(":") and _is_ones(
        reading, head[-1]
    ):
        yield _titled(head, head[-1], head.start, head.end - 2)
    colon = next((token.i for token in head[1:TAIL] if token.text == ":"), None)
    if colon is not None and len(head.doc[colon - 1].text) == 1:
        return  # "Q: …"
    if colon is not None and colon + 1 < head.end and _is_ones(reading, head.doc[colon - 1]):
        yield _titled(head, head.doc[colon - 1], colon + 1, head.end)


def _first_line(reading: Reading) -> Words | None:
    """What opens a text without a headline of its own: its first sentence.

    The parser may break it behind the label ("UN:").
    """
    text = reading.report.text
    first = next(iter(reading.sentences), None)
    if first is None or text[: first.start_char].strip():
        return None
    if first[-1].text != ":" or len(reading.sentences) == 1:
        return first
    second = reading.sentences[1]
    broken = "\n" in text[first.end_char : second.start_char]
    return first if broken else reading.doc[first.start : second.end]


def _is_ones(reading: Reading, last: Token) -> bool:
    """Whether the last word of a label is somebody's: a noun for people, or a known body."""
    if by_name(last.text) or by_capital(last.text):
        return False
    place = Span(last.idx, last.idx + len(last.text))
    kinds = {row.kind for row in reading.account.actors if row.span.covers(place)}
    if kinds:
        return "media" not in kinds
    people = (row.name for row in reading.account.actors if row.kind == "person" and row.name)
    if any(name.endswith(f" {last.text}") for name in people):
        return True
    word = last.lemma_.lower()
    if word in word_set("speakers", "document"):
        return word in word_set("speakers", "labels")
    return last.pos_ == "NOUN" and word in common_nouns()


def _titled(head: Words, speaker: Token, start: int, end: int) -> Draft:
    last = head.doc[end - 1]
    while end - 1 > start and last.text in STOPS:
        end -= 1
        last = head.doc[end - 1]
    return Draft(None, speaker, [Span(head.doc[start].idx, last.idx + len(last.text))], head)


def _draft(reading: Reading, hit: re.Match[str]) -> Draft | None:
    """The labelled paragraph; None when it is furniture."""
    said = Span(hit.start("said"), hit.start("said") + len(hit["said"].rstrip(" .;")))
    passage = next(
        (each for each in reading.passages if each.start_char <= hit.start("who") < each.end_char),
        None,
    )
    if passage is None or said.end <= said.start:
        return None
    return Draft(None, _last_word(reading, hit), [said], passage, direct=True)


def _last_word(reading: Reading, hit: re.Match[str]) -> Token | None:
    words = reading.doc.char_span(hit.start("who"), hit.end("who"), alignment_mode="expand")
    return words[-1] if words is not None else None
