"""The whole way on one screen: items in, a dossier out.

STEPS is written by hand. `read_reports` runs the per-report steps, `assemble` the group steps.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from twosource.base.earlier import Earlier
from twosource.base.hands import NO_HAND, Hand
from twosource.base.reading import Reading
from twosource.base.records import Account, Report
from twosource.base.settings import Settings
from twosource.base.step import GroupStep, ReportStep, Step
from twosource.base.stories import Dossier, Family, Story
from twosource.clean.reports import clean_item
from twosource.cluster.families import find_families
from twosource.cluster.following import find_earlier
from twosource.cluster.reasons import explain_story
from twosource.cluster.stories import find_stories
from twosource.extract.actors import find_actors
from twosource.extract.agreements import find_agreements
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
from twosource.ground.sides import set_sides
from twosource.ground.whens import set_whens
from twosource.link.events import join_mentions
from twosource.reconcile.callings import count_origins
from twosource.reconcile.findings import weigh
from twosource.reconcile.situation import describe_situation
from twosource.reconcile.timeline import make_timeline

EXTRACT = (
    ReportStep(find_times, fills="times"),
    ReportStep(find_places, fills="places"),
    ReportStep(find_actors, fills="actors"),
    ReportStep(find_claims, fills="claims"),
    ReportStep(find_mentions, fills="mentions"),
    ReportStep(find_agreements, fills="agreements"),
    ReportStep(find_figures, fills="figures"),
)

STEPS: tuple[Step, ...] = (
    ReportStep(clean_item, fills="reports"),
    GroupStep(find_families, by="pile", fills="families"),
    GroupStep(find_stories, by="pile", fills="stories"),
    *EXTRACT,
    ReportStep(place_names, fills="placings"),
    ReportStep(set_whens, fills="whens"),
    ReportStep(set_sides, fills="sides"),
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
    alone = reading.settings.reads_figures_alone(reading.report.language)
    for step in figures_alone() if alone else EXTRACT:
        rows: dict[str, Any] = {step.fills: tuple(step.run(reading))}
        reading = replace(reading, account=replace(reading.account, **rows))
    return reading.account


def figures_alone() -> tuple[ReportStep, ...]:
    """The steps of a language without a parser: what numbers and the words beside them tell."""
    from twosource.extract.abroad_claims import find_claims_abroad  # noqa: PLC0415 - seldom needed
    from twosource.extract.abroad_figures import find_figures_abroad  # noqa: PLC0415 - as above

    return (
        ReportStep(find_claims_abroad, fills="claims"),
        ReportStep(find_figures_abroad, fills="figures"),
    )


def ground(account: Account, settings: Settings) -> Account:
    """The account with its places on the map, its days in the calendar, its main happening."""
    return settle(set_sides(set_whens(place_names(account, settings))))


def settle(account: Account) -> Account:
    """The account with its main happening and its totals."""
    account = replace(account, main=choose_main(account))
    return replace(account, totals=sum_totals(account))


def assemble(accounts: Sequence[Account], settings: Settings, hand: Hand = NO_HAND) -> Dossier:
    """The dossier of a pile of accounts. The order of the accounts changes nothing."""
    read = sorted(accounts, key=lambda account: account.report.id)
    reports = [account.report for account in read]
    families = find_families(reports)
    found = find_stories(reports, families, accounts=read)
    stories = hand.regroup(found, families, reports)
    accounts = [hand.revise(account) for account in read]
    by_id = {account.report.id: account for account in accounts}
    parts = [
        assemble_story(story, [by_id[name] for name in story.reports], families, settings, hand)
        for story in stories
    ]
    return join_parts(parts, accounts, families)


def assemble_story(
    story: Story,
    accounts: Sequence[Account],
    families: Sequence[Family],
    settings: Settings,
    hand: Hand = NO_HAND,
) -> Dossier:
    """The dossier of one story; `accounts` are those of its reports, as `hand` revised them.

    It depends on nothing else in the pile, so that one story can be brought up to date alone.
    """
    told = tuple(settle(each) for each in date_reports(accounts))
    members = set(story.reports)
    own = tuple(family for family in families if members & set(family.reports))
    events = hand.rejoin(story, join_mentions(story, told), told)
    findings = hand.decide(weigh(events, told, own, settings), told)
    story = replace(
        story,
        origins=count_origins(findings, told, own, settings),
        why=explain_story(accounts, own),
    )
    return conclude(Dossier(told, own, (story,), events, findings))


def conclude(part: Dossier) -> Dossier:
    """One story's dossier with what rests on its findings: the situation and the timeline."""
    story, told = part.stories[0], part.accounts
    situation = describe_situation(story, part.events, part.findings, told)
    timeline = make_timeline(part.events, part.findings, told, (story,))
    return replace(part, timeline=timeline, situation=tuple(situation))


def join_parts(
    parts: Sequence[Dossier], accounts: Sequence[Account], families: Sequence[Family]
) -> Dossier:
    """One dossier of all the stories' dossiers; `accounts` are all of the pile, by id.

    The days of many reports are weighed anew: a pile's timeline is more than its stories'.
    """
    told = {each.report.id: each for part in parts for each in part.accounts}
    final = tuple(told.get(account.report.id, account) for account in accounts)
    stories = tuple(story for part in parts for story in part.stories)
    events = tuple(event for part in parts for event in part.events)
    findings = tuple(finding for part in parts for finding in part.findings)
    situation = tuple(each for part in parts for each in part.situation)
    timeline = (
        parts[0].timeline
        if len(parts) == 1 and len(parts[0].accounts) == len(final)
        else make_timeline(events, findings, final, stories)
    )
    return Dossier(final, tuple(families), stories, events, findings, timeline, situation)


def link_stories(dossier: Dossier) -> tuple[Earlier, ...]:
    """Which stories carry on from an earlier one of the dossier."""
    return find_earlier(dossier.stories, dossier.accounts)
