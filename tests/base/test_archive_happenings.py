"""The happenings of all stories by place and by day: counted whole, listed in part."""

from dataclasses import replace

import pytest
from sqlalchemy import inspect, text

from twosource.base.archive import Archive, Run
from twosource.base.archive_happenings import (
    count_months,
    count_spots,
    list_days,
    list_spans,
    list_spots,
)
from twosource.base.archive_story_writes import Page, drop_stories, keep_page
from twosource.base.kept import Facet, Shown, StoryFilter, StoryRow
from twosource.base.stories import Dossier, EventId, Story, StoryId

RUN = Run("2031-05-12T10:00:00+00:00", "add", (("twosource", "0"),))
TOWN = {"place": "Dolna", "country": "ORL", "where": "town", "lat": 47.5, "lon": 19.25}
BAY = {"place": "Harrow Bay", "country": "ORL", "where": "town", "lat": 46.0, "lon": 18.0}


def shown(event, day=None, until=None, *, told=1, precision="day", **place):
    return Shown(
        EventId(event), f"What {event} tells", "single_source", day, until or day,
        precision if day else None, told=told, **place,
    )  # fmt: skip


@pytest.fixture
def keep(archive_target):
    """A function that keeps a story of these happenings; the archive is its `archive`."""
    with Archive.open(archive_target, RUN, create=True) as archive:

        def keep_story(name, *happenings, status="single_source"):
            story = Story(StoryId(name), f"Story {name}", (), "2031-05-12", "2031-05-14")
            row = StoryRow(
                story.id, story.title, story.start, story.end, 0, 0, 0, 1, (), (), (), ""
            )
            page = Page(
                Dossier((), stories=(story,)), row, (Facet("status", status, 1),), name, happenings
            )
            with archive.writing() as connection:
                keep_page(connection, page, "ed")

        keep_story.archive = archive
        yield keep_story


def test_places_are_counted_over_all_stories_and_tell_what_is_told_most(keep):
    keep("sto_a", shown("evt_1", told=2, **TOWN), shown("evt_2", told=5, **TOWN))
    keep("sto_b", shown("evt_3", told=4, **TOWN), shown("evt_4", **BAY), shown("evt_5"))
    first, second = list_spots(keep.archive, each=2)
    assert (first.name, first.happenings, first.lat) == ("Dolna", 3, 47.5)
    assert [each.event for each in first.most_told] == ["evt_2", "evt_3"]
    assert (second.name, second.happenings) == ("Harrow Bay", 1)
    assert count_spots(keep.archive) == (2, 4)
    assert [each.name for each in list_spots(keep.archive, limit=1)] == ["Dolna"]


def test_two_places_of_one_name_stay_two(keep):
    keep("sto_a", shown("evt_1", **TOWN), shown("evt_2", **{**TOWN, "lat": 50.0}))
    keep("sto_b", shown("evt_3", **{**TOWN, "lat": None, "lon": None, "country": None}))
    assert [each.happenings for each in list_spots(keep.archive)] == [1, 1, 1]
    assert [len(each.most_told) for each in list_spots(keep.archive)] == [1, 1, 1]


def test_a_filter_holds_for_counts_and_for_what_is_told(keep):
    keep("sto_a", shown("evt_1", "2031-05-12", told=9, **TOWN), status="contested")
    keep("sto_b", shown("evt_2", "2031-05-12", **TOWN))
    wanted = StoryFilter(status="single_source")
    (spot,) = list_spots(keep.archive, wanted)
    assert (spot.happenings, [each.event for each in spot.most_told]) == (1, ["evt_2"])
    assert count_spots(keep.archive, wanted) == (1, 1)
    assert count_months(keep.archive, wanted) == (("2031-05", 1),)
    days = list_days(keep.archive, ("2031-05-01", "2031-05-31"), wanted)
    assert [each.event for each in days["2031-05-12"][1]] == ["evt_2"]


def test_a_day_counts_all_and_lists_those_that_most_tell_of(keep):
    told = [shown(f"evt_{n}", "2031-05-12", told=n) for n in range(1, 6)]
    keep("sto_a", *told, shown("evt_9", "2031-06-01"))
    days = list_days(keep.archive, ("2031-04-28", "2031-05-31"), each=2)
    assert list(days) == ["2031-05-12"]
    count, most_told = days["2031-05-12"]
    assert (count, [each.event for each in most_told]) == (5, ["evt_5", "evt_4"])
    assert count_months(keep.archive) == (("2031-05", 5), ("2031-06", 1))


def test_what_has_no_single_day_is_a_span(keep):
    keep(
        "sto_a",
        shown("evt_1", "2031-05-12", "2031-05-18", precision="week"),
        shown("evt_2", "2031-05-20", precision="month"),
        shown("evt_3", "2031-05-20"),
        shown("evt_4", "2031-04-01", "2031-04-30", precision="month"),
    )
    count, spans = list_spans(keep.archive, ("2031-05-01", "2031-05-31"), limit=1)
    assert (count, len(spans)) == (2, 1)
    assert set(list_days(keep.archive, ("2031-05-01", "2031-05-31"))) == {"2031-05-20"}


def test_a_story_that_is_dropped_takes_its_happenings_along(keep):
    keep("sto_a", shown("evt_1", "2031-05-12", **TOWN))
    with keep.archive.writing() as connection:
        drop_stories(connection, ["sto_a"])
    assert list_spots(keep.archive) == ()
    assert count_months(keep.archive) == ()


def test_the_words_of_a_happening_come_back_with_where_they_stand(keep):
    told = replace(shown("evt_1", "2031-05-12", **TOWN), words="It fell.", source="rep_1#c0-8")
    keep("sto_a", told)
    (spot,) = list_spots(keep.archive)
    assert spot.most_told == (told,)
    assert list_days(keep.archive, ("2031-05-12", "2031-05-12"))["2031-05-12"][1] == (told,)


def test_an_archive_of_the_layout_before_words_takes_them(archive_target):
    with Archive.open(archive_target, RUN, create=True) as archive, archive.writing() as connection:
        for column in ("words", "source"):
            connection.execute(text(f"ALTER TABLE story_happenings DROP COLUMN {column}"))
        connection.execute(text("UPDATE twosource_archive SET version = 3"))
    with Archive.open(archive_target, RUN) as archive, archive.reading() as connection:
        there = {each["name"] for each in inspect(connection).get_columns("story_happenings")}
        indexes = {each["name"] for each in inspect(connection).get_indexes("stories")}
    assert {"words", "source"} <= there
    assert indexes & {"stories_newest", "stories_by_end"}


def test_the_index_of_stories_is_read_in_its_order(archive_target):
    query = "SELECT id FROM stories ORDER BY ended DESC NULLS LAST, id LIMIT 30"
    with Archive.open(archive_target, RUN, create=True) as archive, archive.reading() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET enable_sort = off"))
            plan = connection.execute(text(f"EXPLAIN {query}")).scalars().all()
        else:
            plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert any(name in line for name in ("stories_by_end", "stories_newest") for line in plan)
