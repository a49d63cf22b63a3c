"""States and changes: kept in order, found by moment, by state and by any id of a story."""

import pytest
from sqlalchemy import insert

from twosource.base.archive import Archive, Run
from twosource.base.archive_changes import (
    add_changes,
    count_changes,
    former_ids,
    list_changes,
    open_state,
    states,
)
from twosource.base.archive_story_tables import FORMER
from twosource.base.kept import Change
from twosource.base.stories import StoryId

FIRST, SECOND = "2031-05-12T10:00:00+00:00", "2031-05-13T10:00:00+00:00"
OLD, NEW = StoryId("sto_old"), StoryId("sto_new")
ROWS = {
    FIRST: [Change("new_story", OLD, FIRST, "Market shelled")],
    SECOND: [
        Change("revised", NEW, SECOND, "Killed", "fin_1", "killed", "9", "7", "the mayor: 7"),
        Change("new_story", StoryId("sto_x"), SECOND, "Bridge closed"),
    ],
}


@pytest.fixture
def archive(archive_target):
    for place, (now, rows) in enumerate(ROWS.items(), start=1):
        run = Run(now, "add", (("twosource", "0"),))
        with (
            Archive.open(archive_target, run, create=True) as opened,
            opened.writing() as connection,
        ):
            assert open_state(opened, connection, now) == place
            add_changes(connection, place, rows)
    with Archive.open(archive_target, run) as opened:
        with opened.writing() as connection:
            connection.execute(insert(FORMER).values(id=OLD, story=NEW))
        yield opened


def test_the_latest_update_comes_first(archive):
    assert [each.text for each in list_changes(archive)] == [
        "Killed", "Bridge closed", "Market shelled"]  # fmt: skip
    assert list_changes(archive)[0] == ROWS[SECOND][0]
    assert [each.text for each in list_changes(archive, limit=1, offset=1)] == ["Bridge closed"]


@pytest.mark.parametrize(
    ("since", "number"),
    [(None, 3), (FIRST, 2), (SECOND, 0), ("2031-05-13", 2), ("2031-05-12", 3), (0, 3), (1, 2)],
)
def test_since(archive, since, number):
    assert count_changes(archive, since) == len(list_changes(archive, since)) == number


@pytest.mark.parametrize("story", [OLD, NEW])
def test_a_story_keeps_its_changes_under_every_id(archive, story):
    assert [each.text for each in list_changes(archive, story=story)] == [
        "Killed", "Market shelled"]  # fmt: skip
    assert count_changes(archive, FIRST, story) == 1
    assert former_ids(archive, NEW) == (OLD,)


def test_states(archive):
    assert [(each.number, each.made_at, each.changes) for each in states(archive)] == [
        (2, SECOND, 2), (1, FIRST, 1)]  # fmt: skip
