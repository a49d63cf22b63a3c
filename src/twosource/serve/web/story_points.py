"""A story's findings in, what stands and what does not out: ranked by weight, long tails folded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import ReportId
from twosource.base.stories import EventId, Finding, Status
from twosource.render.choosing import DETAILS, LEAD_SLOTS
from twosource.render.notes import Notebook, tidy
from twosource.render.once import plain_words, tell_once
from twosource.render.parts import Statement
from twosource.render.quoting import is_quote
from twosource.render.statements import make_statement
from twosource.render.tolls import TOLLS
from twosource.serve.web.story_details import ORDER, Detail, group_details, make_details

WEIGHT: Mapping[Status, int] = {"corroborated": 2, "contested": 1}  # in texts
MOST_LEAD = 7
SURE_TOLLS = 2  # counts of people that are told in the lead whatever else is
SHOWN = 6  # points of a group before the fold
FOLDED = 24  # behind it; the rest has a page of its own
Families = Mapping[ReportId, str]


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as a sentence, the happening it belongs to, and the details of that happening."""

    finding: Finding
    told: Statement
    event: EventId
    details: tuple[Detail, ...] = ()
    verbatim: bool = False  # the sentence is a report's own words


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that stand alike: the weightiest are shown, then some folded; `size` counts all."""

    status: Status
    shown: tuple[Point, ...]
    folded: tuple[Point, ...]
    size: int

    @property
    def more(self) -> int:
        """How many stand on a page of their own."""
        return self.size - len(self.shown) - len(self.folded)


@dataclass(frozen=True, slots=True)
class Points:
    """The sentences of a story: what is reported first, then by how they stand."""

    lead: tuple[Point, ...]
    groups: tuple[Group, ...]
    background: tuple[Point, ...]
    history: int  # how many findings are background


def make_points(ranked: Sequence[Finding], book: Notebook, tolls: Sequence[Finding] = ()) -> Points:
    """The sentences of one story, each once; counts and contests have parts of their own.

    `ranked` are its findings, the most important first; `tolls` its counts of people, the whole
    before its parts.
    """
    details = group_details(ranked)
    current = [each for each in ranked if each.scope == "current" and tells(each)]
    lead = _lead(ranked, tolls)
    rest = tell_once(current, {plain_words(each.text) for each in lead})
    past = tell_once(each for each in ranked if each.scope == "background" and tells(each))

    def point(finding: Finding) -> Point:
        if finding.slot != "happened":
            return make_point(finding, book)
        return make_point(finding, book, make_details(finding.event, details, book))

    return Points(
        tuple(point(each) for each in lead),
        tuple(_groups(rest, point)),
        tuple(point(each) for each in past[:FOLDED]),
        len(past),
    )


def make_point(finding: Finding, book: Notebook, details: tuple[Detail, ...] = ()) -> Point:
    """A finding as a sentence, without the quotation mark that it lost the other half of."""
    told = make_statement(finding, book)
    words = tidy(told.text).rstrip(",")
    verbatim = told.verbatim or is_quote(words, finding.supports, book)
    return Point(finding, replace(told, text=words), finding.event, details, verbatim)


def importance(finding: Finding, families: Families) -> tuple[int, int, int, int, str]:
    """What many texts tell comes first; then how it stands; then what happened and at what cost.

    What is corroborated or contested weighs as much as some texts more.
    """
    reports = {each.report for each in (*finding.supports, *finding.denies)}
    texts = {families.get(each, each) for each in reports}
    slot = LEAD_SLOTS.index(finding.slot) if finding.slot in LEAD_SLOTS else len(LEAD_SLOTS)
    weight = len(texts) + WEIGHT.get(finding.status, 0)
    return -weight, ORDER.index(finding.status), slot, -len(reports), finding.id


def _lead(ranked: Sequence[Finding], tolls: Sequence[Finding]) -> list[Finding]:
    """What is reported in a few sentences: happenings and their cost, and what is contested."""
    live = [
        each
        for each in ranked
        if each.scope == "current" and each.lifecycle == "live" and each.supports
    ]
    told = [each for each in live if each.slot in LEAD_SLOTS or each.status == "contested"]
    once = tell_once(told or live)
    sure = [each for each in tolls if each in once][:SURE_TOLLS]
    rest = [each for each in once if each not in sure and each.slot not in TOLLS]
    chosen = [each for each in once if each in sure or each in rest[: MOST_LEAD - len(sure)]]
    opening = [each for each in chosen if each.slot == "happened" and each.status != "contested"]
    return opening[:1] + [each for each in chosen if each not in opening[:1]]


def tells(finding: Finding) -> bool:
    """Whether it is a sentence of the lists: counts and details stand elsewhere."""
    live = finding.lifecycle == "live" and finding.status not in {"contested", "unsupported"}
    return live and finding.slot not in (*DETAILS, *TOLLS)


def _groups(findings: Sequence[Finding], point: Callable[[Finding], Point]) -> Iterable[Group]:
    for status in ("corroborated", "multiple_reports", "single_source"):
        told = [each for each in findings if each.status == status]
        if told:
            made = [point(each) for each in told[: SHOWN + FOLDED]]
            yield Group(status, tuple(made[:SHOWN]), tuple(made[SHOWN:]), len(told))
