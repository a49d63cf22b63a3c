"""A story in, why its reports are one story out: tie by tie, the weakest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.base.labels import label_of
from twosource.base.records import Report, ReportId
from twosource.base.stories import Family, Story

MOST = 60  # ties on a page; the rest is in its JSON


@dataclass(frozen=True, slots=True)
class TieRow:
    """Two texts of a story and what they share. The weakest ties are those to be doubted first."""

    report: ReportId
    outlet: str
    tied_to: ReportId
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties between texts that are shown, and how many there are."""

    shown: tuple[TieRow, ...] = ()
    count: int = 0


def make_ties(story: Story, families: Iterable[Family], reports: Mapping[ReportId, Report]) -> Ties:
    """The ties between texts; what ties copies of one text stands with the reports."""
    home = {name: family.id for family in families for name in family.reports}
    ties = [
        each
        for each in story.why
        if home.get(each.report, each.report) != home.get(each.tied_to, each.tied_to)
    ]
    ties.sort(key=lambda each: (each.likeness, each.report))
    rows = [
        TieRow(
            each.report, label_of(reports[each.report]), each.tied_to,
            label_of(reports[each.tied_to]), each.reason,
        )
        for each in ties[:MOST]
    ]  # fmt: skip
    return Ties(tuple(rows), len(ties))
