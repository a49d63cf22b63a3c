"""A reading in, its claims out: who says what, by which words, and how firmly."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.base.grammar import is_negated
from twosource.base.reading import Reading, span_of
from twosource.base.records import Attribution, Claim, Span, Speaker, Verification
from twosource.extract.claim_carry import carry_on
from twosource.extract.claim_chains import heads_of_chain, take_citations
from twosource.extract.claim_contrast import find_contrasts
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_drafts import Draft, draft_claims, drop_nested
from twosource.extract.claim_joins import join_quotes
from twosource.extract.claim_labels import add_labelled
from twosource.extract.claim_meant import name_holder, take_up
from twosource.extract.claim_names import name_speaker
from twosource.extract.claim_papers import whose_paper
from twosource.extract.claim_quotes import find_quotes
from twosource.extract.claim_remarks import bind_remarks, cut_at_remarks
from twosource.extract.claim_sourcing import give_source
from twosource.extract.claim_together import others_beside
from twosource.extract.claim_voices import has_voice
from twosource.extract.factuality import find_hedges, hedge_spans, judge, tokens_in
from twosource.extract.verification import find_remarks


def find_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of a reading, in the order of the text."""
    remarks = [each for passage in reading.passages for each in find_remarks(passage)]
    quotes = find_quotes(reading)
    drafts = join_quotes(reading.doc, draft_claims(reading), quotes)
    drafts = take_citations(reading, add_labelled(reading, drafts))
    drafts = drop_nested([d for d in drafts if d.content and has_voice(reading, d)])
    drafts = cut_at_remarks(give_source(reading, drafts), remarks, quotes)
    drafts += [*carry_on(reading, drafts, quotes), *find_contrasts(reading, drafts)]
    drafts.sort(key=lambda draft: (draft.content[0].start, draft.place))
    bound = bind_remarks(drafts, remarks)
    told: list[Claim] = []
    text = reading.report.text
    for number, (draft, said) in enumerate(zip(drafts, bound, strict=True), 1):
        claim = take_up(_claim(reading, draft, f"c{number}", said), told, text)
        claim = whose_paper(claim, told, text)
        told.append(name_holder(claim, reading.account.actors, text))
        yield told[-1]


def _claim(reading: Reading, draft: Draft, name: str, said: tuple[Verification, ...]) -> Claim:
    speaker, attribution = _speaker(reading, draft)
    claim = Claim(
        name, tuple(draft.content), speaker, cue_span(draft), attribution, draft.direct,
        via=_chain(reading, draft), verification=said, carry_over=draft.carried,
        headline=reading.headline is not None and draft.passage.start == reading.headline.start,
        also=_also(reading, draft),
    )  # fmt: skip
    return _weigh(reading, draft, claim)


def _speaker(reading: Reading, draft: Draft) -> tuple[Speaker | None, Attribution]:
    if draft.speaker is None:
        own_word = draft.klass in {"seeming", "observing"}
        return None, "unattributed" if own_word else "unnamed"
    speaker, attribution = name_speaker(reading, draft.speaker)
    return (replace(speaker, span=None) if draft.carried else speaker), attribution


def _also(reading: Reading, draft: Draft) -> tuple[Speaker, ...]:
    """Who else says it: the second of "police and witnesses said"."""
    if draft.speaker is None or draft.carried:
        return ()
    return tuple(name_speaker(reading, each)[0] for each in others_beside(reading, draft.speaker))


def _chain(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Who passed the words on, from the report inwards; empty when only one did."""
    told = [name_speaker(reading, head)[0] for head in heads_of_chain(draft)]
    quotes = [each.span.quote(reading.report.text) if each.span else "" for each in told]
    names = [each.actor or quote for each, quote in zip(told, quotes, strict=True)]
    return tuple(names) if len(names) > 1 else ()


def _weigh(reading: Reading, draft: Draft, claim: Claim) -> Claim:
    hedges = find_hedges(tokens_in(reading.doc, claim.content))
    negated = draft.cue is not None and _is_unsaid(draft.cue)
    own_word = claim.attribution == "unattributed"
    said = judge(draft.klass, hedges, negated=negated)
    return replace(
        claim,
        polarity="-" if draft.klass == "denying" and not negated else "+",
        hedges=hedge_spans(hedges),
        factuality_speaker=said,
        factuality_author=said if own_word else "Uu",
    )


def _is_unsaid(cue: Cue) -> bool:
    """Whether it is told as not said; "reported no casualties" is said."""
    if cue.content is not None and cue.frame in {"object", "counting"} and not cue.passive:
        return any(child.dep_ == "neg" for child in cue.token.children)
    return is_negated(cue.token)


def cue_span(draft: Draft) -> Span | None:
    """Where the cue stands: the verb with what stands right before it ("had not said")."""
    if draft.cue is None:
        return None
    token = draft.cue.token
    start, end = token, token
    for child in reversed(list(token.lefts)):
        if child.dep_ not in {"aux", "auxpass", "neg", "advmod"} or child.i != start.i - 1:
            break
        start = child
    behind = token.doc[token.i + 1 : token.i + 2]
    if draft.cue.frame == "according" and behind and behind[0].lower_ in {"to", "by", "on", "it"}:
        end = token.nbor(1)
    return Span(start.idx, span_of(end).end)
