"""Mentions of a story joined into events."""

from dataclasses import replace

import pytest

import make
from twosource.base.records import Account, Main, Mention, Plover, Span, When
from twosource.base.stories import Story, StoryId
from twosource.link.events import join_mentions

DAY, NEXT = When("2031-03-03", "2031-03-03"), When("2031-03-05", "2031-03-05")


def account(text, *words, day=None, **fields):
    """A report with a mention for each of these trigger words."""
    report = make.report(text, published="2031-03-06")
    mentions = []
    for number, word in enumerate(words):
        start = text.index(word)
        trigger, sentence = Span(start, start + len(word)), Span(0, len(text))
        plain = {"lemma": word, "plover": Plover("ASSAULT"), "when": day, **fields}
        mentions.append(Mention(f"m{number}", trigger, sentence, **plain))
    return Account(report, mentions=tuple(mentions))


def events_of(*accounts):
    story = Story(StoryId("sto_1"), "", tuple(sorted(each.report.id for each in accounts)))
    return join_mentions(story, accounts)


def test_two_reports_of_one_raid_are_one_event():
    one = account("The raid on Orvan market came on Monday.", "raid", day=DAY)
    two = account("A raid hit the market of Orvan on Monday.", "raid", day=DAY)
    (event,) = events_of(one, two)
    assert len(event.mentions) == 2
    assert all("raid" in each.reason for each in event.mentions)
    assert event.title == "Raid, 3 March 2031"


def test_those_who_do_it_are_no_second_happening_beside_the_word_for_it():
    kind = {"plover": Plover("PROTEST", ("demo",))}
    one = account("On Monday crowds demonstrated in Orvan again.", "demonstrated", day=DAY, **kind)
    two = account("Demonstrators rallied in Orvan over the crisis.", "rallied", **kind)
    (event,) = events_of(one, two)
    assert len(event.mentions) == 2


def test_raids_of_two_days_are_two_events():
    one = account("The raid on Orvan market came on Monday.", "raid", day=DAY)
    two = account("A raid hit the market of Orvan on Wednesday.", "raid", day=NEXT)
    assert len(events_of(one, two)) == 2


def test_history_is_not_joined_to_the_news():
    one = account("The raid on Orvan market came on Monday.", "raid", day=DAY)
    two = account("A raid hit the market of Orvan long ago.", "raid", scope="background")
    assert len(events_of(one, two)) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_every_mention_is_in_exactly_one_event_whatever_the_order(turned):
    accounts = [
        account("The raid on Orvan market and the arrest came on Monday.", "raid", "arrest"),
        account("A raid hit the market of Orvan.", "raid"),
        account("An arrest was made after the fire in Orvan.", "arrest", "fire"),
    ]
    events = events_of(*reversed(accounts)) if turned else events_of(*accounts)
    told = sorted((each.report, each.mention) for event in events for each in event.mentions)
    assert told == sorted((one.report.id, each.id) for one in accounts for each in one.mentions)
    assert events == events_of(*accounts)


def test_the_dead_of_a_flood_are_not_those_of_an_attack():
    one = account("Four people were killed in Orvan on Monday.", "killed", day=DAY, lemma="kill")
    two = account(
        "Floods killed three in Orvan on Monday.", "killed", day=DAY, lemma="kill", plover=Plover()
    )
    assert len(events_of(one, two)) == 2


def test_what_both_reports_are_about_is_one_event_in_other_words():
    one = account("A strike hit the market of Orvan.", "strike")
    two = account("The raid on Orvan killed two, medics said.", "raid")
    assert len(events_of(one, two)) == 2
    about = [replace(each, main=Main("m0", None, None)) for each in (one, two)]
    (event,) = events_of(*about)
    assert "what both reports are about" in event.mentions[0].reason
