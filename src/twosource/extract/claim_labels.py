"""A reading in, speech marked by a label out: "Tolan: We are leaving.", "Q: Who began?".

A label counts when the report is an interview (two labels or more, each standing at least twice)
or when a quotation follows it, as in headlines. "Photo: …" is neither.
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Span
from twosource.extract.claim_drafts import Draft

NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
LABEL = re.compile(rf"^[ \t]*(?P<who>{NAME}): +(?P<said>\S[^\n]*)", re.MULTILINE)
QUOTED = re.compile(r"[\"'“‘].+[\"'”’]\.?")
SENTENCE = re.compile(r".*[.?!…][\"'”’)]?")
TWICE = 2


def add_labelled(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of labelled speech, which take the place of what stands in them."""
    labelled = list(_find(reading))
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
