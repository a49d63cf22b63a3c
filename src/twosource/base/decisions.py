"""Judgements of one record in, where its reviewers stand out; nothing is silently chosen.

Of one reviewer the latest word on a matter counts. Where reviewers differ, both words are kept
and shown, and the program's own result stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.base.judgements import Action, Judgement, Wanted

MATTERS: dict[Action, str] = {  # two decisions on one matter replace each other
    "accept": "verdict",
    "reject": "verdict",
    "edit": "value",
    "rate": "grade",
    "verify": "verified",
    "retract": "retracted",
    "sensitive": "sensitive",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's word on a record, as it counts now."""

    judgement: str
    number: int
    action: Action
    by: str
    made_at: str
    reason: str
    wanted: Wanted = Wanted()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the reviewers of one record stand. `differ` names the matters on which they part."""

    accepted: tuple[Decision, ...] = ()
    rejected: tuple[Decision, ...] = ()
    verified: tuple[Decision, ...] = ()
    retracted: tuple[Decision, ...] = ()
    sensitive: tuple[Decision, ...] = ()
    edits: tuple[Decision, ...] = ()
    grades: tuple[Decision, ...] = ()
    notes: tuple[Decision, ...] = ()
    differ: tuple[str, ...] = ()

    @property
    def is_rejected(self) -> bool:
        """Whether it is rejected and nobody accepts it."""
        return bool(self.rejected) and not self.accepted

    @property
    def edit(self) -> Wanted | None:
        """The value that the reviewers set; None when they set none, or different ones."""
        return self.edits[0].wanted if self.edits and "value" not in self.differ else None


def latest(judgements: Iterable[Judgement]) -> tuple[Decision, ...]:
    """Each reviewer's last word on each matter, and every note, in order of the chain."""
    last: dict[tuple[str, str], Judgement] = {}
    for each in sorted(judgements, key=lambda one: one.number):
        matter = MATTERS.get(each.action, each.id)
        last[each.by, matter] = each
    ordered = sorted(last.values(), key=lambda one: one.number)
    return tuple(_decision(each) for each in ordered)


def stand_of(decisions: Iterable[Decision]) -> Stand:
    """Where the reviewers stand."""
    told = tuple(decisions)

    def those(action: Action) -> tuple[Decision, ...]:
        return tuple(each for each in told if each.action == action)

    accepted, rejected, edits, grades = (
        those("accept"),
        those("reject"),
        those("edit"),
        those("rate"),
    )
    parted = {
        "verdict": bool(accepted and rejected),
        "value": len({_value(each.wanted) for each in edits}) > 1,
        "grade": len({each.wanted.grade for each in grades}) > 1,
    }
    return Stand(
        accepted, rejected, those("verify"), those("retract"), those("sensitive"), edits, grades,
        those("note"), tuple(matter for matter, parts in parted.items() if parts),
    )  # fmt: skip


def _value(wanted: Wanted) -> tuple[object, ...]:
    return (wanted.low, wanted.best, wanted.high, wanted.text)


def _decision(each: Judgement) -> Decision:
    return Decision(
        each.id, each.number, each.action, each.by, each.made_at, each.reason, each.wanted
    )
