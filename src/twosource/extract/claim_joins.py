"""Drafts and quotations in, drafts whose contents hold their quotations whole out.

A quotation belongs to the verb right behind it ("…," he said), or right before it (he said:
"…"); one that follows an attributed one in its paragraph continues it.
"""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

from twosource.base.records import Span
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_speakers import speaker_before, speaker_behind
from twosource.extract.claim_words import frames_of

REACH = 30  # tokens looked at on either side of a quotation
STOPS = frozenset({".", ";", '"', "''", "``", "?", "!"})
WORDS_OF_A_SENTENCE = 4
LOOSE = ".?!"  # signs that end a quotation without binding it to the words behind it


@dataclass(frozen=True, slots=True)
class Page:
    """The parsed text with what joins look up: where tokens start, and drafts by their verb.

    `text` is the whole text: a parse puts its own together anew whenever it is asked.
    """

    doc: Doc
    text: str
    starts: list[int]
    verbs: dict[int, Draft]


def join_quotes(doc: Doc, drafts: list[Draft], quotes: tuple[Span, ...]) -> list[Draft]:
    """The drafts with quotations joined to them, and those that only continue one."""
    answering = [draft for draft in drafts if not _was_asked(draft)]
    verbs = {d.cue.token.i: d for d in answering if d.cue and d.cue.frame in {"quote", "clause"}}
    page = Page(doc, doc.text, [token.idx for token in doc], verbs)
    carried: list[Draft] = []
    last: Draft | None = None
    for quote in quotes:
        owner = _behind(page, quote) or _before(page, quote)
        if owner is not None:
            _join(page.text, owner, quote)
        elif _is_sentence(page.text, quote):
            owner = _continued(page, quote, answering)
            if owner is not None:
                owner.content.append(quote)
                owner.quoted.append(quote)
            elif last is not None and _next_paragraph(page.text, last, quote):
                last = _carried(last, quote)
                carried.append(last)
        last = owner or last
        if owner is not None:
            owner.direct = True
            _name_behind(owner)
    _widen(drafts, quotes)
    return [*drafts, *carried]


def _was_asked(draft: Draft) -> bool:
    """Whether it only tells what somebody was asked: a quotation there is the answer."""
    cue = draft.cue
    return cue is not None and cue.passive and cue.token.lemma_ == "ask"


def _name_behind(owner: Draft) -> None:
    """Give a direct claim the speaker behind its verb when the parse shows none."""
    if owner.cue is None or owner.cue.passive:
        return
    speaker = owner.speaker
    if speaker is None or any(s.start <= speaker.idx < s.end for s in owner.quoted):
        owner.speaker = speaker_behind(owner.cue.token) or speaker_before(owner.cue.token)


def _carried(before: Draft, quote: Span) -> Draft:
    return Draft(
        None, before.speaker, [quote], before.passage, direct=True, carried=True, quoted=[quote]
    )


def _next_paragraph(text: str, before: Draft, quote: Span) -> bool:
    """Whether the quotation opens the paragraph right behind the one quoted before."""
    between = text[max(before.place, before.content[-1].end) : quote.start]
    breaks = [piece for piece in between.split("\n") if piece.strip()]
    opens = not between.rsplit("\n", 1)[-1].strip()
    return "\n" in between and opens and len(breaks) <= 1 and before.direct


def opens_sentence(text: str, quote: Span) -> bool:
    """Whether the quotation stands at the beginning of a sentence or paragraph."""
    before = text[max(0, quote.start - 4) : quote.start].rstrip(" \t\u00a0")
    return not before or before[-1] in ".!?\"'\n)"


def _behind(page: Page, quote: Span) -> Draft | None:
    """The verb of `"…," he said`."""
    text = page.text
    last = last_sign(text, quote)
    if last not in ",?!-." and text[quote.end : quote.end + 1] != ",":
        return None
    first = bisect_left(page.starts, quote.end)
    for token in page.doc[first : first + REACH]:
        if "\n" in token.text or token.text in STOPS or (last == "." and token.is_title):
            return None
        draft = page.verbs.get(token.i)
        if draft is not None and token.dep_ not in {"relcl", "acl"}:
            return None if last in LOOSE and _has_own(draft) else draft
    return None


