"""A dossier in, a brief out: one typed structure, printed by `brief_text`, `_markdown`, `_html`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.earlier import Earlier
from twosource.base.labels import label_of
from twosource.base.records import Account
from twosource.base.stories import Dossier, Finding, Story, StoryId
from twosource.base.withdrawals import find_withdrawn
from twosource.render.choosing import choose, choose_history, count_mains, rank
from twosource.render.decided import is_rejected
from twosource.render.moments import make_moments, tell_once
from twosource.render.notes import Notebook, tidy
from twosource.render.parts import Before, Brief, Chapter, State, Tally, Word
from twosource.render.phrases import day_words, span_words
from twosource.render.sources import make_sources, title_of
from twosource.render.statements import make_contest, make_statement, make_toll
from twosource.render.tolls import find_parts, group_spoken, order_tolls
from twosource.render.voices import make_voices

COUNTED = ("tolls", "displacement")  # themes that are figures and nothing else


def make_brief(dossier: Dossier, earlier: Sequence[Earlier] = ()) -> Brief:
    """The brief of a dossier: one chapter for each story, the largest first.

    Stories that carry on from each other, as `earlier` says, stand together in the order of days.
    """
    book = Notebook.of(dossier)
    stories = order_stories(dossier.stories, earlier)
    numbers = {story.id: number for number, story in enumerate(stories, start=1)}
    links = {each.story: each for each in earlier}
    chapters = tuple(
        replace(make_chapter(story, dossier, book), before=_before(links.get(story.id), numbers))
        for story in stories
    )
    told = {report for story in dossier.stories for report in story.reports}
    apart = [each.report for each in dossier.accounts if each.report.id not in told]
    return Brief(
        chapters,
        book.notes(),
        make_sources(apart, dossier.families),
        dossier.skips,
        dossier.accounts,
    )


def order_stories(stories: Sequence[Story], earlier: Sequence[Earlier]) -> list[Story]:
    """Those that carry on from each other together, by their days; the most reports first."""
    links = {each.story: each.before for each in earlier}
    chains: dict[StoryId, list[Story]] = defaultdict(list)
    for story in stories:
        root = story.id
        while root in links:
            root = links[root]
        chains[root].append(story)
    ordered = [sorted(each, key=lambda one: (one.start or "", one.id)) for each in chains.values()]
    ordered.sort(
        key=lambda each: (-sum(len(one.reports) for one in each), each[0].start or "", each[0].id)
    )
    return [story for chain in ordered for story in chain]


def _before(link: Earlier | None, numbers: Mapping[StoryId, int]) -> Before | None:
    return None if link is None else Before(numbers[link.before], link.title, link.words)


def make_chapter(story: Story, dossier: Dossier, book: Notebook) -> Chapter:
    """One story: what is reported first, then its parts."""
    accounts = [each for each in dossier.accounts if each.report.id in set(story.reports)]
    told = [each for each in dossier.findings if each.story == story.id]
    findings = [each for each in told if not is_rejected(each)]
    gone = find_withdrawn(accounts, dossier.families)
    mains = count_mains(accounts, (each for each in dossier.events if each.story == story.id))
    findings.sort(key=lambda each: rank(each, mains))
    current = [each for each in findings if each.scope == "current"]
    order = order_tolls(current, accounts)
    choice = choose(current, order, mains, book)
    head = tuple(make_statement(each, book) for each in choice.lead)
    entries = [each for each in dossier.timeline if each.story == story.id]
    moments = make_moments(entries, story, book)
    tolls = [make_toll(each, book) for each in order]
    counts = [each.counts[0] for each in tolls if len(each.counts) == 1]
    agreed = tuple(make_statement(each, book) for each in choice.agreed)
    contests = tuple(make_contest(each, book) for each in current if each.status == "contested")
    alone = [make_statement(each, book) for each in choice.single]
    moments, single = tell_once(moments, alone)
    background = tuple(make_statement(each, book) for each in choose_history(findings, book))
    said = [each.text for each in (*head, *agreed, *single, *background)]
    said += [each.text for each in moments]
    said += [quote for each in contests for side in each.sides for quote in side.quotes]
    return Chapter(
        story.id,
        title_words(story, accounts),
        span_words(story.start, story.end),
        tally(accounts, findings, dossier),
        lead=head,
        moments=moments,
        tolls=tuple(each for each in tolls if len(each.counts) > 1),
        counts=tuple(counts),
        spoken=group_spoken(counts, lambda each: each, find_parts(accounts), book),
        agreed=agreed,
        contests=contests,
        single=single,
        background=background,
        voices=make_voices([each for each in accounts if each.report.id not in gone], book, said),
        states=_states(story, dossier, book),
        sources=make_sources(
            (each.report for each in accounts),
            dossier.families,
            {name for name, notice in gone.items() if name != notice},
        ),
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


def _states(story: Story, dossier: Dossier, book: Notebook) -> tuple[State, ...]:
    """The themes of a story; what rests on its figures stands among them."""
    told = (each for each in dossier.situation if each.story == story.id)
    supports = {finding.id: finding.supports for finding in dossier.findings}
    return tuple(
        State(
            each.theme,
            each.state.replace("_", " "),
            day_words(each.since) or None,
            each.terms,
            book.cite(cited for name in each.findings for cited in supports.get(name, ())),
            book.plain(each.reason),
            tuple(map(book.plain, each.details)),
            tuple(
                Word(one.name, one.verb, tidy(one.text), book.cite(one.citations))
                for one in each.stances
            ),
            coming=(each.since or "") > f"{story.end or each.since}~",
        )
        for each in told
        if each.theme not in COUNTED or each.state == "returning" or not each.findings
    )
