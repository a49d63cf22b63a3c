"""A story's findings and accounts in, which count is the toll that most of its texts come to, out.

Every report has a toll of its own (`account.totals`); a text and its copies have one voice in this.
The number that most texts come to leads; of equals the one told more often, then the lowest:
nobody's count is averaged, and a count that many reports repeat of one person ("a child") is no
toll of all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import Account, ReportId
from twosource.base.stories import Finding
from twosource.reconcile.dead_since import find_dead_since, mark_dead_since

MEASURES = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Votes:
    """How many texts come to a number, and how often they tell it."""

    texts: int
    told: int = 0


def lead_tolls(
    findings: Sequence[Finding],
    accounts: Mapping[ReportId, Account],
    families: Mapping[ReportId, str],
) -> list[Finding]:
    """The findings; the reason of each measure's leading toll says how many texts come to it.

    Counts of hurt who are told dead since are superseded.
    """
    findings = mark_dead_since(findings, find_dead_since(accounts, families))
    notes: dict[str, str] = {}
    for measure in MEASURES:
        votes = count_votes(measure, accounts, families)
        finding = find_toll(measure, findings, votes)
        if finding is not None and finding.value is not None and finding.value.best is not None:
            agreed = votes[finding.value.best].texts
            every = sum(each.texts for each in votes.values())
            if agreed > 1:
                notes[finding.id] = f"; {agreed} of {every} texts come to this toll"
    return [
        replace(one, reason=one.reason + notes[one.id]) if one.id in notes else one
        for one in findings
    ]


def count_votes(
    measure: str, accounts: Mapping[ReportId, Account], families: Mapping[ReportId, str]
) -> dict[float, Votes]:
    """The texts that come to each toll; of a text and its copies the latest report counts."""
    gone = find_dead_since(accounts, families) if measure == "injured" else frozenset()
    texts: dict[str, Account] = {}
    for report in sorted(accounts, key=lambda name: (_published(accounts[name]), name)):
        texts[families.get(report, report)] = accounts[report]
    tolls = {
        name: total.best
        for name, account in texts.items()
        for total in account.totals
        if total.measure == measure and total.best is not None and account.report.id not in gone
    }
    return {
        number: Votes(
            sum(each == number for each in tolls.values()),
            sum(_tells(texts[name], measure, number) for name in tolls),
        )
        for number in sorted(set(tolls.values()))
    }


def _tells(account: Account, measure: str, number: float) -> int:
    """How many of the report's figures give the number."""
    return sum(
        (each.measure, each.scope, each.value) == (measure, "current", number)
        for each in account.figures
    )


def _published(account: Account) -> str:
    return account.report.published.value or ""


def leading_number(votes: Mapping[float, Votes]) -> float | None:
    """The toll that most texts come to; None when no text has one.

    >>> leading_number({3.0: Votes(1), 4.0: Votes(2)})
    4.0
    >>> leading_number({3.0: Votes(1, told=1), 4.0: Votes(1, told=5)})
    4.0
    >>> leading_number({3.0: Votes(1), 4.0: Votes(1)})
    3.0
    """
    return min(
        votes, key=lambda number: (-votes[number].texts, -votes[number].told, number), default=None
    )


def find_toll(
    measure: str, findings: Sequence[Finding], votes: Mapping[float, Votes]
) -> Finding | None:
    """The current finding whose best value is that toll; None when no finding gives it."""
    number = leading_number(votes)
    able = [
        one
        for one in findings
        if one.slot == measure and one.scope == "current" and one.value is not None
        if one.lifecycle == "live"
        if number is not None and one.value.best == number
    ]
    return min(able, key=_rank, default=None)


def _rank(finding: Finding) -> tuple[int, str]:
    """The finding that most reports stand behind, ties by id."""
    return -len({each.report for each in finding.supports}), finding.id
