"""Drafts and quotations in, drafts whose contents hold their quotations whole out.

A quotation belongs to the verb right behind it ("…," he said), or right before it (he said:
"…"); one that follows an attributed one in its paragraph continues it.
"""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from twosource.base.records import Span
from twosource.extract.claim_drafts import Draft

REACH = 30  # tokens looked at on either side of a quotation
STOPS = frozenset({".", ";", '"', "?", "!"})
WORDS_OF_A_SENTENCE = 4


def join_quotes(doc: Doc, drafts: list[Draft], quotes: tuple[Span, ...]) -> list[Draft]:
    """The drafts with quotations joined to them, and those that only continue one."""
    starts = [token.idx for token in doc]
    verbs = {d.cue.token.i: d for d in drafts if d.cue and d.cue.frame in {"quote", "clause"}}
    owners: list[tuple[Span, Draft]] = []
    for quote in quotes:
        owner = _behind(doc, starts, quote, verbs) or _before(doc, starts, quote, verbs)
        if owner is not None:
            _join(doc, owner, quote)
        elif (
            opens_sentence(doc.text, quote)
            and len(quote.quote(doc.text).split()) >= WORDS_OF_A_SENTENCE
        ):
            owner = _continued(doc.text, quote, owners, drafts)
            if owner is not None:
                owner.content.append(quote)
        if owner is not None:
            owner.direct = True
            owners.append((quote, owner))
    _widen(drafts, quotes)
    return drafts


def opens_sentence(text: str, quote: Span) -> bool:
    """Whether the quotation stands at the beginning of a sentence or paragraph."""
    before = text[max(0, quote.start - 4) : quote.start].rstrip(" \t\u00a0")
    return not before or before[-1] in '.!?"\n)'


def _behind(doc: Doc, starts: list[int], quote: Span, verbs: dict[int, Draft]) -> Draft | None:
    """The verb of `"…," he said`."""
    text = doc.text
    if text[quote.end - 2] not in ",?!-." and text[quote.end : quote.end + 1] != ",":
        return None
    ends_sentence = text[quote.end - 2] == "."
    first = bisect_left(starts, quote.end)
    for token in doc[first : first + REACH]:
        if "\n" in token.text or token.text in STOPS or (ends_sentence and token.is_title):
            return None
        if token.i in verbs and not _is_participle_before(token):
            return verbs[token.i]
    return None


def _is_participle_before(token: Token) -> bool:
    return token.dep_ in {"relcl", "acl"}


def _before(doc: Doc, starts: list[int], quote: Span, verbs: dict[int, Draft]) -> Draft | None:
    """The verb of `he said: "…"`."""
    last = bisect_left(starts, quote.start) - 1
    while last >= 0 and doc[last].is_space and "\n" not in doc[last].text:
        last -= 1
    if last < 0:
        return None
    if doc[last].text not in {",", ":", "that"} and last not in verbs:
        return None
    for place in range(last, max(-1, last - REACH), -1):
        token = doc[place]
        if token.text in STOPS or "\n" in token.text:
            return None
        if place in verbs:
            return verbs[place]
    return None


def _join(doc: Doc, owner: Draft, quote: Span) -> None:
    """Make the quotation the content, or part of it when more than the quotation is said."""
    whole = opens_sentence(doc.text, quote) or not owner.content
    if whole:
        kept = [span for span in owner.content if not _same_side(doc, span, quote, owner)]
        owner.content = sorted([*kept, quote])
    else:
        owner.content = merge([*owner.content, quote])


def _same_side(doc: Doc, span: Span, quote: Span, owner: Draft) -> bool:
    del doc
    return (span.start < owner.place) == (quote.start < owner.place) or span.overlaps(quote)


def _continued(
    text: str, quote: Span, owners: list[tuple[Span, Draft]], drafts: list[Draft]
) -> Draft | None:
    """The draft before it in the same paragraph, when nothing but its sentence is between."""
    before = [d for d in drafts if d.content and d.place < quote.start and not d.cue_is_noun]
    last = owners[-1][1] if owners else None
    for draft in (*reversed(before), last):
        if draft is None:
            continue
        end = max(draft.place, max((s.end for s in draft.content), default=0))
        between = text[end : quote.start]
        if end <= quote.start and "\n" not in between and between.count(". ") <= 1:
            return draft
        if end <= quote.start:
            return None
    return None


def _widen(drafts: list[Draft], quotes: tuple[Span, ...]) -> None:
    """Contents that reach into a quotation hold it whole."""
    for draft in drafts:
        grown = [_grown(span, quotes) for span in draft.content]
        draft.content = merge(grown)


def _grown(span: Span, quotes: tuple[Span, ...]) -> Span:
    start, end = span.start, span.end
    for quote in quotes:
        if quote.start >= span.end + 1:
            break
        if quote.start >= span.start - 1 and quote.end > end and quote.start < end:
            end = quote.end
        if quote.start == span.start - 1 and quote.end >= span.start:
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
