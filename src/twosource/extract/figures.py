"""A reading in, its figures out: counts of people hit, and of things near them, as told.

A sentence without a cue word or a unit is passed over at once.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from twosource.base.reading import Reading, span_of
from twosource.base.records import Figure, Span
from twosource.base.updates import is_former
from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import find_amounts
from twosource.extract.figure_context import Context, make_context, place_in_context
from twosource.extract.figure_counts import Count, Hit
from twosource.extract.figure_cues import has_cue
from twosource.extract.figure_hits import find_hits
from twosource.extract.figure_neighbours import SAME
from twosource.extract.figure_others import find_others
from twosource.extract.figure_subsets import find_wholes

BEFORE = "before"  # part of a figure of an earlier sentence
LOOSE = "loose"  # the same, and no figure at all without one
TOLLED = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "detained"})
_WRONG = load_words("twosource.extract", "figures")["miscounts"]
_MISCOUNT = re.compile(  # "had been entered in the list of the dead"
    rf"[^.;:]{{0,40}}\b(?:{'|'.join(_WRONG['verbs'])})\b[^.;:]{{0,30}}\b(?:{'|'.join(_WRONG['how'])})\b"
)
_PERIOD = re.compile("|".join(load_words("twosource.extract", "figures")["periods"]["patterns"]))
_UNNUMBERED = re.compile(
    "|".join(load_words("twosource.extract", "figures")["unnumbered"]["patterns"])
)


def find_figures(reading: Reading) -> Iterator[Figure]:
    """The figures of a reading, in the order of the text."""
    context = make_context(reading)
    told: list[Figure] = []
    last: str | None = None
    passages = list(reading.passages)
    for sentence, follower in zip(passages, [*passages[1:], None], strict=True):
        read = _without_number(_read_sentence(sentence, context), sentence, follower)
        drafts = _of_same(read, last)
        last = next((each.measure for each in drafts if each.measure in TOLLED), last)
        drafts = [_dated(each, reading.report.text) for each in drafts]
        for figure in _number(drafts, told):
            told.append(figure)
            yield figure


def _dated(figure: Figure, text: str) -> Figure:
    """The figure, marked when its words tell it as a count of before."""
    former = figure.measure in TOLLED and is_former(figure, text)
    return replace(figure, superseded=True) if former else figure


def _number(drafts: list[Figure], told: list[Figure]) -> list[Figure]:
    """The figures of a sentence with their ids, each part bound to its whole."""
    found: list[Figure] = []
    ids: dict[str, str] = {}
    for place, draft in enumerate(drafts):
        before = draft.subset_of in {BEFORE, LOOSE}
        whole = _whole(draft, [*told, *found]) if before else ids.get(draft.subset_of or "")
        if whole is not None or draft.subset_of != LOOSE:
            ids[str(place)] = f"f{len(told) + len(found) + 1}"
            found.append(replace(draft, id=ids[str(place)], subset_of=whole))
    return found


def _whole(part: Figure, told: list[Figure]) -> str | None:
    """The id of the last figure told that a part may belong to, but for counts of before."""
    fits = (
        each.id
        for each in reversed(told)
        if each.measure == part.measure
        and each.subset_of is None
        and not each.superseded
        and (each.high or each.low or 0) > (part.low or 0)
    )
    return next(fits, None)


def _of_same(drafts: list[Figure], last: str | None) -> list[Figure]:
    """The drafts with "the figure" read as what was counted before; without it, left out."""
    found: list[Figure] = []
    kept: dict[str, str] = {}
    for place, each in enumerate(drafts):
        measure = last if each.measure == SAME else each.measure
        if measure is None:
            continue
        if measure in TOLLED:
            last = measure
        kept[str(place)] = str(len(found))
        whole = each.subset_of
        if whole == BEFORE:
            whole = LOOSE if each.measure == SAME else BEFORE
        elif whole is not None:
            whole = kept.get(whole)
        found.append(replace(each, measure=measure, subset_of=whole))
    return found


def _without_number(drafts: list[Figure], sentence: Words, follower: Words | None) -> list[Figure]:
    """Vague figures of which the report says at once that no number was given."""
    if not any(each.qualifier == "vague" for each in drafts):
        return drafts
    text = f"{sentence.text} {follower.text if follower is not None else ''}".lower()
    if not _UNNUMBERED.search(text):
        return drafts
    return [
        replace(each, qualifier="none_given") if each.qualifier == "vague" else each
        for each in drafts
    ]


def _read_sentence(sentence: Words, context: Context) -> list[Figure]:
    """Figures whose `subset_of` is the place of another in the same list."""
    amounts = find_amounts(sentence)
    if not amounts and not has_cue(sentence):
        return []
    hits = find_hits(sentence, amounts) if has_cue(sentence) else []
    used = {hit.count.first for hit in hits}
    hits += find_others([each for each in amounts if each.first not in used], sentence)
    hits.sort(key=lambda hit: (hit.count.start, hit.count.end, hit.measure))
    wholes = find_wholes(hits, sentence)
    parts = {place: BEFORE for place, hit in enumerate(hits) if hit.part}
    parts |= {place: str(whole) for place, whole in wholes.items()}
    return [
        place_in_context(_to_figure(hit, sentence.doc, parts.get(place)), hit, sentence, context)
        for place, hit in enumerate(hits)
    ]


def _to_figure(hit: Hit, doc: Doc, whole: str | None) -> Figure:
    count = hit.count
    return Figure(
        id="", span=span_of(doc[count.start : count.end]), measure=hit.measure,
        qualifier=count.qualifier, number=_number_span(count, doc),
        victim_class=count.victim_class, value=count.value, low=count.low, high=count.high,
        unit=count.unit, subset_of=whole,
        cumulative=not (count.addition or _is_miscount(doc, count.end) or _is_of_period(doc, hit)),
    )  # fmt: skip


def _is_miscount(doc: Doc, end: int) -> bool:
    """Whether those counted were put into another count wrongly: "two were listed twice"."""
    sentence = doc[end - 1].sent
    return _MISCOUNT.match(doc[end : sentence.end].text) is not None


def _is_of_period(doc: Doc, hit: Hit) -> bool:
    """Whether the clause counts what happened lately: "nine were hurt in the past 24 hours"."""
    if hit.measure not in TOLLED:
        return False
    sentence = doc[hit.count.end - 1].sent
    return _PERIOD.search(sentence.text.lower()) is not None


def _number_span(count: Count, doc: Doc) -> Span | None:
    if count.first is None or count.last is None:
        return None
    return span_of(doc[count.first : count.last])
