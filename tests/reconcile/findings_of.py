"""A case's few reports in, the findings of their one story out: the real steps, story given."""

from functools import cache
from typing import Any

import make
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Finding, Situation, Story, StoryId
from twosource.cluster.families import find_families
from twosource.ground.datings import date_reports
from twosource.link.events import join_mentions
from twosource.pipeline import read_reports, settle
from twosource.reconcile.findings import weigh
from twosource.reconcile.situation import describe_situation
from twosource.reconcile.timeline import make_timeline


def findings_of(reports: list[dict[str, Any]], policy: str = "strict") -> tuple[Finding, ...]:
    """What the pipeline finds in these reports, taken as one story."""
    rows = _freeze(reports)
    return _findings(rows, policy)


def situation_of(reports: list[dict[str, Any]]) -> tuple[Situation, ...]:
    """The situation that the pipeline describes in these reports, taken as one story."""
    rows = _freeze(reports)
    story, accounts, events, findings = _story(rows, "strict")
    return describe_situation(story, events, findings, accounts)


def _freeze(reports: list[dict[str, Any]]):
    """The reports as something that can be remembered by."""
    return tuple(
        tuple(sorted((name, tuple(value) if isinstance(value, list) else value)
                     for name, value in report.items()))
        for report in reports
    )  # fmt: skip


def _findings(rows, policy: str) -> tuple[Finding, ...]:
    return _story(rows, policy)[3]


def dossier_of(reports: list[dict[str, Any]]) -> Dossier:
    """All that the pipeline makes of these reports, taken as one story."""
    rows = _freeze(reports)
    story, accounts, events, findings = _story(rows, "strict")
    timeline = make_timeline(events, findings, accounts, (story,))
    return Dossier(tuple(accounts), (), (story,), events, findings, timeline)


@cache
def _story(rows, policy: str):
    reports = [make.report(**dict(row)) for row in rows]
    settings = Settings(policy=policy)
    accounts = [settle(each) for each in date_reports(list(read_reports(reports, settings)))]
    story = Story(StoryId("sto_case"), "", tuple(sorted(report.id for report in reports)))
    events = join_mentions(story, accounts)
    return story, accounts, events, weigh(events, accounts, find_families(reports), settings)
