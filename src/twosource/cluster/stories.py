"""Reports and their families in, stories out: which reports tell of one happening."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from twosource.base.body import body_of, headline_of
from twosource.base.ids import make_id
from twosource.base.records import Report, ReportId
from twosource.base.stories import Family, Story, StoryId
from twosource.cluster.linkage import link_average
from twosource.cluster.similarity import find_alike, weigh_terms
from twosource.cluster.terms import count_terms

THRESHOLD = 0.13  # mean likeness within a story; one setting for every pile
NEAR, FAR = 10, 365  # days between two reports: full likeness up to NEAR, none from FAR on
SENTENCE = re.compile(r"\s*(.{1,160}?(?:[.!?](?=\s|$)|\n|$)|.{1,160}\b)", re.DOTALL)

Alike = dict[tuple[int, int], float]


def find_stories(reports: Sequence[Report], families: Sequence[Family]) -> tuple[Story, ...]:
    """Every report in one story, sorted by id; a family lies within one story.

    The order of the reports changes nothing.
    """
    known = {report.id: report for report in reports}
    names = sorted(known)
    ordered = [known[name] for name in names]
    alike = _fade(find_alike(weigh_terms([count_terms(each) for each in ordered])), ordered)
    units = _units(names, families)
    groups = link_average([len(unit) for unit in units], _between(units, alike), THRESHOLD)
    stories = [
        _make_story([ordered[place] for unit in group for place in units[unit]], names, alike)
        for group in groups
    ]
    return tuple(sorted(stories, key=lambda story: story.id))


def _fade(alike: Alike, reports: Sequence[Report]) -> Alike:
    """Reports that appeared weeks apart are less alike: look-alikes of other days stay apart."""
    days = [_day(report) for report in reports]
    faded = {}
    for (left, right), likeness in alike.items():
        one, other = days[left], days[right]
        apart = abs((one - other).days) if one and other else 0
        lost = min(max(apart - NEAR, 0) / (FAR - NEAR), 1.0)
        faded[left, right] = likeness * (1 - lost)
    return faded


def _day(report: Report) -> date | None:
    value = report.published.value
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _units(names: Sequence[ReportId], families: Sequence[Family]) -> list[list[int]]:
    """The places of each family's reports; reports of no family stand alone."""
    at = {name: place for place, name in enumerate(names)}
    units = [sorted(at[name] for name in family.reports if name in at) for family in families]
    held = {place for unit in units for place in unit}
    units += [[place] for place in range(len(names)) if place not in held]
    return sorted(unit for unit in units if unit)


def _between(units: Sequence[Sequence[int]], alike: Alike) -> Alike:
    """The mean likeness of two units' reports."""
    home = {place: number for number, unit in enumerate(units) for place in unit}
    sums: Alike = {}
    for (left, right), likeness in sorted(alike.items()):
        one, other = sorted((home[left], home[right]))
        if one != other:
            sums[one, other] = sums.get((one, other), 0.0) + likeness
    return {
        (one, other): total / (len(units[one]) * len(units[other]))
        for (one, other), total in sums.items()
    }


def _make_story(
    reports: Sequence[Report], names: Sequence[ReportId], alike: Mapping[tuple[int, int], float]
) -> Story:
    ids = tuple(sorted(report.id for report in reports))
    at = {name: place for place, name in enumerate(names)}
    days = sorted(report.published.value[:10] for report in reports if report.published.value)

    def centre(report: Report) -> tuple[float, str]:
        here = at[report.id]
        total = sum(alike.get((min(here, at[name]), max(here, at[name])), 0.0) for name in ids)
        return (-total, report.id)

    title = _title(min(reports, key=centre))
    start, end = (days[0], days[-1]) if days else (None, None)
    return Story(StoryId(make_id("sto", *ids)), title, ids, start, end)


def _title(report: Report) -> str:
    """The report's headline, else its first sentence."""
    headline = " ".join(headline_of(report).split())
    if headline:
        return headline
    match = SENTENCE.match(body_of(report))
    return " ".join(match[1].split()) if match else ""
