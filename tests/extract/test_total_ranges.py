"""The least and the most that a report's counts of one measure come to."""

import pytest

import make


def total(text, measure="killed"):
    account = make.account(text)
    return next(((t.low, t.best, t.high) for t in account.totals if t.measure == measure), None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Between four and seven people were killed in Karsk.", (4, None, 7)),
        ("At least 11 and up to 15 people were killed in Karsk.", (11, None, 15)),
        ("Four people were killed. Local sources put the toll at six.", (4, 6, 6)),
        ("Up to nine people were killed. The police counted seven dead.", (7, 9, 9)),
        ("Up to nine people, including two women and three men, were killed.", (5, 9, 9)),
        ("Up to nine people were killed. The mayor said nine people died.", (9, 9, 9)),
    ],
)
def test_a_range(text, wanted):
    assert total(text) == wanted


def test_a_far_larger_count_is_of_something_else_unless_it_stands_twice():
    once = "Five people were killed in Karsk. The war has killed 900 people."
    twice = "Five people were killed at first count. Later 90 people were killed, he said. "
    assert total(once) == (5, 5, 5)
    assert total(twice + "The mayor too said 90 people were killed.") == (5, 90, 90)


def test_who_died_along_with_others_is_added_to_them():
    assert total("Adin Dolan was killed along with his three children.") == (4, 4, 4)


@pytest.mark.parametrize(
    "text", ["Villagers were injured.", "The raid injured a number of civilians."]
)
def test_people_without_a_number_are_two_at_least(text):
    assert total(text, "injured") == (2, None, None)


def test_counts_of_two_places_in_one_breath_are_added():
    assert total("Nine people were killed in Karsk and two in Torda.") == (11, 11, 11)
    assert total("Nine people were killed in Karsk. The mayor said two died.") == (9, 9, 9)
