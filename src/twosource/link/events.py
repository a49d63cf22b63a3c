"""The accounts of a story in, its events out: mentions joined, with reasons."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.base.records import Account, ReportId
from twosource.base.stories import Event, Joined, Story
from twosource.base.vocabulary import load_words
from twosource.link.assemble import make_event
from twosource.link.bars import find_bar
from twosource.link.clues import Clue, read_clues
from twosource.link.given import count_usage, score_given
from twosource.link.groups import join_groups
from twosource.link.pairs import Pair, find_pairs
from twosource.link.parents import set_parents
from twosource.link.scores import Score, compare_texts, score_pair


def join_mentions(story: Story, accounts: Sequence[Account]) -> tuple[Event, ...]:
    """The events of a story; every mention is in exactly one. Order of input changes nothing."""
    leads = find_leads(accounts)
    clues = read_clues([account for account in accounts if account.report.id in leads])
    scores = score_pairs(clues)
    values = {pair: score.value for pair, score in scores.items()}
    limits: dict[str, float] = load_words("twosource.link", "weights")["join"]
    least = limits["given" if any(map(is_given, clues)) else "least"]
    by_report = {account.report.id: account for account in accounts}
    events = []
    for group in join_groups(len(clues), values, least, _bar(clues)):
        told = [clues[place] for place in group]
        join = _give_reasons(group, clues, scores)
        copies = list(_copy(told, leads, by_report))
        join += tuple(_as_copy(clue) for clue in copies)
        events.append(make_event(story, told + copies, join, by_report))
    return set_parents(sorted(events, key=lambda event: event.id))


def score_pairs(clues: Sequence[Clue]) -> dict[Pair, Score]:
    """The score of each pair worth comparing; two marked mentions have a score of their own."""
    texts, usage = compare_texts(clues), count_usage(clues)
    return {
        (a, b): score_given(clues[a], clues[b], texts, usage)
        if is_given(clues[a]) and is_given(clues[b])
        else score_pair(clues[a], clues[b], texts)
        for a, b in find_pairs(clues)
    }


def is_given(clue: Clue) -> bool:
    """Whether somebody marked the mention."""
    return clue.mention.given_id is not None


def _bar(clues: Sequence[Clue]) -> Callable[[int, int], bool]:
    """Whether two clues cannot be one event, by their places in the list; asked once a pair.

    What somebody has marked as a mention is joined by the scores alone.
    """
    marked = [is_given(clue) for clue in clues]

    @cache
    def between(left: int, right: int) -> bool:
        if marked[left] or marked[right]:
            return False
        return find_bar(clues[left], clues[right]) is not None

    return between


def find_leads(accounts: Sequence[Account]) -> dict[ReportId, list[ReportId]]:
    """The reports that are linked, each with those of the very same words, which follow it."""
    groups: dict[tuple[object, ...], list[ReportId]] = defaultdict(list)
    for account in sorted(accounts, key=lambda each: each.report.id):
        told = tuple((each.id, each.trigger, each.when, each.given_id) for each in account.mentions)
        groups[account.report.text, told].append(account.report.id)
    return {reports[0]: reports[1:] for reports in groups.values()}


def _copy(
    clues: Sequence[Clue],
    leads: Mapping[ReportId, Sequence[ReportId]],
    accounts: Mapping[ReportId, Account],
) -> Iterator[Clue]:
    """The same clues in each copy of their reports."""
    for clue in clues:
        for report in leads[clue.report]:
            mention = next(m for m in accounts[report].mentions if m.id == clue.mention.id)
            yield replace(clue, report=report, mention=mention)


def _as_copy(clue: Clue) -> Joined:
    return Joined(clue.report, clue.mention.id, "the same words", clue.mention.given_id)


def _give_reasons(
    group: Sequence[int], clues: Sequence[Clue], scores: Mapping[Pair, Score]
) -> tuple[Joined, ...]:
    """Each mention with the reason of its best pair within the group."""
    return tuple(_give_reason(place, group, clues, scores) for place in group)


def _give_reason(
    place: int, group: Sequence[int], clues: Sequence[Clue], scores: Mapping[Pair, Score]
) -> Joined:
    clue = clues[place]
    pairs = [(min(place, other), max(place, other)) for other in group if other != place]
    best = max(
        (scores[pair] for pair in pairs if pair in scores),
        key=lambda score: (score.value, score.reason),
        default=None,
    )
    reason = best.reason if best is not None else "the only mention"
    return Joined(clue.report, clue.mention.id, reason, clue.mention.given_id)
