"""How a count is said as a statement."""

import pytest

import make
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
