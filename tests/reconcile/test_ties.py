"""What ties the origins of a finding to each other, as the count of them has it."""

import pytest

import make
from twosource.base.settings import Settings
from twosource.pipeline import assemble

OFFICE = "At least seven people were killed in Dolna on Monday, the Valley Health Office said."
OFFICIAL = (
    "Ilse Tarrow, the head of the Valley Health Office, said on Tuesday that at least seven "
    "people were killed in Dolna on Monday."
)
FRONT = (
    "The Free Orlan Front, a rebel group, said that at least seven people were killed when shells "
    "hit the market of Dolna on Monday."
)
NOBODY = "Residents of Dolna said that at least seven people were killed in the town on Monday."


def toll_of(*texts):
    accounts = [make.account(text, "2031-05-13") for text in texts]
    told = assemble(accounts, Settings())
    return max(
        (each for each in told.findings if each.slot == "killed"),
        key=lambda each: len(each.supports),
    )


def test_two_names_of_one_body_are_one_origin_and_it_says_why():
    finding = toll_of(OFFICE, OFFICIAL)
    assert finding.independent_max == 1
    assert {tie.verdict for tie in finding.ties} == {"same"}
    assert "body" in finding.ties[0].reason


def test_two_bodies_are_independent():
    (tie,) = toll_of(OFFICE, FRONT).ties
    assert tie.verdict == "established"


def test_somebody_without_a_name_is_presumed_independent_at_most():
    (tie,) = toll_of(OFFICE, NOBODY).ties
    assert tie.verdict == "presumed"
    assert "Residents" in tie.reason


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_reports_changes_no_tie(turned):
    texts = [OFFICE, FRONT, NOBODY, OFFICIAL]
    assert toll_of(*texts).ties == toll_of(*(reversed(texts) if turned else texts)).ties
