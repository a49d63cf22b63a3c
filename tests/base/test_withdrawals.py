"""Reports that an outlet takes back: found by their notice, with their copies."""

import pytest
from tests import make

from twosource.base.records import Account
from twosource.base.stories import Family
from twosource.base.withdrawals import find_notice, find_withdrawn


def account(outlet: str, published: str, text: str) -> Account:
    return Account(make.report(text, outlet=outlet, published=published))


FIRST = account("Horn Wire", "2031-03-04", "Eighteen people died in Velda on Tuesday.")
OTHER = account("Orvan Post", "2031-03-04", "Ten people died in Velda on Tuesday, police said.")
COPY = account("Sund Radio", "2031-03-04", "Eighteen people died in Velda on Tuesday, it said.")
NOTICE = account("Horn Wire", "2031-03-05", "Horn Wire has withdrawn its report on the bombing.")


def test_an_outlet_takes_its_own_report_back_and_nobody_elses():
    found = find_withdrawn([FIRST, OTHER, NOTICE])
    assert found == {FIRST.report.id: NOTICE.report.id, NOTICE.report.id: NOTICE.report.id}


def test_a_copy_goes_with_the_report_that_it_copies():
    family = Family("fam_1", (FIRST.report.id, COPY.report.id))
    assert set(find_withdrawn([FIRST, COPY, OTHER, NOTICE], [family])) == {
        FIRST.report.id, COPY.report.id, NOTICE.report.id,
    }  # fmt: skip


def test_without_a_notice_all_stands():
    assert find_withdrawn([FIRST, OTHER, COPY]) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The army has withdrawn its troops from Velda.",
        "Norway has withdrawn its ambassador to Sweden.",
        "The Daily Sund has retracted its story on the mayor.",
        'The minister said: "We have withdrawn our report to the council."',
    ],
)
def test_news_of_a_withdrawal_is_no_notice(text):
    assert find_notice(account("Orvan Post", "2031-03-05", text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "We have retracted our story on the bus in Velda.",
        "Orvan Post has removed an article on the bus in Velda.",
        "Orvan Post withdrew the report after its witness proved false.",
    ],
)
def test_an_outlets_word_on_its_own_report_is_a_notice(text):
    assert find_notice(account("Orvan Post", "2031-03-05", text)) is not None
