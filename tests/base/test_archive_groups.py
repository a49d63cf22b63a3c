"""Turns and what is due: of two that write at once, one does."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from twosource.base.archive import Archive, Run
from twosource.base.archive_group_writes import (
    change_links,
    keep_sketches,
    replace_groups,
    replan,
    take_due,
    take_turn,
)
from twosource.base.archive_groups import (
    Turn,
    due_stories,
    found_stories,
    load_families,
    load_heads,
    load_links,
    load_owners,
    load_sketches,
    planned_stories,
    read_turn,
)
from twosource.base.records import ReportId
from twosource.base.stories import Family, Story, StoryId

RUN = Run("2031-05-12T10:00:00+00:00", "add", (("twosource", "0"),))
A, B, C = ReportId("rep_a"), ReportId("rep_b"), ReportId("rep_c")


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        yield opened


@pytest.mark.parametrize("seen", [None, Turn(1, "bas", 0)])
def test_one_of_several_gets_a_turn(archive, seen):
    if seen is not None:
        with archive.writing() as connection:
            assert take_turn(connection, None, seen)

    def take(number: int) -> bool:
        with archive.writing() as connection:
            return take_turn(connection, seen, Turn(number, "bas", number))

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(take, range(2, 6))) == [False, False, False, True]
    with archive.reading() as connection:
        assert read_turn(connection).number in range(2, 6)


def test_sketches_keys_and_links(archive):
    rows = [(A, b"a", 5, (1, 2)), (B, b"b", 3, (1,)), (C, b"c", 9, (1, -7))]
    with archive.writing() as connection:
        keep_sketches(connection, 1, rows)
        change_links(connection, [], [(A, B, 2), (A, C, 4)])
        change_links(connection, [(A, C)], [(B, C, 1)])
    with archive.reading() as connection:
        assert load_sketches(connection, [A, C]) == {A: b"a", C: b"c"}
        assert load_heads(connection, [1, -7, 99], 2) == {1: [B, A], -7: [C]}
        assert load_owners(connection, [1]) == {1: [B, A, C]}
        assert load_links(connection, [B, C]) == {B: {A: 2, C: 1}, C: {B: 1}}


def test_groups_replace_those_that_hold_a_report(archive):
    first = Story(StoryId("sto_1"), "one", (A, B))
    with archive.writing() as connection:
        replace_groups(connection, [], [Family("fam_1", (A, B))], [first])
        replace_groups(
            connection, [C], [Family("fam_3", (C,))], [Story(StoryId("sto_3"), "3", (C,))]
        )
        whole = Story(StoryId("sto_1"), "all", (A, B, C))
        replace_groups(connection, [A, B, C], [Family("fam_1", (A, B, C))], [whole])
    with archive.reading() as connection:
        assert found_stories(connection, [C]) == {"sto_1": whole}
        assert [each.id for each in load_families(connection, [A, C])] == ["fam_1"]


def test_what_is_due_is_taken_once(archive):
    one, two = (Story(StoryId(f"sto_{name}"), name, (name,)) for name in (A, B))
    with archive.writing() as connection:
        replan(connection, [], [(one, False), (two, True)], 4)
    with archive.writing() as connection:
        replan(connection, [one.id], [(two, False)], 5)
    with archive.reading() as connection:
        assert due_stories(connection, 9) == {two.id: (5, two)}
        assert planned_stories(connection, [A, B]) == {two.id: two}
    with archive.writing() as connection:
        assert not take_due(connection, {two.id: 4})
        assert take_due(connection, {two.id: 5})
        assert not take_due(connection, {two.id: 5})
