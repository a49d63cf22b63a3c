"""A dossier in, a brief out: one typed structure, printed by `brief_text`, `_markdown`, `_html`."""

from collections.abc import Sequence

from twosource.base.labels import label_of
from twosource.base.records import Account
from twosource.base.stories import Dossier, Finding, Situation, Story
from twosource.render.decided import is_rejected
from twosource.render.moments import make_moments
from twosource.render.notes import Notebook
from twosource.render.parts import Brief, Chapter, State, Tally
from twosource.render.phrases import day_words, span_words
from twosource.render.sources import make_sources, title_of
from twosource.render.statements import make_contest, make_statement, make_toll
from twosource.render.tolls import TOLLS, find_parts, group_spoken, order_tolls
from twosource.render.voices import make_voices

AGREED = ("corroborated", "multiple_reports")
LEAD_SLOTS = ("happened", "killed", "injured", "displaced")
DETAILS = ("when", "where", "who", "participants", "weapon")
MOST_LEAD = 7


def make_brief(dossier: Dossier) -> Brief:
    """The brief of a dossier: one chapter for each story, the largest first."""
    book = Notebook.of(dossier)
    stories = sorted(
        dossier.stories, key=lambda each: (-len(each.reports), each.start or "", each.id)
    )
    chapters = tuple(make_chapter(story, dossier, book) for story in stories)
    told = {report for story in dossier.stories for report in story.reports}
    apart = [each.report for each in dossier.accounts if each.report.id not in told]
    return Brief(
        chapters,
        book.notes(),
        make_sources(apart, dossier.families),
        dossier.skips,
        dossier.accounts,
    )


def make_chapter(story: Story, dossier: Dossier, book: Notebook) -> Chapter:
    """One story: what is reported first, then its parts."""
    accounts = [each for each in dossier.accounts if each.report.id in set(story.reports)]
    told = [each for each in dossier.findings if each.story == story.id]
    findings = [each for each in told if not is_rejected(each)]
    current = sorted((each for each in findings if each.scope == "current"), key=rank)
    lead = _lead(current)
    rest = [each for each in current if each not in lead and _tells(each)]
    head = tuple(make_statement(each, book) for each in lead)
    entries = [each for each in dossier.timeline if each.story == story.id]
    moments = make_moments(entries, story, book)
    tolls = [make_toll(each, book) for each in order_tolls(current, accounts)]
    alone = [each.counts[0] for each in tolls if len(each.counts) == 1]
    return Chapter(
        story.id,
        title_words(story, accounts),
        span_words(story.start, story.end),
        tally(accounts, findings, dossier),
        lead=head,
        moments=moments,
        tolls=tuple(each for each in tolls if len(each.counts) > 1),
        counts=tuple(alone),
        spoken=group_spoken(alone, lambda each: each, find_parts(accounts), book),
        agreed=tuple(
            make_statement(each, book) for each in current if each not in lead and _is_agreed(each)
        ),
        contests=tuple(make_contest(each, book) for each in current if each.status == "contested"),
        single=tuple(make_statement(each, book) for each in rest if each.status == "single_source"),
        background=tuple(
            make_statement(each, book)
            for each in findings
            if each.scope == "background" and each.slot not in DETAILS
        ),
        voices=make_voices(accounts, book),
        states=_states(
            [each for each in dossier.situation if each.story == story.id], dossier, book
        ),
        sources=make_sources((each.report for each in accounts), dossier.families),
    )


def rank(finding: Finding) -> tuple[int, int, int, int, str]:
    """Best founded first: status, origins, reports; then the slot; then the id."""
    order = ("corroborated", "contested", "multiple_reports", "single_source", "unsupported")
    slots = (*LEAD_SLOTS, finding.slot)
    return (
        order.index(finding.status),
        -finding.independent_max,
        -len({each.report for each in finding.supports}),
        slots.index(finding.slot),
        finding.id,
    )


def title_words(story: Story, accounts: Sequence[Account]) -> str:
    """The story's title, else the headline of its first report, else its outlet."""
    if story.title:
        return story.title
    reports = sorted((each.report for each in accounts), key=lambda each: each.id)
    titles = [title for title in map(title_of, reports) if title]
    return titles[0] if titles else f"A report of {label_of(reports[0])}"


def tally(accounts: Sequence[Account], findings: Sequence[Finding], dossier: Dossier) -> Tally:
    """How many reports, outlets, texts after copies, origins and contested points."""
    reports = {each.report.id for each in accounts}
    return Tally(
        len(reports),
        len({label_of(each.report) for each in accounts}),
        sum(1 for family in dossier.families if reports & set(family.reports)),
        sum(story.origins for story in dossier.stories if reports & set(story.reports)),
        sum(1 for finding in findings if finding.status == "contested"),
    )


def _lead(current: Sequence[Finding]) -> list[Finding]:
    """What is reported, in a few sentences: what happened and at what cost, best founded first."""
    live = [each for each in current if each.lifecycle == "live" and each.supports]
    told = [each for each in live if each.slot in LEAD_SLOTS]
    return (told or live)[:MOST_LEAD]


def _tells(finding: Finding) -> bool:
    """Whether a finding is told as a sentence: days and counts stand in parts of their own."""
    return finding.lifecycle == "live" and finding.slot not in (*DETAILS, *TOLLS)


def _is_agreed(finding: Finding) -> bool:
    """Whether more than one origin may stand behind it; counts stand in a part of their own."""
    live = finding.lifecycle == "live" and finding.slot not in (*TOLLS, "participants")
    return live and finding.status in AGREED and finding.independent_max > 1


def _states(told: Sequence[Situation], dossier: Dossier, book: Notebook) -> tuple[State, ...]:
    supports = {finding.id: finding.supports for finding in dossier.findings}
    return tuple(
        State(
            each.theme,
            each.state.replace("_", " "),
            day_words(each.since) or None,
            each.terms,
            book.cite(cited for name in each.findings for cited in supports.get(name, ())),
            book.plain(each.reason),
        )
        for each in told
    )
