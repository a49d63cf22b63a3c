"""Decisions on findings and a story's findings in, the findings with their decisions out.

A decision stands beside the status and never in its place, but for one that nobody contradicts:
what is rejected is `unsupported`, what is retracted is no longer live, a value is the one set.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.anchors import count_met, find_all
from twosource.base.decisions import Decision, Stand, latest, stand_of
from twosource.base.judgements import Judgement, Wanted
from twosource.base.records import Account, Report, ReportId
from twosource.base.stories import Finding, Value, WorkedOut

SET = "set by a person"


def decide(
    judgements: Sequence[Judgement], findings: Sequence[Finding], accounts: Sequence[Account]
) -> tuple[Finding, ...]:
    """The findings with what people decided on them."""
    reports = {each.report.id: each.report for each in accounts}
    told: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        target = find_target(each, findings, reports)
        if target is not None:
            told[target].append(each)
    return tuple(settle(each, latest(told.get(each.id, ()))) for each in findings)


def find_target(
    judgement: Judgement, findings: Sequence[Finding], reports: Mapping[ReportId, Report]
) -> str | None:
    """The finding that a judgement is about today; None when its words are in none of them.

    The same id is the same finding. Else, of those of the same slot, the one that cites most of
    the words that were judged; of equals, the one that reads the same.
    """
    aim = judgement.aim
    if not any(each.report in reports for each in aim.anchors):
        return None
    if any(each.id == judgement.target for each in findings):
        return judgement.target
    places = find_all(aim.anchors, reports)
    best, most = None, (0, False)
    for each in sorted(findings, key=lambda one: one.id):
        if each.slot == aim.slot:
            met = (count_met((*each.supports, *each.denies), places), each.text == aim.name)
            if met[0] and met > most:
                best, most = each.id, met
    return best


def settle(finding: Finding, decisions: tuple[Decision, ...]) -> Finding:
    """The finding with the decisions; where reviewers differ, as it was worked out."""
    if not decisions:
        return finding
    stand = stand_of(decisions)
    before = WorkedOut(
        finding.status, finding.reason, finding.rule, finding.lifecycle, finding.value
    )
    finding = replace(finding, decisions=decisions, worked_out=before)
    if stand.edit is not None:
        finding = replace(finding, value=_set_value(finding.value or Value(), stand.edit))
    if stand.retracted:
        finding = replace(finding, lifecycle="retracted")
    if stand.is_rejected:
        finding = replace(
            finding, status="unsupported", rule="rejected-by-a-person", reason=_why(stand, finding)
        )
    return finding


def unsettle(finding: Finding) -> Finding:
    """The finding as it was worked out, before anybody decided."""
    before = finding.worked_out
    if before is None:
        return finding
    return replace(
        finding, status=before.status, reason=before.reason, rule=before.rule,
        lifecycle=before.lifecycle, value=before.value, decisions=(), worked_out=None,
    )  # fmt: skip


def _set_value(value: Value, wanted: Wanted) -> Value:
    if wanted.text is not None:
        return replace(value, text=wanted.text, rule=SET)
    low = wanted.low if wanted.low is not None else value.low
    high = wanted.high if wanted.high is not None else value.high
    return Value(low, wanted.best, high, value.text, SET)


def _why(stand: Stand, finding: Finding) -> str:
    said = "; ".join(f"{each.by}: {each.reason}" for each in stand.rejected)
    return f"rejected by {said} (as worked out: {finding.status}, {finding.reason})"
