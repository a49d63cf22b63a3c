"""Mentions that somebody marked: joined by likeness, leaned by days, barred by nothing."""

from dataclasses import replace

import pytest

import make
from twosource.base.records import Account, Mention, Span, When
from twosource.base.stories import Story, StoryId
from twosource.link.clues import Clue, read_clues
from twosource.link.events import join_mentions
from twosource.link.given import compare_given, count_usage, score_given
from twosource.link.scores import compare, compare_texts

DAY, LATER = When("2031-03-03", "2031-03-03"), When("2031-03-20", "2031-03-20")
RAID = "The raid on Orvan market came at dawn and left two stalls burnt."
AGAIN = "A raid hit the market of Orvan at dawn, and stalls were burnt."


def account(text: str, word: str, day: When | None = None, published="2031-03-06") -> Account:
    """A report in which somebody marked one word."""
    report = make.report(text, published=published)
    start = text.index(word)
    trigger, sentence = Span(start, start + len(word)), Span(0, len(text))
    mention = Mention("m1", trigger, sentence, lemma=word, when=day, given_id=f"{word} {start}")
    return Account(report, mentions=(mention,))


def clues_of(*accounts: Account) -> list[Clue]:
    return read_clues(accounts)


def score(*accounts: Account) -> float:
    clues = clues_of(*accounts)
    return score_given(clues[0], clues[1], compare_texts(clues), count_usage(clues)).value


def marks(*accounts: Account) -> dict[str, float]:
    clues = clues_of(*accounts)
    found = compare(clues[0], clues[1], compare_texts(clues))
    return compare_given(clues[0], clues[1], found, count_usage(clues))


def test_marked_mentions_of_one_word_are_one_event_even_when_a_day_is_read_otherwise():
    one, two = account(RAID, "raid", DAY), account(AGAIN, "raid", When("2031-03-04", "2031-03-04"))
    story = Story(StoryId("sto_1"), "", tuple(sorted([one.report.id, two.report.id])))
    (event,) = join_mentions(story, [one, two])
    assert {each.given_id for each in event.mentions} == {"raid 4", "raid 2"}


def test_days_that_meet_lean_towards_one_event_and_far_days_away_from_it():
    near = score(account(RAID, "raid", DAY), account(AGAIN, "raid", DAY))
    unknown = score(account(RAID, "raid", DAY), account(AGAIN, "raid"))
    far = score(account(RAID, "raid", DAY), account(AGAIN, "raid", LATER))
    assert far < unknown < near


def test_reports_weeks_apart_are_less_likely_of_one_event():
    soon = score(account(RAID, "raid"), account(AGAIN, "raid", published="2031-03-07"))
    late = score(account(RAID, "raid"), account(AGAIN, "raid", published="2031-03-20"))
    assert late < soon


@pytest.mark.parametrize(
    ("day", "meet", "far"), [(DAY, 1.0, 0.0), (LATER, 0.0, 1.0), (None, 0.0, 0.0)]
)
def test_days_are_compared_where_both_are_told(day, meet, far):
    found = marks(account(RAID, "raid", DAY), account(AGAIN, "raid", day))
    assert (found["days_meet"], found["days_far"]) == (meet, far)


def test_the_order_of_the_two_changes_nothing():
    one, two = account(RAID, "raid", DAY), account(AGAIN, "stalls", LATER)
    clues = clues_of(one, two)
    texts, usage = compare_texts(clues), count_usage(clues)
    assert score_given(clues[0], clues[1], texts, usage) == score_given(
        clues[1], clues[0], texts, usage
    )


def test_usage_counts_mentions_and_reports_of_a_word():
    clues = clues_of(account(RAID, "raid"), account(AGAIN, "raid"))
    twice = [*clues, replace(clues[0], position=1)]
    usage = count_usage(twice)
    assert (usage.mentions["raid",], usage.reports["raid",], usage.every) == (3, 2, 2)
