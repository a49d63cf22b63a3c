"""A reading in, its time expressions (TIMEX3) out.

The rules are data (`words/times.toml`). Each gives a form, what the words say; `base/anchoring`
turns the forms of the whole text into values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words

from twosource.base.anchoring import anchor_forms, is_history, tell
from twosource.base.reading import Reading
from twosource.base.records import Span, Time
from twosource.extract.parse import readable
from twosource.extract.times_checks import CHECKS, Found
from twosource.extract.times_fields import read_fields
from twosource.extract.times_names import dated_names
from twosource.extract.times_rules import Rule, TimeType, likely_rules
from twosource.extract.times_tense import direction, tense_at


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression before anchoring: where it stands in the text, and its form."""

    start: int
    end: int
    rank: int
    type: TimeType
    form: str
    history: bool = False  # only a history marks such words ("former")


def find_times(reading: Reading) -> Iterator[Time]:
    """The times of a reading, in the order of the text."""
    text = readable(reading.report.text)  # that of the parse, without asking its tokens
    hits = sorted(
        (hit for passage in reading.passages for hit in _in_passage(passage, text)),
        key=lambda hit: hit.start,
    )
    published = reading.report.published.value
    if not is_history([hit.form for hit in hits], published):
        hits = [hit for hit in hits if not hit.history]
    anchored = anchor_forms([tell(hit.form, text, hit.start) for hit in hits], published)
    for number, (hit, found) in enumerate(zip(hits, anchored, strict=True), start=1):
        yield Time(
            f"t{number}", Span(hit.start, hit.end), hit.type, found.value, found.anchor, hit.form
        )


def _in_passage(passage: Words, text: str) -> Iterator[Hit]:
    offset = passage.start_char
    words = text[offset : passage.end_char]
    hits = [
        hit
        for rule in likely_rules(words.lower())
        for match in rule.pattern.finditer(words)
        for hit in _read(rule, match, passage, words)
    ]
    names = list(dated_names(words)) if hits else []
    hits = [hit for hit in hits if not any(hit.start < b and a < hit.end for a, b in names)]
    taken = _longest(hits)
    yield from (
        Hit(hit.start + offset, hit.end + offset, hit.rank, hit.type, hit.form, hit.history)
        for hit in taken
    )


def _read(rule: Rule, match: re.Match[str], passage: Words, words: str) -> Iterator[Hit]:
    groups = match.groupdict()
    start, end = match.span("it") if groups.get("it") else match.span()
    fields = read_fields({key: said for key, said in groups.items() if key not in {"it", "also"}})
    found = Found(passage, words, start, end, fields)
    if rule.check and not CHECKS[rule.check](found):
        return
    if "{dir}" in rule.form:
        fields["dir"] = fields.get("turn") or direction(
            passage, passage.start_char + start, found.before, found.after
        )
    if "{tense}" in rule.form:
        fields["tense"] = tense_at(passage, passage.start_char + start)
    fields.setdefault("part", "")
    yield Hit(start, end, rule.rank, rule.type, rule.form.format_map(fields), rule.history)
    if rule.also:
        yield Hit(*match.span("also"), rule.rank, rule.also_type, rule.also.format_map(fields))


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits that do not overlap: the longest first, then the earlier rule."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.rank, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda hit: hit.start)
