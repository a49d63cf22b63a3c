"""The whole way on one screen: items in, a dossier out.

STEPS is written by hand. `read_reports` runs the per-report steps, `assemble` the group steps.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from twosource.base.hands import NO_HAND, Hand
from twosource.base.reading import Reading
from twosource.base.records import Account, Report
from twosource.base.settings import Settings
from twosource.base.step import GroupStep, ReportStep, Step
from twosource.base.stories import Dossier, Event, Family, Finding, Situation, Story
from twosource.clean.reports import clean_item
from twosource.cluster.families import find_families
from twosource.cluster.stories import find_stories
from twosource.extract.actors import find_actors
from twosource.extract.claims import find_claims
from twosource.extract.figures import find_figures
from twosource.extract.mentions import find_mentions
from twosource.extract.parse import parse_reports
from twosource.extract.places import find_places
from twosource.extract.times import find_times
from twosource.extract.totals import sum_totals
from twosource.ground.datings import date_reports
from twosource.ground.mains import choose_main
from twosource.ground.placings import place_names
from twosource.ground.whens import set_whens
from twosource.link.events import join_mentions
from twosource.reconcile.findings import weigh
from twosource.reconcile.situation import describe_situation
from twosource.reconcile.timeline import make_timeline

EXTRACT = (
    ReportStep(find_times, fills="times"),
    ReportStep(find_places, fills="places"),
    ReportStep(find_actors, fills="actors"),
    ReportStep(find_claims, fills="claims"),
    ReportStep(find_mentions, fills="mentions"),
    ReportStep(find_figures, fills="figures"),
)

STEPS: tuple[Step, ...] = (
    ReportStep(clean_item, fills="reports"),
    GroupStep(find_families, by="pile", fills="families"),
    GroupStep(find_stories, by="pile", fills="stories"),
    *EXTRACT,
    ReportStep(place_names, fills="placings"),
    ReportStep(set_whens, fills="whens"),
    ReportStep(choose_main, fills="mains"),
    ReportStep(sum_totals, fills="totals"),
    GroupStep(date_reports, by="story", fills="datings"),
    GroupStep(join_mentions, by="story", fills="events"),
    GroupStep(weigh, by="story", fills="findings"),
    GroupStep(describe_situation, by="story", fills="situation"),
    GroupStep(make_timeline, by="pile", fills="timeline"),
)


def read_reports(reports: Iterable[Report], settings: Settings) -> Iterator[Account]:
    """One account for each report, in order: extract, then ground."""
    for reading in parse_reports(reports, settings):
        yield ground(extract(reading), settings)


def extract(reading: Reading) -> Account:
    """What the words say, before the calendar and the map."""
    for step in EXTRACT:
        rows: dict[str, Any] = {step.fills: tuple(step.run(reading))}
        reading = replace(reading, account=replace(reading.account, **rows))
    return reading.account


def ground(account: Account, settings: Settings) -> Account:
    """The account with its places on the map, its days in the calendar, its main happening."""
    return settle(set_whens(place_names(account, settings)))


def settle(account: Account) -> Account:
    """The account with its main happening and its totals."""
    account = replace(account, main=choose_main(account))
    return replace(account, totals=sum_totals(account))


def assemble(accounts: Sequence[Account], settings: Settings, hand: Hand = NO_HAND) -> Dossier:
    """The dossier of a pile of accounts. The order of the accounts changes nothing."""
    accounts = sorted(map(hand.revise, accounts), key=lambda account: account.report.id)
    reports = [account.report for account in accounts]
    families = find_families(reports)
    stories = hand.regroup(find_stories(reports, families), families, reports)
    by_id = {account.report.id: account for account in accounts}
    events: list[Event] = []
    findings: list[Finding] = []
    situation: list[Situation] = []
    for story in stories:
        told = [settle(each) for each in date_reports([by_id[name] for name in story.reports])]
        by_id.update({account.report.id: account for account in told})
        joined = hand.rejoin(story, join_mentions(story, told), told)
        weighed = weigh(joined, told, _families_of(story, families), settings)
        weighed = hand.decide(weighed, told)
        events += joined
        findings += weighed
        situation += describe_situation(story, joined, weighed, told)
    final = tuple(by_id[report.id] for report in reports)
    return Dossier(
        final,
        families,
        stories,
        tuple(events),
        tuple(findings),
        make_timeline(events, findings, final, stories),
        tuple(situation),
    )


def _families_of(story: Story, families: Sequence[Family]) -> list[Family]:
    members = set(story.reports)
    return [family for family in families if members & set(family.reports)]
