"""A state's office in, the land it is of by its own words out."""

import pytest

import make
from twosource.base.settings import Settings
from twosource.pipeline import read_reports
from twosource.reconcile.lands import land_of


@pytest.mark.parametrize(
    ("words", "land"),
    [
        ("The Defence Ministry of Tarkovia said that it was over.", "tarkov"),
        ("The Tarkovian Defence Ministry said that it was over.", "tarkov"),
        ("Karska's army said that it was over.", "karsk"),
        ("The Karskan general staff said that it was over.", "karsk"),
        ("The Ministry of Defence said that it was over.", None),
        ("The Tarkovian Ministry of Health said that it was over.", "tarkov"),
        ("The Ministry of Foreign Affairs of Tarkovia said that it was over.", "tarkov"),
        ("The Metropolitan Police said that it was over.", None),
        ("The army said that it was over.", None),
    ],
)
def test_a_state_is_known_by_the_land_its_office_names(words, land):
    account = next(iter(read_reports([make.report(words)], Settings())))
    assert account.actors
    assert land_of(account.actors[0], account) == land
