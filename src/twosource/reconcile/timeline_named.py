"""The entries of a few reports in, entries for the days they name besides out.

A report may name a day on which it tells of no event that was found: a session, a speech, a law.
Such a day is told in the sentence that names it, and weighs little. What was only published on a
day is no evidence of it, so that no other sentence is told; nor is one that tells an event of
another day ("the valve was faulty, police said on Sunday").
"""

from collections import defaultdict
from collections.abc import Sequence

from twosource.base.records import Account, ReportId, When
from twosource.base.stories import Citation, Entry, Story, StoryId
from twosource.reconcile.pronouns import say_whom
from twosource.reconcile.timeline_days import Told, find_told, weigh_days
from twosource.reconcile.timeline_sentences import describe_pile, pick_best
from twosource.reconcile.worded import quote_loaded

CLOSE = frozenset({"minute", "part", "day", "week"})  # entries so exact tell their days already
CHOICE = 3  # sentences of a day that are looked at for one that no other day has
LIGHT = 0.1  # what such a day weighs at most; an event that one report tells weighs about 0.25


def tell_named(
    told: Sequence[Entry], accounts: Sequence[Account], stories: Sequence[Story]
) -> list[Entry]:
    """One entry for each day that the reports of a story name and no entry of it tells.

    A sentence that names two such days stands on the weightier; the other has its next best one
    where there is any.
    """
    taken: dict[StoryId | None, list[When]] = defaultdict(list)
    known = {entry.text for entry in told}
    for entry in told:
        if entry.when.precision in CLOSE:
            taken[entry.story].append(entry.when)
    return [
        entry
        for story, rows in _by_story(accounts, stories).items()
        for entry in _of_story(story, rows, taken[story])
        if entry.text not in known
    ]


def _of_story(
    story: StoryId | None, accounts: Sequence[Account], taken: Sequence[When]
) -> list[Entry]:
    found = find_told(accounts)
    weights = weigh_days(found, accounts)
    pile = describe_pile(found)
    by_id = {account.report.id: account for account in accounts}
    free = [day for day in found if not any(when.start <= day <= when.end for when in taken)]
    entries: list[Entry] = []
    for day in sorted(free, key=lambda day: (-weights[day], day)):
        rows = [row for row in found[day] if row.named]
        weight = round(LIGHT * weights[day], 6)
        told = {entry.text for entry in entries}
        able = [
            (quote_loaded(say_whom(row.span, by_id[row.report])), _cite(row.text, rows))
            for row in pick_best(rows, pile, CHOICE)
        ]
        if able:
            text, cited = next((one for one in able if one[0] not in told), able[0])
            entries.append(Entry(When(day, day), weight, text, (), cited, story))
    return entries


def _cite(text: str, rows: Sequence[Told]) -> tuple[Citation, ...]:
    """Where the sentence stands, in each report that has it."""
    places = {(row.report, row.span) for row in rows if row.text == text}
    return tuple(sorted(Citation(report, span.start, span.end) for report, span in places))


def _by_story(
    accounts: Sequence[Account], stories: Sequence[Story]
) -> dict[StoryId | None, list[Account]]:
    """The accounts of each story; under None those of reports about no happening."""
    of: dict[ReportId, StoryId] = {name: story.id for story in stories for name in story.reports}
    found: dict[StoryId | None, list[Account]] = defaultdict(list)
    for account in accounts:
        found[of.get(account.report.id)].append(account)
    return found
