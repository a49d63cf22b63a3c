"""A reading in, drafts of its claims out: cue, speaker and content as spans, one for each cue.

Contents do not nest: the widest stands, and who passed it on is kept aside.
"""

from dataclasses import dataclass, field

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Span
from twosource.extract.claim_content import content_tokens, spans_of
from twosource.extract.claim_cues import Cue, find_cues
from twosource.extract.claim_speakers import find_speaker

LONGEST_OFFICE = 8  # words between two commas that say who a speaker is


@dataclass(slots=True)
class Draft:
    """A claim in the making; `content` changes while quotations are joined to it."""

    cue: Cue | None
    speaker: Token | None
    content: list[Span]
    passage: Words
    direct: bool = False
    carried: bool = False
    bulletin: bool = False  # it goes on with what a colon opened
    quoted: list[Span] = field(default_factory=list)
    within: list["Draft"] = field(default_factory=list)
    cited: list[Token] = field(default_factory=list)  # who is cited for it: "…, citing a colonel"

    @property
    def place(self) -> int:
        """Where the cue stands; where the content begins when there is none."""
        return self.cue.token.idx if self.cue else self.content[0].start

    @property
    def klass(self) -> str:
        """The class of its cue; a continuation only says on."""
        return self.cue.klass if self.cue else "saying"

    @property
    def cue_is_noun(self) -> bool:
        """Whether the cue is a noun or adjective, which never takes quotations up."""
        return self.cue is not None and self.cue.token.pos_ in {"NOUN", "ADJ"}


def draft_claims(reading: Reading) -> list[Draft]:
    """A draft for each cue of the reading, also those that still lack a content."""
    drafts = []
    for passage in reading.passages:
        for cue in find_cues(passage):
            speaker = find_speaker(cue)
            content = spans_of(reading.doc, _before(speaker, cue, content_tokens(cue)))
            drafts.append(Draft(cue, speaker, content, passage))
    return drafts


def _before(speaker: Token | None, cue: Cue, content: list[Token]) -> list[Token]:
    """The content without a speaker at its end: "…, a trader, Ana Beros, 43, said"."""
    if speaker is None or speaker not in content or speaker.i > cue.token.i:
        return content
    start = min(speaker.left_edge.i, cue.token.i)
    commas = [t.i for t in speaker.doc[content[0].i : start - 1] if t.text == ","]
    beside = commas[-1] if commas and speaker.doc[start - 1].text == "," else start
    if 0 < start - beside <= LONGEST_OFFICE and speaker.doc[beside + 1].dep_ == "det":
        start = beside
    return [token for token in content if token.i < start]


def drop_nested(drafts: list[Draft]) -> list[Draft]:
    """The drafts whose cue does not stand within the content of another one.

    Who speaks within a claim is kept in the `within` of the claim around it.
    """
    ordered = sorted(drafts, key=lambda draft: draft.place)
    kept = []
    for draft in ordered:
        around = [other for other in ordered if other is not draft and _holds(other, draft)]
        if not around:
            kept.append(draft)
        for other in around:
            if draft.cue and other.cue and _leads_to(other.cue, draft.cue):
                other.within.append(draft)
    return kept


def _leads_to(outer: Cue, inner: Cue) -> bool:
    """Whether the inner saying is the very thing that the outer one says."""
    if outer.frame == "according":
        return outer.token.head == inner.token
    within = inner.frame == "according" and inner.token.head == outer.content
    return within or outer.content == inner.token


def _holds(outer: Draft, inner: Draft) -> bool:
    if inner.cue is None or not any(s.start <= inner.place < s.end for s in outer.content):
        return False
    back = outer.cue is not None and any(s.start <= outer.place < s.end for s in inner.content)
    return not back or _size(outer) > _size(inner)


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)
