"""A story's findings in, what stands and what does not out: ranked by weight, long tails folded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import ReportId
from twosource.base.stories import EventId, Finding, Status
from twosource.render.brief import DETAILS, LEAD_SLOTS, TOLLS
from twosource.render.notes import Notebook, tidy
from twosource.render.parts import Dots, Statement
from twosource.render.phrases import span_words
from twosource.render.statements import make_dots, make_statement

ORDER: tuple[Status, ...] = (
    "corroborated", "contested", "multiple_reports", "single_source", "unsupported",
)  # fmt: skip
MOST_LEAD = 7
SHOWN = 6  # points of a group before the fold
MOST_DETAILS = 6
MOST_OF_A_KIND = 2
NAMES = {"when": "when", "where": "where", "who": "who", "weapon": "with", "participants": "forces"}
Families = Mapping[ReportId, str]


@dataclass(frozen=True, slots=True)
class Detail:
    """When, where, with what: a finding that needs no sentence of its own."""

    id: str
    name: str
    words: str
    dots: Dots


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as a sentence, the happening it belongs to, and the details of that happening."""

    finding: Finding
    told: Statement
    event: EventId
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that stand alike: the weightiest are shown, the rest is folded."""

    status: Status
    shown: tuple[Point, ...]
    folded: tuple[Point, ...]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True)
class Points:
    """The sentences of a story: what is reported first, then by how they stand."""

    lead: tuple[Point, ...]
    groups: tuple[Group, ...]
    background: tuple[Point, ...]


def make_points(findings: Sequence[Finding], families: Families, book: Notebook) -> Points:
    """The sentences of one story, each once; counts and contests have parts of their own."""
    details = _details(findings, book)
    ranked = sorted(findings, key=lambda each: importance(each, families))
    current = [each for each in ranked if each.scope == "current" and _tells(each)]
    lead = _lead(ranked)
    rest = _once(current, {plain(each.text) for each in lead})
    past = _once((each for each in ranked if each.scope == "background" and _tells(each)), set())

    def point(finding: Finding) -> Point:
        told = details.get(finding.event, ()) if finding.slot == "happened" else ()
        return make_point(finding, book, told)

    return Points(
        tuple(point(each) for each in lead),
        tuple(_groups(rest, point)),
        tuple(point(each) for each in past),
    )


def make_point(finding: Finding, book: Notebook, details: tuple[Detail, ...] = ()) -> Point:
    """A finding as a sentence, without the quotation mark that it lost the other half of."""
    told = make_statement(finding, book)
    return Point(finding, replace(told, text=tidy(told.text)), finding.event, details)


def importance(finding: Finding, families: Families) -> tuple[int, int, int, int, str]:
    """What many texts tell comes first; then how it stands; then what happened and at what cost."""
    reports = {each.report for each in (*finding.supports, *finding.denies)}
    texts = {families.get(each, each) for each in reports}
    slot = LEAD_SLOTS.index(finding.slot) if finding.slot in LEAD_SLOTS else len(LEAD_SLOTS)
    return -len(texts), ORDER.index(finding.status), slot, -len(reports), finding.id


def plain(words: str) -> str:
    """Words without case, marks and blanks: equal ones are told once.

    >>> plain('“Homes were hit,”') == plain("homes were hit")
    True
    """
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _lead(ranked: Sequence[Finding]) -> list[Finding]:
    """What is reported in a few sentences: happenings and their cost, and what is contested."""
    live = [
        each
        for each in ranked
        if each.scope == "current" and each.lifecycle == "live" and each.supports
    ]
    told = [each for each in live if each.slot in LEAD_SLOTS or each.status == "contested"]
    return _once(told or live, set())[:MOST_LEAD]


def _tells(finding: Finding) -> bool:
    """Whether it is a sentence of the lists: counts and details stand elsewhere."""
    live = finding.lifecycle == "live" and finding.status not in {"contested", "unsupported"}
    return live and finding.slot not in (*DETAILS, *TOLLS)


def _once(findings: Iterable[Finding], told: set[str]) -> list[Finding]:
    kept = []
    for each in findings:
        words = plain(each.text)
        if words not in told:
            kept.append(each)
        told.add(words)
    return kept


def _groups(findings: Sequence[Finding], point: Callable[[Finding], Point]) -> Iterable[Group]:
    for status in ("corroborated", "multiple_reports", "single_source"):
        told = [point(each) for each in findings if each.status == status]
        if told:
            yield Group(status, tuple(told[:SHOWN]), tuple(told[SHOWN:]))


def _details(findings: Iterable[Finding], book: Notebook) -> dict[EventId, tuple[Detail, ...]]:
    """The details of each happening, the best founded of each kind first."""
    kept: dict[EventId, list[Detail]] = {}
    ordered = sorted(
        (each for each in findings if each.slot in NAMES and each.lifecycle == "live"),
        key=lambda each: (DETAILS.index(each.slot), ORDER.index(each.status), each.id),
    )
    for each in ordered:
        words = detail_words(each)
        rows = kept.setdefault(each.event, [])
        alike = [row.words for row in rows if row.name == NAMES[each.slot]]
        fits = len(alike) < MOST_OF_A_KIND and len(rows) < MOST_DETAILS
        if words and fits and words not in alike:
            rows.append(Detail(each.id, NAMES[each.slot], words, make_dots(each, book)))
    return {event: tuple(rows) for event, rows in kept.items()}


def detail_words(finding: Finding) -> str | None:
    """The value of a detail as people write it; None when it has none in words."""
    if finding.value is None or finding.value.text is None:
        return None
    words = finding.value.text
    if finding.slot != "when":
        return words
    start, _, end = words.partition("/")
    return span_words(start, end or start)
