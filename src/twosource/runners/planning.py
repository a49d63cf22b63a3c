"""Stories as found and decisions on them in, which stories are to be shown out.

Only what hangs together with the asked reports is looked at, by the stories that hold them and by
the decisions that name them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.base.archive_groups import (
    found_stories,
    load_families,
    planned_stories,
    stream_reports,
)
from twosource.base.judgements import Judgement
from twosource.base.stories import Story
from twosource.runners.judging_stories import regroup


@dataclass(frozen=True, slots=True)
class Plan:
    """The stories to be shown in place of the dropped ones; each with whether a person made it."""

    dropped: tuple[str, ...]
    stories: tuple[tuple[Story, bool], ...]


def plan_stories(
    connection: Connection,
    reports: Collection[str],
    judgements: Sequence[Judgement],
    renewed: Collection[str],
) -> Plan:
    """What changes among the stories that these reports belong to.

    `judgements` are those in force on stories; `renewed` are reports whose story is to be worked
    out again even where its members are the same.
    """
    wide, ruling = _widen(connection, reports, judgements)
    found = found_stories(connection, wide)
    planned = planned_stories(connection, wide)
    wanted = {story.id: story for story in _rule(connection, found, ruling)}
    again = set(renewed)
    changed = tuple(
        (story, story not in found.values())
        for name, story in sorted(wanted.items())
        if planned.get(name) != story or again & set(story.reports)
    )
    return Plan(tuple(name for name in planned if name not in wanted), changed)


def named_reports(judgement: Judgement) -> set[str]:
    """The reports whose words a decision is about."""
    return {anchor.report for anchor in (*judgement.aim.anchors, *judgement.aim.others)}


def _widen(
    connection: Connection, reports: Collection[str], judgements: Sequence[Judgement]
) -> tuple[set[str], list[Judgement]]:
    """All reports that hang together with these, and the decisions that bear on them."""
    wide = set(reports)
    while True:
        before = len(wide)
        for stories in (found_stories(connection, wide), planned_stories(connection, wide)):
            wide |= {name for story in stories.values() for name in story.reports}
        ruling = [each for each in judgements if named_reports(each) & wide]
        wide |= {name for each in ruling for name in named_reports(each)}
        if len(wide) == before:
            return wide, ruling


def _rule(
    connection: Connection, found: dict[str, Story], judgements: Sequence[Judgement]
) -> Sequence[Story]:
    stories = tuple(found[name] for name in sorted(found))
    if not judgements:
        return stories
    names = sorted({name for story in stories for name in story.reports})
    families = load_families(connection, names)
    return regroup(judgements, stories, families, tuple(stream_reports(connection, names)))
