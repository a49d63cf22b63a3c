"""Decisions on one report and its account in, the account with them applied out.

What a person rejects is taken out before anything is counted; what a person adds is read like all
the rest. An id that a person's addition has ends in that of its judgement.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from twosource.base.anchors import find_anchor
from twosource.base.decisions import latest, stand_of
from twosource.base.judgements import Action, Anchor, Judgement
from twosource.base.records import Account, Claim, Figure, Mention, Span
from twosource.runners.judging_additions import add_claim, add_event, add_figure

Part = TypeVar("Part", Figure, Claim, Mention)
ADDERS: Mapping[Action, Callable[[Account, Judgement, Span], Account]] = {
    "add_event": add_event,  # in this order: a figure finds the event and the claim it belongs to
    "add_claim": add_claim,
    "add_figure": add_figure,
}


def revise(judgements: Sequence[Judgement], account: Account) -> Account:
    """The account after the decisions on its report."""
    if not judgements:
        return account
    if any(each.action == "retract" and each.aim.kind == "report" for each in judgements):
        return replace(account, claims=(), mentions=(), figures=(), totals=(), main=None)
    for action, add in ADDERS.items():
        for each in judgements:
            span = _place(each, account) if each.action == action else None
            if span is not None:
                account = add(account, each, span)
    return _reject(judgements, account)


def find_part(anchors: Sequence[Anchor], account: Account, parts: Iterable[Part]) -> list[Part]:
    """The parts whose words the anchors are: the same span, else the one that shares most."""
    found = [find_anchor(each, account.report.text) for each in anchors]
    spans = [span for span in found if span is not None]
    parts = list(parts)
    same = [part for part in parts if set(spans_of(part)) == set(spans)]
    if same or not spans:
        return same
    shared = {part.id: _shared(spans_of(part), spans) for part in parts}
    best = max(parts, key=lambda part: (shared[part.id], part.id), default=None)
    return [best] if best is not None and shared[best.id] else []


def spans_of(part: Figure | Claim | Mention) -> tuple[Span, ...]:
    """The words that make up a figure, a claim or a mention."""
    if isinstance(part, Figure):
        return (part.span,)
    return part.content if isinstance(part, Claim) else (part.trigger,)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    """How many characters the spans have in common."""
    return sum(
        max(min(one.end, other.end) - max(one.start, other.start), 0)
        for one in left
        for other in right
    )


def _place(judgement: Judgement, account: Account) -> Span | None:
    anchors = [each for each in judgement.aim.anchors if each.report == account.report.id]
    return find_anchor(anchors[0], account.report.text) if anchors else None


def _reject(judgements: Sequence[Judgement], account: Account) -> Account:
    """Without the parts that are rejected and that nobody accepts."""
    matters: dict[tuple[str, str | None, tuple[Anchor, ...]], list[Judgement]] = {}
    for each in judgements:
        if each.action in {"accept", "reject"} and each.aim.kind != "report":
            matters.setdefault((each.aim.kind, each.aim.slot, each.aim.anchors), []).append(each)
    for (kind, slot, anchors), told in sorted(matters.items(), key=lambda row: repr(row[0])):
        if stand_of(latest(told)).is_rejected:
            account = _without(kind, slot, anchors, account)
    return account


def _without(kind: str, slot: str | None, anchors: Sequence[Anchor], account: Account) -> Account:
    if kind == "figure":
        measured = [each for each in account.figures if slot in {None, each.measure}]
        gone = {each.id for each in find_part(anchors, account, measured)}
        return _drop_figures(gone, account)
    if kind == "claim":
        gone = {each.id for each in find_part(anchors, account, account.claims)}
        return _drop_claims(gone, account)
    gone = {each.id for each in find_part(anchors, account, account.mentions)}
    return _drop_mentions(gone, account)


def _drop_figures(gone: set[str], account: Account) -> Account:
    kept = [each for each in account.figures if each.id not in gone]
    parts = (replace(each, subset_of=None) if each.subset_of in gone else each for each in kept)
    return replace(account, figures=tuple(parts))


def _drop_claims(gone: set[str], account: Account) -> Account:
    """What a rejected claim told becomes the outlet's own word."""
    return replace(
        account,
        claims=tuple(each for each in account.claims if each.id not in gone),
        figures=tuple(
            replace(each, claim=None) if each.claim in gone else each for each in account.figures
        ),
        mentions=tuple(
            replace(each, claim=None) if each.claim in gone else each for each in account.mentions
        ),
    )


def _drop_mentions(gone: set[str], account: Account) -> Account:
    return replace(
        account,
        mentions=tuple(each for each in account.mentions if each.id not in gone),
        figures=tuple(
            replace(each, mention=None) if each.mention in gone else each
            for each in account.figures
        ),
    )
