"""The terms of a story's agreements, and the hour since which they hold."""

import make
from twosource.reconcile.situation_terms import sharpen, tell_terms, terms_of

TEXT = (
    "The army and the Harun Liberation Front signed a truce that took effect at 1 p.m. on Tuesday. "
    "Under the truce, the Front must leave Velda and the army must reopen the road."
)


def told():
    account = make.account(TEXT, "2031-05-14")
    return [(account, each) for each in account.agreements]


def test_terms_name_who_is_bound():
    assert terms_of(told()) == (
        "Harun Liberation Front: must leave Velda",
        "army: must reopen the road",
    )


def test_parties_and_terms_are_told_in_a_row():
    between, terms = tell_terms(told())
    assert between == "between Harun Liberation Front and army"
    assert terms.startswith("terms: “Harun")


def test_the_hour_is_told_only_of_the_same_day():
    assert sharpen("2031-05-13", told()) == "2031-05-13T13:00"
    assert sharpen("2031-05-12", told()) == "2031-05-12"
    assert sharpen(None, told()) == "2031-05-13T13:00"
