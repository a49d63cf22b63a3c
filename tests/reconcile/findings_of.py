"""A case's few reports in, the findings of their one story out: the real steps, story given."""

from functools import cache
from typing import Any

import make
from twosource.base.settings import Settings
from twosource.base.stories import Finding, Story, StoryId
from twosource.cluster.families import find_families
from twosource.ground.datings import date_reports
from twosource.link.events import join_mentions
from twosource.pipeline import read_reports, settle
from twosource.reconcile.findings import weigh


def findings_of(reports: list[dict[str, Any]], policy: str = "strict") -> tuple[Finding, ...]:
    """What the pipeline finds in these reports, taken as one story."""
    rows = tuple(tuple(sorted(report.items())) for report in reports)
    return _findings(rows, policy)


@cache
def _findings(rows, policy: str) -> tuple[Finding, ...]:
    reports = [make.report(**dict(row)) for row in rows]
    settings = Settings(policy=policy)
    accounts = [settle(each) for each in date_reports(list(read_reports(reports, settings)))]
    story = Story(StoryId("sto_case"), "", tuple(sorted(report.id for report in reports)))
    events = join_mentions(story, accounts)
    return weigh(events, accounts, find_families(reports), settings)
