"""A story's findings in, the days, places and weapons of each happening out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.base.stories import EventId, Finding, Status
from twosource.render.choosing import DETAILS
from twosource.render.notes import Notebook
from twosource.render.parts import Dots
from twosource.render.phrases import span_words
from twosource.render.statements import make_dots

ORDER: tuple[Status, ...] = (
    "corroborated", "contested", "multiple_reports", "single_source", "unsupported",
)  # fmt: skip
MOST_DETAILS = 6
MOST_OF_A_KIND = 2
NAMES = {"when": "when", "where": "where", "who": "who", "weapon": "with", "participants": "forces"}
Grouped = Mapping[EventId, list[Finding]]


@dataclass(frozen=True, slots=True)
class Detail:
    """When, where, with what: a finding that needs no sentence of its own."""

    id: str
    name: str
    words: str
    dots: Dots


def group_details(findings: Iterable[Finding]) -> Grouped:
    """The live details of each happening, the best founded of each kind first."""
    kept: dict[EventId, list[Finding]] = {}
    for each in findings:
        if each.slot in NAMES and each.lifecycle == "live":
            kept.setdefault(each.event, []).append(each)
    for rows in kept.values():
        rows.sort(key=lambda each: (DETAILS.index(each.slot), ORDER.index(each.status), each.id))
    return kept


def make_details(event: EventId, grouped: Grouped, book: Notebook) -> tuple[Detail, ...]:
    """The details of one happening, each once, a few of each kind."""
    rows: list[Detail] = []
    for each in grouped.get(event, ()):
        words = detail_words(each)
        alike = [row.words for row in rows if row.name == NAMES[each.slot]]
        fits = len(alike) < MOST_OF_A_KIND and len(rows) < MOST_DETAILS
        if words and fits and words not in alike:
            rows.append(Detail(each.id, NAMES[each.slot], words, make_dots(each, book)))
    return tuple(rows)


def detail_words(finding: Finding) -> str | None:
    """The value of a detail as people write it; None when it has none in words."""
    if finding.value is None or finding.value.text is None:
        return None
    words = finding.value.text
    if finding.slot != "when":
        return words
    start, _, end = words.partition("/")
    return span_words(start, end or start)
