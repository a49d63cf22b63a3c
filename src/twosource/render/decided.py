"""Decisions on findings in, the words and rows that tell them out, beside what was worked out."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.base.decisions import Decision, stand_of
from twosource.base.records import Skip
from twosource.base.stories import Dossier, Finding
from twosource.render.phrases import range_words
from twosource.render.values import Row, number

DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "value set",
    "rate": "rated",
    "verify": "verified",
    "retract": "marked retracted",
    "sensitive": "marked sensitive",
    "note": "noted",
}
SHORT = ("verify", "edit", "rate", "accept", "reject", "retract")  # told in a brief
REJECTED = "rejected-by-a-person"  # a rule whose reason says who rejects it


def decided_lines(decisions: Sequence[Decision]) -> list[str]:
    """One line for each reviewer's word, and one that says where they differ."""
    lines = [f"{decided_words(each)} ({each.made_at}): {each.reason}" for each in decisions]
    differ = stand_of(decisions).differ
    return [*lines, *([f"reviewers differ: {', '.join(differ)}"] if differ else [])]


def decided_words(each: Decision) -> str:
    """What was decided and by whom: 'verified by ann', 'value set to 7 to 9 by ann'."""
    wanted = each.wanted
    done = DONE[each.action]
    if each.action == "edit":
        ends = (wanted.low, wanted.high)
        best = wanted.best if wanted.best is not None else wanted.low
        said = range_words(*ends) if ends != (None, None) else range_words(best, best)
        done = f"{done} to {wanted.text or said}"
    elif each.action == "rate":
        done = f"{done} {wanted.grade}"
    return f"{done} by {each.by}"


def reason_words(finding: Finding) -> str:
    """The finding's reason with what people decided beside it."""
    left = ("reject",) if finding.rule == REJECTED else ()
    told = [
        decided_words(each)
        for each in finding.decisions
        if each.action in SHORT and each.action not in left
    ]
    if stand_of(finding.decisions).differ:
        told.append("reviewers differ")
    return "; ".join([finding.reason, *told])


def decision_row(each: Decision) -> Row:
    """A decision as the contract tells it; `value` has what it sets."""
    wanted = each.wanted
    value = {
        "low": number(wanted.low), "best": number(wanted.best), "high": number(wanted.high),
        "text": wanted.text, "grade": wanted.grade,
    }  # fmt: skip
    return {
        "judgement": each.judgement,
        "action": each.action,
        "by": each.by,
        "made_at": each.made_at,
        "reason": each.reason,
        "value": {name: told for name, told in value.items() if told is not None},
    }


def is_rejected(finding: Finding) -> bool:
    """Whether people rejected it and nobody accepts it."""
    return stand_of(finding.decisions).is_rejected


def is_sensitive(finding: Finding) -> bool:
    """Whether anybody marked it sensitive: one person's caution is enough."""
    return bool(stand_of(finding.decisions).sensitive)


def leave_out_sensitive(dossier: Dossier, origin: str) -> Dossier:
    """The dossier without sensitive findings, and how many there are among its skips."""
    kept = tuple(each for each in dossier.findings if not is_sensitive(each))
    left = len(dossier.findings) - len(kept)
    if not left:
        return dossier
    told = f"{left} finding{'s' if left > 1 else ''} marked sensitive: left out"
    situation = tuple(
        replace(each, findings=tuple(name for name in each.findings if name in _ids(kept)))
        for each in dossier.situation
    )
    skips = (*dossier.skips, Skip("judge", origin, told))
    return replace(dossier, findings=kept, situation=situation, skips=skips)


def _ids(findings: Sequence[Finding]) -> frozenset[str]:
    return frozenset(each.id for each in findings)
