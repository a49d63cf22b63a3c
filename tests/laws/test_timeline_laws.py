"""Law of the timeline: an entry's sentence, if it states a day, states the entry's day."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import make
from reconcile.findings_of import dossier_of
from twosource.base.records import Span
from twosource.base.stated_days import is_of_other_days, stated_days

SENTENCES = (
    "Fighting in the Selm valley began on Monday.",
    "On Tuesday morning, loud explosions were reported in Orvan.",
    "The army shelled Orvan on Wednesday.",
    "Twelve people were killed.",
    "The shelling killed twelve people, the Red Cross said on Thursday.",
    "Jets bombed the harbour of Sund.",
    "By Friday the toll of the shelling had risen to 15, the mayor said.",
    "Three soldiers died in an ambush near Lorn on Tuesday.",
)
DAYS = ("2031-03-07", "2031-03-08", None)


@cache
def told(text: str, published: str | None):
    return dossier_of([{"text": text, "published": published}])


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(DAYS))
def test_an_entry_never_quotes_a_sentence_of_another_day(sentences, published):
    dossier = told(" ".join(sentences), published)
    accounts = {account.report.id: account for account in dossier.accounts}
    for entry in dossier.timeline:
        for cited in entry.supports:
            span = Span(cited.start, cited.end)
            assert not is_of_other_days(span, accounts[cited.report], entry.when)


def test_a_blast_of_the_morning_after_the_onset_is_told_on_its_own_day():
    text = (
        "The army began an operation in the Selm valley on Monday. "
        "On Tuesday morning, loud explosions were reported every few minutes in Orvan."
    )
    dossier = told(text, "2031-03-05")
    days = {entry.text.split()[0]: entry.when.start for entry in dossier.timeline}
    assert days == {"The": "2031-03-03", "On": "2031-03-04"}


def test_a_sentence_states_its_single_days_only():
    account = make.account("Since January, and again on Monday, shells hit Orvan.", "2031-03-05")
    whole = Span(0, len(account.report.text))
    assert [when.start for when in stated_days(whole, account)] == ["2031-03-03"]
