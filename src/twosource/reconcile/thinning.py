"""Findings in, those worth telling out: one sentence for one event."""

from collections.abc import Callable, Mapping, Sequence

from twosource.base.stories import Event, EventId, Finding
from twosource.base.vocabulary import load_words

WHETHER = frozenset({"happened", "planned", "threatened"})
RANKS = ("contested", "corroborated", "multiple_reports", "single_source", "unsupported")


def thin(findings: Sequence[Finding], events: Mapping[EventId, Event]) -> list[Finding]:
    """The findings; of those that tell one sentence of several events, that of the weightiest.

    The other events of the sentence keep what is said of their day, place and weapon. Speech that
    only one report tells in passing, and a wish that is denied, are no findings.
    """
    best: dict[str, Finding] = {}
    for one in sorted(findings, key=lambda each: _weight(each, events[each.event])):
        if one.slot in WHETHER and not is_slight(one, events[one.event]):
            best.setdefault(one.text, one)
    told = {one.id for one in best.values()}
    return [one for one in findings if one.slot not in WHETHER or one.id in told]


def is_slight(one: Finding, event: Event) -> bool:
    """Whether it is only said and not done, or a wish denied."""
    if event.kind != "speech_act" or one.status in {"contested", "corroborated"}:
        return False
    slight: list[str] = load_words("twosource.reconcile", "kinds")["slight"]
    passing = one.scope == "background" or event.plover.event in slight
    return one.status == "unsupported" or passing


def _weight(one: Finding, event: Event) -> tuple[int, int, bool, float, str]:
    kinds: dict[str, float] = load_words("twosource.reconcile", "weights")["kinds"]
    reports = {each.report for each in one.supports}
    return (
        RANKS.index(one.status),
        -len(reports),
        event.kind == "speech_act",
        -kinds.get(event.plover.event or "", kinds["other"]),
        one.id,
    )


def tell_harm_once(
    findings: Sequence[Finding], events: Mapping[EventId, Event], home: Callable[[Event], EventId]
) -> list[Finding]:
    """The findings without harm ("Killings") that a deed of its episode tells as well or better.

    The deed does so if whatever report tells of the harm tells of the deed.
    """
    harms: list[str] = load_words("twosource.reconcile", "kinds")["harms"]
    told = [one for one in findings if one.slot == "happened"]
    harm = [one for one in told if events[one.event].title.split()[0].strip(",") in harms]
    deeds = [one for one in told if one not in harm]
    again = {
        one.id
        for one in harm
        for deed in deeds
        if home(events[one.event]) == home(events[deed.event])
        and RANKS.index(deed.status) <= RANKS.index(one.status)
        and _reports(one) <= _reports(deed)
    }
    return [one for one in findings if one.id not in again]


def _reports(finding: Finding) -> frozenset[str]:
    return frozenset(each.report for each in finding.supports)
