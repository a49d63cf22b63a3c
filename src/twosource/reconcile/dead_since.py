"""A story's accounts in, the reports out whose hurt are told dead since.

"A woman was shot and critically hurt", one report says, and the next, "the woman who was shot has
died": nobody is left hurt. A text whose hurt are as many as another text tells dead, no earlier
and with nobody hurt besides, counts no hurt any more.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import Account, ReportId
from twosource.base.stories import Finding

DAY = 10  # characters of an ISO date


@dataclass(frozen=True, slots=True)
class Toll:
    """What a text and its copies come to, None where silent; `day` is that of the first."""

    reports: tuple[ReportId, ...]
    day: str
    killed: float | None
    injured: float | None


def find_dead_since(
    accounts: Mapping[ReportId, Account], families: Mapping[ReportId, str]
) -> frozenset[ReportId]:
    """The reports whose hurt are dead by another text. None where some text tells both.

    Texts without a day of their own come after none and before none.
    """
    tolls = _tolls(accounts, families)
    if any(each.killed and each.injured for each in tolls):
        return frozenset()
    dead = [each for each in tolls if each.killed and each.injured is None]
    return frozenset(
        report
        for each in tolls
        if each.injured and not each.killed
        if any(each.injured == other.killed and _may_follow(each, other) for other in dead)
        for report in each.reports
    )


def mark_dead_since(findings: Sequence[Finding], gone: frozenset[ReportId]) -> list[Finding]:
    """The findings, the counts of hurt that rest on such reports alone marked as superseded."""
    return [
        replace(one, lifecycle="superseded", reason=f"{one.reason}; as many are told dead since")
        if _rests_on(one, gone)
        else one
        for one in findings
    ]


def _rests_on(finding: Finding, gone: frozenset[ReportId]) -> bool:
    counts = (finding.slot, finding.scope, finding.lifecycle) == ("injured", "current", "live")
    return counts and bool(finding.supports) and {each.report for each in finding.supports} <= gone


def _tolls(accounts: Mapping[ReportId, Account], families: Mapping[ReportId, str]) -> list[Toll]:
    texts: dict[str, list[Account]] = defaultdict(list)
    for report in sorted(accounts, key=lambda name: (_day(accounts[name]), name)):
        texts[families.get(report, report)].append(accounts[report])
    return [
        Toll(
            tuple(each.report.id for each in told), _day(told[0]),
            _total(told[-1], "killed"), _total(told[-1], "injured"),
        )
        for told in texts.values()
    ]  # fmt: skip


def _total(account: Account, measure: str) -> float | None:
    for total in account.totals:
        if total.measure == measure:
            return total.best if total.best is not None else total.low
    return None


def _day(account: Account) -> str:
    return (account.report.published.value or "")[:DAY]


def _may_follow(first: Toll, second: Toll) -> bool:
    return bool(first.day and second.day) and first.day <= second.day
