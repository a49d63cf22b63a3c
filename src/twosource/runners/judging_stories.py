"""Decisions on stories and the stories as found in, the stories as people put them out.

A family lies within one story, so a report that is split off takes its copies with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.judgements import Anchor, Judgement
from twosource.base.records import Report, ReportId
from twosource.base.stories import Family, Story
from twosource.base.story_ids import name_story

Groups = list[frozenset[ReportId]]


def regroup(
    judgements: Sequence[Judgement],
    stories: Sequence[Story],
    families: Sequence[Family],
    reports: Sequence[Report],
) -> tuple[Story, ...]:
    """The stories after merging and splitting, in the order of the judgements."""
    if not judgements:
        return tuple(stories)
    groups: Groups = [frozenset(story.reports) for story in stories]
    homes = {report: frozenset(each.reports) for each in families for report in each.reports}
    for each in sorted(judgements, key=lambda one: one.number):
        groups = (_merge if each.action == "merge" else _split)(each, groups, homes)
    known = {frozenset(story.reports): story for story in stories}
    dated = {report.id: report.published.value for report in reports}
    made = [known.get(group) or _make(group, stories, dated) for group in groups]
    return tuple(sorted(made, key=lambda story: story.id))


def _merge(judgement: Judgement, groups: Groups, _homes: Mapping[ReportId, object]) -> Groups:
    """The two stories that hold most of either party's reports become one."""
    left = _find(judgement.aim.anchors, groups)
    right = _find(judgement.aim.others, groups)
    if left is None or right is None or left == right:
        return groups
    return [each for each in groups if each not in (left, right)] + [left | right]


def _split(
    judgement: Judgement, groups: Groups, homes: Mapping[ReportId, frozenset[ReportId]]
) -> Groups:
    """The reports to split off, with their copies, leave the story that the others are in."""
    off = {each.report for each in judgement.aim.others}
    off |= {copy for report in off for copy in homes.get(report, ())}
    stay = {each.report for each in judgement.aim.anchors} - off
    found: Groups = []
    for group in groups:
        parted = group & off
        found += [group - parted, frozenset(parted)] if parted and group & stay else [group]
    return [each for each in found if each]


def _find(anchors: Sequence[Anchor], groups: Groups) -> frozenset[ReportId] | None:
    wanted = {each.report for each in anchors}
    best = max(groups, key=lambda each: (len(each & wanted), sorted(each)), default=None)
    return best if best is not None and best & wanted else None


def _make(
    group: frozenset[ReportId], stories: Sequence[Story], dated: Mapping[ReportId, str | None]
) -> Story:
    """A story of these reports, with the title of the found story that it shares most with."""
    ids = tuple(sorted(group))
    near = max(stories, key=lambda each: (len(group & set(each.reports)), each.id))
    days = sorted(value[:10] for each in ids if (value := dated.get(each)))
    start, end = (days[0], days[-1]) if days else (None, None)
    name = name_story((dated.get(each), each) for each in ids)
    return replace(near, id=name, reports=ids, start=start, end=end)
