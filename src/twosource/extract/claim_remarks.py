"""Drafts and remarks on verification in; each remark with the claim it speaks of out."""

from twosource.base.records import Span, Verification
from twosource.extract.claim_drafts import Draft
from twosource.extract.factuality import tokens_in

BREAKS = (",", ";", " - ", "--", " but ", " although ", " though ", " while ")
SPEECH_TOO = frozenset({"denied", "confirmed_by"})


def cut_at_remarks(
    drafts: list[Draft], remarks: list[Verification], quotes: tuple[Span, ...]
) -> list[Draft]:
    """The drafts without remarks in their contents, and without those that are only a remark."""
    free = [r for r in remarks if not any(quote.covers(r.span) for quote in quotes)]
    text = drafts[0].passage.doc.text if drafts and free else ""
    kept = []
    for draft in drafts:
        if draft.cue is not None and any(
            r.value not in SPEECH_TOO and r.span.start <= draft.place < r.span.end for r in free
        ):
            continue
        for remark in free:
            draft.content = [_cut(text, span, remark.span) for span in draft.content]
        kept.append(draft)
    return kept


def _cut(text: str, content: Span, remark: Span) -> Span:
    if not content.start < remark.start < content.end:
        return content
    before = text[content.start : remark.start].lower()
    place = max(before.rfind(mark) for mark in BREAKS)
    if not before[: max(place, 0)].strip():
        return content
    return Span(content.start, content.start + len(before[:place].rstrip()))


def bind_remarks(
    drafts: list[Draft], remarks: list[Verification]
) -> list[tuple[Verification, ...]]:
    """For each draft the remarks that speak of it: those in its sentence or the next one."""
    bound: list[list[Verification]] = [[] for _ in drafts]
    for remark in remarks:
        place = _claim_before(drafts, remark)
        if place is not None:
            bound[place].append(remark)
    return [tuple(each) for each in bound]


def _claim_before(drafts: list[Draft], remark: Verification) -> int | None:
    found: int | None = None
    for place, draft in enumerate(drafts):
        if draft.content[0].start >= remark.span.start or _is_remark(draft, remark):
            continue
        if _near(draft, remark):
            found = place
    return found


def _is_remark(draft: Draft, remark: Verification) -> bool:
    return draft.cue is not None and remark.span.start <= draft.place < remark.span.end


def _near(draft: Draft, remark: Verification) -> bool:
    """Whether the remark stands in the claim's last sentence or in the next."""
    doc = draft.passage.doc
    last = max(span.end for span in draft.content)
    words = tokens_in(doc, [Span(last, remark.span.start)])
    return sum(1 for token in words if token.is_sent_start and not token.is_space) <= 1