def _has_own(draft: Draft) -> bool:
    """Whether a content of its own follows the verb."""
    return any(span.start > draft.place for span in draft.content)


def _is_sentence(text: str, quote: Span) -> bool:
    """Whether the quotation is a sentence of its own, or several."""
    long = len(quote.quote(text).split()) >= WORDS_OF_A_SENTENCE
    return opens_sentence(text, quote) and (long or last_sign(text, quote) in ".?!")


def last_sign(text: str, quote: Span) -> str:
    """The last sign within a quotation, before its closing mark."""
    return text[quote.start : quote.end].rstrip("\"'”»“")[-1:] or " "


def _before(page: Page, quote: Span) -> Draft | None:
    """The verb of `he said: "…"`."""
    doc, verbs = page.doc, page.verbs
    last = bisect_left(page.starts, quote.start) - 1
    while last >= 0 and doc[last].is_space and "\n" not in doc[last].text:
        last -= 1
    if last < 0 or (doc[last].text not in {",", ":", "that"} and last not in verbs):
        return None
    for place in range(last, max(-1, last - REACH), -1):
        token = doc[place]
        if token.text in STOPS or "\n" in token.text:
            return None
        if place in verbs:
            return verbs[place]
    return None


def _join(text: str, owner: Draft, quote: Span) -> None:
    """Make the quotation the content, or part of it when more than the quotation is said."""
    if opens_sentence(text, quote) or _stands_apart(text, owner, quote):
        after = [span for span in owner.content if span.start > max(owner.place, quote.end)]
        beside = [span for span in after if '"' in text[span.start - 1 : span.start + 2]]
        owner.content = merge([*owner.quoted, quote, *beside])
    else:
        owner.content = merge([*owner.content, quote])
    owner.quoted.append(quote)


def _stands_apart(text: str, owner: Draft, quote: Span) -> bool:
    """Whether a colon or bracket cuts the quotation off from what is before it."""
    before = text[max(0, quote.start - 4) : quote.start].rstrip()
    return quote.end <= owner.place and before.endswith((":", "(", "--", " -", "—"))


def _continued(page: Page, quote: Span, drafts: list[Draft]) -> Draft | None:
    """The draft before it in the same paragraph, when nothing but its sentence is between."""
    for draft in reversed(drafts):
        if draft.cue is None or draft.place >= quote.start or not takes_quotes(draft):
            continue
        end = max(draft.place, max((span.end for span in draft.content), default=0))
        if end <= quote.start:
            return draft if _is_one_sentence(page, end, quote.start) else None
    return None


def _is_one_sentence(page: Page, start: int, end: int) -> bool:
    """Whether no more than the rest of one sentence stands between two places."""
    between = page.text[start:end]
    if "\n" in between:
        return False
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    begun = sum(bool(page.doc[i].is_sent_start) for i in range(first, last))
    return begun == 0 or between.count(". ") <= 1


def takes_quotes(draft: Draft) -> bool:
    """Whether its cue is a verb that quotations stand with."""
    if draft.cue is None or draft.cue.token.pos_ != "VERB" or not draft.content:
        return False
    return draft.cue.frame in {"quote", "clause"} and "quote" in frames_of("verbs").get(
        draft.cue.token.lemma_.lower(), ()
    )


def _widen(drafts: list[Draft], quotes: tuple[Span, ...]) -> None:
    """Contents that reach into a quotation hold it whole."""
    for draft in drafts:
        free = [q for q in quotes if draft.cue is None or not q.start <= draft.place < q.end]
        grown = [_grown(span, free) for span in draft.content]
        draft.content = merge(grown)


def _grown(span: Span, quotes: list[Span]) -> Span:
    start, end = span.start, span.end
    for quote in quotes:
        if quote.start >= span.end + 1:
            break
        if quote.start >= span.start - 1 and quote.end > end and quote.start < end:
            end = quote.end
        if quote.start < span.start < quote.end:
            start = quote.start
        if quote.end == span.end + 1:
            end = quote.end
    return Span(start, end)


def merge(spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap joined."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
