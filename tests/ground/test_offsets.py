"""What is told some days after or before another has its own day."""

import pytest

import make


def day(text, word):
    account = make.account(text, "2031-05-14")  # a Wednesday
    found = [each for each in account.mentions if each.trigger.quote(text) == word]
    return found[0].when.start if found[0].when else None


AFTER = "A week after rebels seized Karsk, the army shelled it on Wednesday."
HANGS = "The army shelled Karsk three days after a bomb killed nine on Friday."
CASES = [
    ("Tolan vowed on Wednesday to go, a day after rebels seized Karsk.", "seized", "2031-05-13"),
    (AFTER, "seized", "2031-05-07"),
    (AFTER, "shelled", "2031-05-14"),
    (HANGS, "killed", "2031-05-09"),
    (HANGS, "shelled", "2031-05-12"),
    ("Two days after rebels seized Karsk, the army shelled it.", "seized", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_days_are_counted_from_the_day_told(text, word, expected):
    assert day(text, word) == expected
