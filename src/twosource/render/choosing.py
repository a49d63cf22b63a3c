"""A story's findings in, those that a brief tells and in which part out: nothing is said twice."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Account
from twosource.base.stories import Citation, Event, EventId, Finding
from twosource.render.notes import Notebook
from twosource.render.once import plain_words, tell_once
from twosource.render.quoting import is_quote
from twosource.render.tolls import TOLLS

ORDER = ("corroborated", "contested", "multiple_reports", "single_source", "unsupported")
AGREED = ("corroborated", "multiple_reports")
LEAD_SLOTS = ("happened", "killed", "injured", "displaced")
DETAILS = ("when", "where", "who", "participants", "weapon")
MOST_LEAD = 7
SURE_TOLLS = 2  # counts of people in the lead: the others stand among the figures right below it
HEAD = 400  # characters of a report that are its first lines

COMING = re.compile(r"\b(?:will|would|(?:is|are|was|were) (?:due |set |expected )?to)\b")
Counted = tuple[str, Citation]  # what is counted, and where
Rank = tuple[int, int, int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a brief tells first, then what several tell, and what one tells."""

    lead: tuple[Finding, ...]
    agreed: tuple[Finding, ...]
    single: tuple[Finding, ...]


def count_mains(accounts: Iterable[Account], events: Iterable[Event]) -> Counter[EventId]:
    """How many reports are about each event."""
    homes = {(each.report, each.mention): event.id for event in events for each in event.mentions}
    mains = (
        homes.get((account.report.id, account.main.mention))
        for account in accounts
        if account.main is not None
    )
    return Counter(each for each in mains if each is not None)


