"""Prints of stories: good for one state of a story in one look, and asked for again after."""

import pytest

from twosource.base.archive import Archive, Run
from twosource.base.archive_changes import add_changes, open_state
from twosource.base.archive_prints import Stand, find_print, keep_prints, list_unprinted
from twosource.base.archive_story_writes import Page, drop_stories, keep_page
from twosource.base.kept import Change, StoryRow
from twosource.base.stories import Dossier, Story, StoryId

RUN = Run("2031-05-12T10:00:00+00:00", "add", (("twosource", "0"),))
A = StoryId("sto_a")


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        keep(opened, "d1")
        yield opened


def keep(archive, digest, name=A, day="2031-05-12"):
    story = Story(name, "A story", (), day, day)
    row = StoryRow(name, story.title, story.start, story.end, 0, 0, 0, 1, (), (), (), RUN.now)
    with archive.writing() as connection:
        keep_page(connection, Page(Dossier((), stories=(story,)), row, (), digest), "ed")


def print_all(archive, look="look"):
    told = list_unprinted(archive, look, 10)
    keep_prints(archive, look, [(name, stand, b"page") for name, stand in told.items()])
    return list(told)


def test_a_story_is_printed_once(archive):
    assert find_print(archive, A, "look").body is None
    assert print_all(archive) == [A]
    assert find_print(archive, A, "look").body == b"page"
    assert print_all(archive) == []
    assert find_print(archive, "sto_x", "look") is None


def test_the_newest_is_printed_first(archive):
    keep(archive, "d1", StoryId("sto_new"), "2031-06-01")
    keep(archive, "d1", StoryId("sto_old"), "2030-06-01")
    assert list(list_unprinted(archive, "look", 2)) == ["sto_new", A]


def test_another_look_is_another_print(archive):
    print_all(archive)
    assert find_print(archive, A, "newer look").body is None
    assert print_all(archive, "newer look") == [A]
    assert find_print(archive, A, "newer look").body == b"page"


def test_a_story_that_changed_has_no_print_until_it_is_printed_again(archive):
    print_all(archive)
    keep(archive, "d2")
    assert find_print(archive, A, "look").body is None
    assert print_all(archive) == [A]


def test_a_print_of_an_older_state_is_not_kept(archive):
    keep(archive, "d2")
    keep_prints(archive, "look", [(A, Stand("d1", 0), b"old page")])
    assert find_print(archive, A, "look").body is None
    assert list(list_unprinted(archive, "look", 10)) == [A]


def test_what_changed_since_makes_a_print_old_even_when_the_story_is_what_it_was(archive):
    seen = find_print(archive, A, "look").stand
    with archive.writing() as connection:
        change = Change("revised", A, RUN.now, "killed", before="9", after="7")
        add_changes(connection, open_state(archive, connection, RUN.now), [change])
    keep_prints(archive, "look", [(A, seen, b"old page")])
    assert find_print(archive, A, "look").body is None


def test_a_page_that_depends_on_who_asks_is_not_asked_for_again(archive):
    keep_prints(archive, "look", [(A, Stand("d1", 0), None)])
    assert find_print(archive, A, "look").body is None
    assert list_unprinted(archive, "look", 10) == {}


def test_a_story_that_is_gone_has_none(archive):
    print_all(archive)
    with archive.writing() as connection:
        drop_stories(connection, [A])
    assert find_print(archive, A, "look") is None
    assert list_unprinted(archive, "newer look", 10) == {}
