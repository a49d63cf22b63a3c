"""Judgements in, the hand that applies them on the way from accounts to a dossier out.

Every part is a pure function of the judgements in force and of what was worked out: the order in
which judgements or reports are given changes nothing, and without them the bytes are the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from twosource.base.hands import NO_HAND, Hand
from twosource.base.judgements import AimKind, Judgement, in_force
from twosource.base.records import Account, ReportId
from twosource.runners.judging_accounts import revise
from twosource.runners.judging_events import rejoin
from twosource.runners.judging_findings import decide
from twosource.runners.judging_names import name_changes, rename
from twosource.runners.judging_stories import regroup

Wish = Callable[[Judgement], bool]
READ: frozenset[AimKind] = frozenset({"figure", "claim", "mention"})


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements in force, by what they are about."""

    reports: dict[ReportId, tuple[Judgement, ...]]
    names: tuple[Judgement, ...] = ()
    stories: tuple[Judgement, ...] = ()
    events: tuple[Judgement, ...] = ()
    findings: tuple[Judgement, ...] = ()


def take_hand(judgements: Iterable[Judgement]) -> Hand:
    """The hand of these judgements; those that were undone are left out."""
    rulings = sort_rulings(judgements)
    if rulings == Rulings({}):
        return NO_HAND
    return Hand(
        revise=partial(_revise, rulings),
        regroup=partial(regroup, rulings.stories),
        rejoin=partial(rejoin, rulings.events),
        decide=partial(decide, rulings.findings),
    )


def sort_rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The judgements in force, each where it applies."""
    told = in_force(judgements)
    reports: dict[ReportId, list[Judgement]] = defaultdict(list)
    for each in told:
        if each.aim.kind in READ or each.aim.kind == "report":
            for report in sorted({anchor.report for anchor in each.aim.anchors}):
                reports[report].append(each)

    def those(kinds: Sequence[AimKind], wish: Wish = lambda _: True) -> tuple[Judgement, ...]:
        return tuple(each for each in told if each.aim.kind in kinds and wish(each))

    return Rulings(
        {report: tuple(rows) for report, rows in sorted(reports.items())},
        those(("actor", "place"), lambda each: each.action in {"rename", "merge"}),
        those(("story",), lambda each: each.action in {"merge", "split"}),
        those(("event",), lambda each: each.action in {"merge", "split"}),
        those(("finding",)),
    )


def _revise(rulings: Rulings, account: Account) -> Account:
    revised = revise(rulings.reports.get(account.report.id, ()), account)
    return rename(name_changes(rulings.names), revised) if rulings.names else revised
