"""Drafts of one report in, the sentences that continue a speaker without a cue out.

Four signs are trusted: a quotation that fills the next paragraph; a sentence right behind an
attributed one that holds a partial quotation, says what must be, or tells on with "they"; the rest
of a paragraph that a bulletin opens ("The General Staff reports: …"); and a paragraph that begins
with a dash, as some languages mark direct speech.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Span as Words

from twosource.base.reading import Reading, span_of
from twosource.base.records import Span
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_words import frames_of, word_set

DASH = re.compile(r"[–—-]\s+\S")
TELLING = frozenset({"saying", "demanding", "showing", "denying", "promising"})
PRONOUNS = frozenset({"they", "these", "those"})
PRESENT = frozenset({"VBZ", "VBP"})
PLURAL = frozenset({"NNS", "NNPS"})


def carry_on(reading: Reading, drafts: list[Draft], quotes: tuple[Span, ...]) -> Iterator[Draft]:
    """Drafts for sentences without a cue whose speaker is that of the sentence before."""
    told = _by_passage(reading, drafts)
    text = reading.report.text
    before: Draft | None = None
    for place, passage in enumerate(reading.sentences):
        own = told.get(passage.start)
        if own is not None:
            before = own[-1] if _can_go_on(own[-1]) else None
            continue
        after = reading.sentences[place + 1] if place + 1 < len(reading.sentences) else None
        speaker = before
        if speaker is None or not _continues(text, speaker, passage, quotes):
            speaker = _dash_speaker(text, passage, after, told)
        if speaker is not None:
            content = whole(passage)
            direct = any(quote.covers(content) for quote in quotes) or starts_with_dash(
                text, passage
            )
            before = Draft(
                None, speaker.speaker, [content], passage, direct=direct, carried=True,
                bulletin=_is_bulletin(text, speaker),
            )  # fmt: skip
            yield before
        else:
            before = None


def _can_go_on(draft: Draft) -> bool:
    """Whether the draft tells what somebody said, in so many words."""
    frames = {"clause", "quote", "according"}
    return draft.speaker is not None and (draft.cue is None or draft.cue.frame in frames)


def starts_with_dash(text: str, passage: Words) -> bool:
    """Whether the sentence opens a paragraph of speech with a dash."""
    line = text.rfind("\n", 0, passage.start_char) + 1
    return not text[line : passage.start_char].strip(" –—-") and bool(
        DASH.match(text[line:].lstrip())
    )


def _by_passage(reading: Reading, drafts: list[Draft]) -> dict[int, list[Draft]]:
    """For each sentence, by its first token, the drafts that stand in it or reach into it."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda each: each.place):
        found.setdefault(draft.passage.start, []).append(draft)
        for span in draft.content:
            for sentence in _touched(reading.sentences, span):
                if sentence.start != draft.passage.start:
                    found.setdefault(sentence.start, []).append(draft)
    return found


def _touched(sentences: tuple[Words, ...], span: Span) -> Iterator[Words]:
    place = max(0, bisect_right(sentences, span.start, key=lambda each: each.start_char) - 1)
    while place < len(sentences) and sentences[place].start_char < span.end:
        if sentences[place].end_char > span.start:
            yield sentences[place]
        place += 1


def _continues(text: str, draft: Draft, passage: Words, quotes: tuple[Span, ...]) -> bool:
    place = whole(passage)
    between = text[max(span.end for span in draft.content) : place.start]
    if any(quote.overlaps(Span(place.start, place.start + 1)) for quote in quotes):
        return False
    klass = draft.cue.klass if draft.cue else "saying"
    if "\n" in between.strip(" ") or klass not in TELLING or (draft.direct and draft.cue is None):
        return False
    if any(place.covers(quote) for quote in quotes):
        return True
    if _is_bulletin(text, draft):
        return True
    opener = passage.text.lower().startswith(tuple(sorted(word_set("carry", "openers"))))
    if opener and any(token.lower_ in word_set("carry", "modals") for token in passage):
        return True
    return _tells_on(draft, passage)


def _is_bulletin(text: str, draft: Draft) -> bool:
    """Whether the draft opens a bulletin with a colon, or goes on with one: "Staff reports: …"."""
    if draft.cue is None or draft.direct or not draft.content:
        return draft.bulletin
    token = draft.cue.token
    if token.tag_ not in PRESENT:  # "He added: …" leads to a quotation
        return False
    return text[token.idx + len(token) : draft.content[0].start].rstrip().endswith(":")


def _tells_on(draft: Draft, passage: Words) -> bool:
    """Whether it is "They were …" behind "the ministry said …": not the ministry itself."""
    speaker = draft.speaker
    singular = speaker is not None and speaker.tag_ not in PLURAL and speaker.lower_ != "they"
    indirect = draft.cue is not None and draft.cue.frame == "clause" and not draft.direct
    return singular and indirect and passage[0].lower_ in PRONOUNS and passage[0].dep_ in {
        "nsubj", "nsubjpass",
    }  # fmt: skip


def _dash_speaker(
    text: str, passage: Words, after: Words | None, told: dict[int, list[Draft]]
) -> Draft | None:
    """The speaker named in the next sentence of a paragraph that begins with a dash."""
    if after is None or not starts_with_dash(text, passage):
        return None
    if "\n" in text[passage.end_char : after.start_char]:
        return None
    return next(
        (
            draft
            for draft in told.get(after.start, ())
            if draft.cue is not None
            and draft.speaker is not None
            and "quote" in frames_of("verbs").get(draft.cue.token.lemma_.lower(), ())
        ),
        None,
    )


def whole(passage: Words) -> Span:
    """The sentence without its full stop and its dash."""
    text, first = passage.text, passage.start_char
    start, end = 0, span_of(passage).end - first
    while start < end and text[start] in "-–— ":
        start += 1
    while end > start and text[end - 1] in ".;: ":
        end -= 1
    return Span(first + start, first + end)
