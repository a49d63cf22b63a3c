"""A claim of "the statement" in, the same with whoever issued the statement out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.base.records import Claim
from twosource.extract.claim_words import word_set

BEHIND = 90  # characters behind a claim in which it says where it was made
PAPER = re.compile(r"the (?:\w+ )?(\w+)")
END = re.compile(r"[.!?]\s|\n")


def whose_paper(claim: Claim, before: Sequence[Claim], text: str) -> Claim:
    """The claim; "the statement" is the word of who spoke in a statement before.

    "…, the army said in a statement. …, the statement said." The words stay as they are written.
    """
    speaker = claim.speaker
    if speaker is None or speaker.span is None or speaker.name or claim.attribution != "document":
        return claim
    paper = PAPER.fullmatch(speaker.span.quote(text).lower())
    if paper is None or paper[1] not in word_set("issued"):
        return claim
    for each in reversed(before):
        known = each.speaker is not None and each.attribution != "document"
        if known and each.speaker is not None and _spoke_in(paper[1], each, text):
            named = replace(speaker, name=each.speaker.name, actor=each.speaker.actor)
            return replace(claim, speaker=named, attribution=each.attribution)
    return claim


def _spoke_in(paper: str, claim: Claim, text: str) -> bool:
    """Whether a claim was made in such a paper: "said in a statement", "a statement by"."""
    spans = [*claim.content, *([claim.cue] if claim.cue else [])]
    speaker = claim.speaker.span if claim.speaker else None
    first = min(span.start for span in [*spans, *([speaker] if speaker else [])])
    last = max(span.end for span in spans)
    end = END.search(text, last, last + BEHIND)
    said = text[first : end.start() if end else last + BEHIND]
    for span in claim.content:
        said = said.replace(span.quote(text), " ")
    return re.search(rf"\b{paper}s?\b", said.lower()) is not None
