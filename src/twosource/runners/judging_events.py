"""Decisions on events and a story's events in, the events as people put them out.

Events are known by the words that tell of them (their triggers), so a merge or a split holds when
reports are added and every id is another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.anchors import find_all
from twosource.base.judgements import Anchor, Judgement
from twosource.base.records import Account, Report, ReportId, Span
from twosource.base.stories import Event, Joined, Story
from twosource.link.assemble import make_event
from twosource.link.clues import read_clues
from twosource.link.parents import set_parents

Groups = list[tuple[Joined, ...]]
Places = Mapping[ReportId, Sequence[Span]]


def rejoin(
    judgements: Sequence[Judgement],
    story: Story,
    events: Sequence[Event],
    accounts: Sequence[Account],
) -> tuple[Event, ...]:
    """The events after merging and splitting, in the order of the judgements."""
    told = [each for each in judgements if _concerns(each, story)]
    if not told:
        return tuple(events)
    reports = {each.report.id: each.report for each in accounts}
    triggers = {
        (account.report.id, each.id): each.trigger
        for account in accounts
        for each in account.mentions
    }
    groups: Groups = [each.mentions for each in events]
    for each in sorted(told, key=lambda one: one.number):
        groups = _apply(each, groups, reports, triggers)
    known = {each.mentions: each for each in events}
    made = [known.get(group) or _make(group, story, accounts) for group in groups]
    return set_parents(sorted(made, key=lambda event: event.id))


def _concerns(judgement: Judgement, story: Story) -> bool:
    anchors = (*judgement.aim.anchors, *judgement.aim.others)
    return bool({each.report for each in anchors} & set(story.reports))


def _apply(
    judgement: Judgement,
    groups: Groups,
    reports: Mapping[ReportId, Report],
    triggers: Mapping[tuple[ReportId, str], Span],
) -> Groups:
    def matched(group: Sequence[Joined], anchors: Sequence[Anchor]) -> tuple[Joined, ...]:
        places = find_all(anchors, reports)
        return tuple(each for each in group if _stands(each, places, triggers))

    aim = judgement.aim
    if judgement.action == "split":
        return _split(judgement, groups, [matched(each, aim.others) for each in groups])
    ends = []
    for anchors in (aim.anchors, aim.others):
        counts = [len(matched(each, anchors)) for each in groups]
        ends.append(counts.index(max(counts)) if any(counts) else None)
    left, right = ends
    if left is None or right is None or left == right:
        return groups
    reason = f"merged by {judgement.by}: {judgement.reason}"
    moved = tuple(replace(each, reason=reason) for each in groups[right])
    whole = tuple(sorted((*groups[left], *moved), key=lambda each: (each.report, each.mention)))
    rest = [group for place, group in enumerate(groups) if place not in (left, right)]
    return [*rest, whole]


def _split(judgement: Judgement, groups: Groups, matches: Sequence[tuple[Joined, ...]]) -> Groups:
    found: Groups = []
    reason = f"split off by {judgement.by}: {judgement.reason}"
    for group, off in zip(groups, matches, strict=True):
        stay = tuple(each for each in group if each not in off)
        parted = tuple(replace(each, reason=reason) for each in off)
        found += [stay, parted] if stay and off else [group]
    return found


def _stands(joined: Joined, places: Places, triggers: Mapping[tuple[ReportId, str], Span]) -> bool:
    trigger = triggers[joined.report, joined.mention]
    return any(span.overlaps(trigger) for span in places.get(joined.report, ()))


def _make(group: tuple[Joined, ...], story: Story, accounts: Sequence[Account]) -> Event:
    by_report = {account.report.id: account for account in accounts}
    wanted = {(each.report, each.mention) for each in group}
    clues = read_clues([by_report[name] for name in sorted({each.report for each in group})])
    chosen = [each for each in clues if (each.report, each.mention.id) in wanted]
    return make_event(story, chosen, group, by_report)
