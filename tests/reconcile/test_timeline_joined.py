"""One happening of two stories stands once in the timeline of an archive."""

from twosource.base.records import Placing, Plover, ReportId, When
from twosource.base.stories import Citation, Entry, Event, EventId, StoryId
from twosource.reconcile.timeline_joined import join_timelines

DAY = When("2031-03-05", "2031-03-05")
SAID = (
    "The convoy of the Red Cross reached Velmar at noon on Wednesday, the first aid in six weeks."
)
AGAIN = (
    "The Red Cross convoy reached Velmar on Wednesday, the first aid in six weeks, doctors said."
)
OTHER = "Aid trucks of the Red Cross reached Velmar around midday."


def entry(text: str, story: str, name: str, weight: float = 0.5) -> Entry:
    cited = Citation(ReportId(f"rep_{name}"), 0, len(text))
    return Entry(DAY, weight, text, (EventId(name),), (cited,), StoryId(story))


def event(name: str, story: str) -> Event:
    place = Placing("Velmar", "invented")
    return Event(EventId(name), StoryId(story), "Aid", (), plover=Plover("AID"), place=place)


def test_two_stories_tell_one_happening_once_in_the_weightier_words():
    told = [entry(SAID, "sto_1", "e1", 0.6), entry(AGAIN, "sto_2", "e2", 0.4)]
    (one,) = join_timelines(told, [event("e1", "sto_1"), event("e2", "sto_2")])
    assert one.text == SAID
    assert one.events == ("e1", "e2")
    assert len(one.supports) == 2
    assert join_timelines(told[::-1], [event("e1", "sto_1"), event("e2", "sto_2")]) == (one,)


def test_other_words_are_one_happening_where_kind_and_place_are_the_same():
    told = [entry(SAID, "sto_1", "e1", 0.6), entry(OTHER, "sto_2", "e2", 0.4)]
    assert len(join_timelines(told, [event("e1", "sto_1"), event("e2", "sto_2")])) == 1


def test_one_story_keeps_its_entries_and_other_happenings_stand_apart():
    told = [entry(SAID, "sto_1", "e1"), entry(AGAIN, "sto_1", "e2")]
    assert len(join_timelines(told, [event("e1", "sto_1"), event("e2", "sto_1")])) == 2
    apart = [entry(SAID, "sto_1", "e1"), entry("Shells hit the mill of Orvan.", "sto_2", "e2")]
    assert len(join_timelines(apart, [event("e1", "sto_1"), event("e2", "sto_2")])) == 2
