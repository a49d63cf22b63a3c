"""A story's findings and accounts in, which count is the toll that most of its texts come to, out.

Every report has a toll of its own (`account.totals`); a text and its copies have one voice in this.
The number that most texts come to leads, the lowest of equals: nobody's count is averaged, and a
count that many reports repeat of one person ("a child") is no toll of all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, ReportId
from twosource.base.stories import Finding

MEASURES = ("killed", "injured")


def lead_tolls(
    findings: Sequence[Finding],
    accounts: Mapping[ReportId, Account],
    families: Mapping[ReportId, str],
) -> list[Finding]:
    """The findings; the reason of each measure's leading toll says how many texts come to it."""
    notes: dict[str, str] = {}
    for measure in MEASURES:
        votes = count_votes(measure, accounts, families)
        finding = find_toll(measure, findings, votes)
        if finding is not None and finding.value is not None and finding.value.best is not None:
            agreed, every = votes[finding.value.best], sum(votes.values())
            if agreed > 1:
                notes[finding.id] = f"; {agreed} of {every} texts come to this toll"
    return [
        replace(one, reason=one.reason + notes[one.id]) if one.id in notes else one
        for one in findings
    ]


def count_votes(
    measure: str, accounts: Mapping[ReportId, Account], families: Mapping[ReportId, str]
) -> Counter[float]:
    """How many texts come to each toll; of a text and its copies the latest report counts."""
    told: dict[str, float] = {}
    for report in sorted(accounts, key=lambda name: (_published(accounts[name]), name)):
        for total in accounts[report].totals:
            if total.measure == measure and total.best is not None:
                told[families.get(report, report)] = total.best
    return Counter(told.values())


def _published(account: Account) -> str:
    return account.report.published.value or ""


def leading_number(votes: Counter[float]) -> float | None:
    """The toll that most texts come to, the lowest of equals; None when no text has one.

    >>> leading_number(Counter({3.0: 1, 4.0: 2})), leading_number(Counter({3.0: 1, 4.0: 1}))
    (4.0, 3.0)
    """
    return min(votes, key=lambda number: (-votes[number], number), default=None)


def find_toll(measure: str, findings: Sequence[Finding], votes: Counter[float]) -> Finding | None:
    """The current finding whose best value is that toll; None when no finding gives it."""
    number = leading_number(votes)
    able = [
        one
        for one in findings
        if one.slot == measure and one.scope == "current" and one.value is not None
        if number is not None and one.value.best == number
    ]
    return min(able, key=_rank, default=None)


def _rank(finding: Finding) -> tuple[int, str]:
    """The finding that most reports stand behind, ties by id."""
    return -len({each.report for each in finding.supports}), finding.id
