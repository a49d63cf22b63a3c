"""A story that carries on from an earlier one is linked to it, and told beside it."""

from tests import make

from twosource.base.stories import Dossier, Story, StoryId
from twosource.cluster.following import find_earlier
from twosource.pipeline import link_stories
from twosource.render.brief import make_brief, order_stories
from twosource.render.brief_text import brief_text

SEIZED = "Guards seized the tanker Amber Gull off Velsk on Monday, its owner Nordlund said."
FREED = "The crew of the tanker Amber Gull were freed on Friday, its owner Nordlund said."
VOTE = "Parliament in Harrow passed a budget after a debate about school meals."


def pile(days: tuple[str, ...]):
    texts = (SEIZED, FREED, VOTE)
    accounts = [make.account(text, day) for text, day in zip(texts, days, strict=True)]
    stories = [
        Story(StoryId(f"sto_{n}"), f"Story {n}", (each.report.id,), day, day)
        for n, (each, day) in enumerate(zip(accounts, days, strict=True))
    ]
    return stories, accounts


def test_it_carries_on_from_the_story_that_shares_its_names():
    stories, accounts = pile(("2031-03-03", "2031-03-07", "2031-03-08"))
    (link,) = find_earlier(stories, accounts)
    assert (link.story, link.before, link.title) == ("sto_1", "sto_0", "Story 0")
    assert "Amber Gull" in link.words
    assert find_earlier(stories[::-1], accounts[::-1]) == (link,)


def test_what_is_long_past_or_of_one_day_is_not_carried_on_from():
    assert find_earlier(*pile(("2028-03-03", "2031-03-07", "2031-03-08"))) == ()
    assert find_earlier(*pile(("2031-03-07", "2031-03-07", "2031-03-08"))) == ()


def test_stories_that_carry_on_stand_together_by_day():
    stories, accounts = pile(("2031-03-03", "2031-03-07", "2031-03-05"))
    links = find_earlier(stories, accounts)
    assert [each.id for each in order_stories(stories, links)] == ["sto_0", "sto_1", "sto_2"]
    assert [each.id for each in order_stories(stories, ())] == ["sto_0", "sto_2", "sto_1"]


def test_a_brief_says_after_which_story_another_came():
    stories, accounts = pile(("2031-03-03", "2031-03-07", "2031-03-08"))
    dossier = Dossier(tuple(accounts), stories=tuple(stories))
    text = brief_text(make_brief(dossier, link_stories(dossier)))
    assert "2 Story 1 · Fri 7 March 2031 · 1 report · after 1" in " ".join(text.split())
    assert "earlier: 1 Story 0: both say" in text
