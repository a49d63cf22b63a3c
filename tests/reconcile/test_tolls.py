"""How a count is said as a statement."""

from dataclasses import replace

import pytest

import make
from twosource.base.settings import Settings
from twosource.pipeline import read_reports
from twosource.reconcile.tolls import phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 300 houses were destroyed.", "About 300 homes were destroyed or damaged"),
        ("Dozens of people were injured.", "Dozens of people were injured"),
        ("At least 20 injured people were treated.", "At least 20 people were injured"),
        ("One house was destroyed.", "One home was destroyed or damaged"),
    ],
)
def test_statements_read_as_english(text, expected):
    account = make.account(text)
    assert phrase(account.figures[0], account) == expected


def test_armed_people_of_another_language_are_neither_soldiers_nor_fighters():
    text = "Al menos 14 soldados murieron el domingo en una emboscada cerca de Orvan."
    (account,) = read_reports([replace(make.report(text), language="es")], Settings())
    assert phrase(account.figures[0], account) == "At least 14 combatants were killed"
