"""The accounts of a story in, its events out: mentions joined, with reasons."""

from collections.abc import Mapping, Sequence

from twosource.base.records import Account
from twosource.base.stories import Event, Joined, Story
from twosource.base.vocabulary import load_words
from twosource.link.assemble import make_event
from twosource.link.clues import Clue, read_clues
from twosource.link.groups import join_groups
from twosource.link.pairs import Pair, find_pairs
from twosource.link.parents import set_parents
from twosource.link.scores import Score, compare_texts, score_pair


def join_mentions(story: Story, accounts: Sequence[Account]) -> tuple[Event, ...]:
    """The events of a story; every mention is in exactly one. Order of input changes nothing."""
    clues = read_clues(accounts)
    texts = compare_texts(clues)
    scores = {(a, b): score_pair(clues[a], clues[b], texts) for a, b in find_pairs(clues)}
    values = {pair: score.value for pair, score in scores.items()}
    least: float = load_words("twosource.link", "weights")["join"]["least"]
    by_report = {account.report.id: account for account in accounts}
    events = [
        make_event(story, [clues[place] for place in group], join, by_report)
        for group in join_groups(len(clues), values, least)
        for join in [_give_reasons(group, clues, scores)]
    ]
    return set_parents(sorted(events, key=lambda event: event.id))


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