def rank(finding: Finding, mains: Mapping[EventId, int]) -> Rank:
    """Best founded first: status, origins, reports; what reports are about; the slot; the head."""
    slots = (*LEAD_SLOTS, finding.slot)
    return (
        ORDER.index(finding.status),
        -finding.independent_max,
        -len({each.report for each in finding.supports}),
        -mains.get(finding.event, 0),
        slots.index(finding.slot),
        min((each.start // HEAD for each in finding.supports), default=0),
        finding.id,
    )


def choose(
    current: Sequence[Finding],
    tolls: Sequence[Finding],
    mains: Mapping[EventId, int],
    book: Notebook,
) -> Choice:
    """The findings to tell of those that are current, best founded first; `tolls` are its counts.

    Days, places and counts stand in parts of their own; a sentence is told once.
    """
    stale, fresh = _counted(current)
    live = [each for each in current if each.lifecycle == "live" and each.supports]
    told = [each for each in live if not _is_stale(each, stale, fresh, book)]
    told = [each for each in told if not each.text.endswith(":")]  # what it says stands below it
    told = _without_headlines(told, book)
    lead = _lead(told, tolls, mains, book)
    known = {plain_words(each.text) for each in lead}
    rest = tell_once([each for each in told if each.slot not in (*DETAILS, *TOLLS)], known)
    return Choice(
        tuple(lead),
        tuple(each for each in rest if each.status in AGREED and each.independent_max > 1),
        tuple(each for each in rest if each.status == "single_source"),
    )


def _without_headlines(findings: Sequence[Finding], book: Notebook) -> list[Finding]:
    """The findings without those that only headlines tell, where a text below tells something."""
    bodies = {at.report for each in findings for at in each.supports if not _is_headline(at, book)}
    return [
        each
        for each in findings
        if each.slot in TOLLS
        or any(not _is_headline(at, book) or at.report not in bodies for at in each.supports)
    ]


def _is_headline(at: Citation, book: Notebook) -> bool:
    title = book.reports[at.report].title
    return title is not None and title.start <= at.start and at.end <= title.end


def choose_history(findings: Iterable[Finding], book: Notebook) -> list[Finding]:
    """What the reports tell of before, each sentence once, and the counts that none of them has."""
    findings = list(findings)
    now = [at for each in findings if each.scope == "current" for at in each.supports]
    past = [
        each
        for each in findings
        if each.scope == "background" and each.supports
        if each.slot in TOLLS
        or not all(any(_touch(at, one) for one in now) for at in each.supports)
    ]
    told = tell_once([each for each in past if each.slot not in (*DETAILS, *TOLLS)])
    said = " ".join(each.text for each in told).casefold()
    counts = [each for each in past if each.slot in TOLLS and not _is_said(each, said, book)]
    return told + tell_once(counts)


def _lead(
    told: Sequence[Finding],
    tolls: Sequence[Finding],
    mains: Mapping[EventId, int],
    book: Notebook,
) -> list[Finding]:
    """What happened and at what cost: first what most reports are about, unless that is contested.

    A count whose words stand in a sentence before it is not told again.
    """
    able = [each for each in told if each.slot in LEAD_SLOTS] or list(told)
    able = [each for each in able if not _is_overtaken(each, book)]
    sure = [each for each in tolls if each in able][:SURE_TOLLS]
    once = tell_once([each for each in able if each.slot not in TOLLS or each in sure])
    firm = [each for each in once if each.slot == "happened" and each.status != "contested"]
    opening = max(
        firm, key=lambda each: (mains.get(each.event, 0), _last_told(each, book)), default=None
    )
    ordered = [each for each in once if each is opening]
    ordered += [each for each in once if each is not opening]
    chosen: list[Finding] = []
    for each in ordered:
        said = " ".join(one.text for one in chosen).casefold()
        if len(chosen) < MOST_LEAD and not (each.slot in TOLLS and _is_said(each, said, book)):
            chosen.append(each)
    return chosen


def _is_overtaken(finding: Finding, book: Notebook) -> bool:
    """Whether its sentence is of what is to come, and a later report tells of it as come."""
    if not COMING.search(finding.text):
        return False
    told = {each: book.reports[each.report].published.value or "" for each in finding.supports}
    own = min((day for at, day in told.items() if is_quote(finding.text, [at], book)), default="")
    return any(day > own and not COMING.search(book.quote(at)) for at, day in told.items())


def _last_told(finding: Finding, book: Notebook) -> str:
    """When the latest report that tells it appeared; empty where none is dated."""
    dates = (book.reports[each.report].published.value or "" for each in finding.supports)
    return max(dates, default="")


def _is_said(toll: Finding, said: str, book: Notebook) -> bool:
    """Whether a sentence told has the words of a count that stands and nobody contradicts."""
    _, fresh = _counted([toll])
    quotes = (book.quote(each).casefold() for _, each in fresh)
    return toll.status != "contested" and any(quote in said for quote in quotes)


def _counted(findings: Iterable[Finding]) -> tuple[list[Counted], list[Counted]]:
    """The words of counts that somebody has revised, and of those that stand."""
    stale: list[Counted] = []
    fresh: list[Counted] = []
    for finding in findings:
        for told in (each for origin in finding.origins for each in origin.values):
            if finding.slot in TOLLS:
                rows = fresh if told.lifecycle == "live" else stale
                rows += [(finding.slot, each) for each in told.citations]
    return stale, fresh


def _is_stale(
    finding: Finding, stale: Sequence[Counted], fresh: Sequence[Counted], book: Notebook
) -> bool:
    """Whether its sentence gives a count of before, and none of the same kind that stands."""
    if finding.slot in TOLLS or finding.status == "contested":
        return False
    shown = [each for each in finding.supports if is_quote(finding.text, [each], book)][:1]
    kept = {slot for slot, each in fresh for one in shown if _holds(one, each)}
    gone = {slot for slot, each in stale for one in shown if _holds(one, each)}
    return bool(gone - kept)


def _touch(one: Citation, two: Citation) -> bool:
    return one.report == two.report and one.start < two.end and two.start < one.end


def _holds(outer: Citation, inner: Citation) -> bool:
    return outer.report == inner.report and outer.start <= inner.start and inner.end <= outer.end
