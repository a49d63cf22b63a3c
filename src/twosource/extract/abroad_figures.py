"""A reading in Spanish, French or Portuguese in, the figures that its words give out.

No parser reads these languages here: a figure is a number and a word that stand close together
(docs/concepts/figures.md tells what is read, and what is not).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.base.reading import Reading
from twosource.base.records import Account, Figure, Scope, Span
from twosource.extract.abroad_counts import Count, read_counts
from twosource.extract.abroad_scenes import HOMES, HOUSEHOLDS

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|[.,]\d)")
_UNITS = frozenset({HOMES, HOUSEHOLDS})


def find_figures_abroad(reading: Reading) -> Iterator[Figure]:
    """The figures of a reading whose language is read for its figures alone, in order."""
    code, text, told = reading.report.language or "", reading.report.text, 0
    for sentence in reading.passages:
        words = text[sentence.start_char : sentence.end_char]
        counts = read_counts(words, code)
        for place, count in enumerate(counts):
            whole = None if count.whole is None else f"f{told + count.whole + 1}"
            figure = _to_figure(count, f"f{told + place + 1}", whole, sentence.start_char)
            yield _in_context(figure, words, reading.account)
        told += len(counts)


def _to_figure(count: Count, name: str, whole: str | None, offset: int) -> Figure:
    amount = count.amount
    unit = count.kind if count.kind in _UNITS else "persons"
    is_told = amount.first < amount.last
    return Figure(
        id=name, span=Span(offset + amount.start, offset + max(count.end, amount.end)),
        measure=count.measure, qualifier=amount.qualifier,
        number=Span(offset + amount.first, offset + amount.last) if is_told else None,
        victim_class="all" if count.kind in _UNITS else count.kind,
        value=amount.value, low=amount.low, high=amount.high, unit=unit, subset_of=whole,
        cumulative=not count.addition,
        scope="background" if count.background else "current",
    )  # fmt: skip


def _in_context(figure: Figure, sentence: str, account: Account) -> Figure:
    """The figure with the claim it stands in; a year before that of the report makes it history."""
    claim = next(
        (each.id for each in account.claims for part in each.content if part.overlaps(figure.span)),
        None,
    )
    years = [int(year) for year in _YEAR.findall(sentence)]
    published = (account.report.published.value or "")[:4]
    past = bool(years) and (not published.isdigit() or max(years) < int(published))
    scope: Scope = "background" if past or figure.scope == "background" else "current"
    return replace(figure, claim=claim, scope=scope)
