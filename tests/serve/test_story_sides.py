"""The sides of a contested point count origins that stand beside one another."""

from twosource.base.stories import Tie
from twosource.serve.web.story_sides import count_apart

NAMES = ("Ilse Tarrow", "Norpress", "Sanna Merow")


def tie(left, right, verdict="dependent"):
    return Tie(left, right, verdict, "both came through one text")


def test_an_outlet_that_two_speakers_came_through_adds_no_origin():
    ties = [
        tie("Ilse Tarrow", "Norpress"),
        tie("Norpress", "Sanna Merow"),
        tie("Ilse Tarrow", "Sanna Merow", "established"),
    ]
    assert count_apart(NAMES, ties) == 2
    assert count_apart(reversed(NAMES), ties[::-1]) == 2


def test_without_ties_each_name_counts():
    assert count_apart(NAMES, ()) == 3
    assert count_apart((), ()) == 0
