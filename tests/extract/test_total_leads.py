"""What a report tells first, and what its title says, against larger counts far behind."""

import pytest

import make
from twosource.extract.total_titles import totals_of_title

FAR = "The police asked witnesses to come forward and said that the road would stay closed. " * 6


def killed(text):
    return next((t.best for t in make.account(text).totals if t.measure == "killed"), None)


def test_a_larger_count_far_behind_the_one_person_told_first_is_of_other_happenings():
    assert (
        killed(f"A farmer was shot dead in Karsk on Monday. {FAR}Nine people were killed in Torda.")
        == 1
    )


def test_a_count_of_those_whom_the_report_speaks_of_already_stands():
    assert killed(f"A farmer was shot dead in Karsk on Monday. {FAR}All five men were killed.") == 5


def test_a_count_near_the_first_person_stands():
    assert killed("A farmer was shot dead in Karsk. Nine people were killed in all.") == 9


def test_who_dies_as_the_fourth_tells_of_three_before():
    assert killed("Three men were killed near Karsk. A fourth victim died on Wednesday.") == 4


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("5th person dies after attack in Karsk", 5),
        ("Family shocked by double murder-suicide", 3),
    ],
)
def test_a_title_counts_the_dead(title, count):
    assert totals_of_title(title)[0].best == count


@pytest.mark.parametrize("title", ["Man charged with murder", "Suspect in fatal shooting named"])
def test_a_killing_in_a_title_is_one_at_least(title):
    total = totals_of_title(title)[0]
    assert (total.low, total.best, total.high) == (1, None, None)


@pytest.mark.parametrize(
    "title",
    ["Man charged with attempted murder", "Non-fatal shooting in Karsk", "Death toll rises"],
)
def test_a_title_without_a_killing_tells_of_none(title):
    assert totals_of_title(title) == []
