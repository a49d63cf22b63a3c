"""Agreements of a story: what several reports tell of one, with each part's words."""

import make
from twosource.base.settings import Settings
from twosource.pipeline import assemble
from twosource.render.notes import Notebook
from twosource.render.pact_rows import list_pacts
from twosource.render.pacts import make_pacts

FIRST = (
    "The government of Orvania and the Lower Front agreed on Tuesday to a truce, the Lakes Union "
    "said. The truce took effect at noon on Tuesday. The Front agreed to hand over its rifles. "
    "Mila Varga, a spokeswoman for the Front, accused government troops of breaking the truce."
)
SECOND = (
    "A truce between the government of Orvania and the Lower Front took effect on Tuesday at "
    "noon, officials of the Lakes Union said."
)


def dossier():
    accounts = [make.account(text, "2031-05-14") for text in (FIRST, SECOND)]
    return assemble(accounts, Settings())


def pacts():
    told = dossier()
    return make_pacts(told, Notebook.of(told))


def test_one_truce_of_two_reports_is_told_once():
    (pact,) = [each for each in pacts() if each.kind == "ceasefire"]
    assert pact.reports == 2
    assert "Truce" in pact.title


def test_it_says_since_when_and_who_says_that_it_was_broken():
    pact = pacts()[0]
    assert any("13 May 2031, 12:00" in each.words for each in pact.in_force)
    (breach,) = pact.breaches
    assert breach.by == "Mila Varga"
    assert breach.words == "breaking the truce"


def test_its_rows_carry_the_exact_words():
    told = dossier()
    texts = {each.report.id: each.report.text for each in told.accounts}
    rows = list_pacts(told)
    quotes = [
        quote
        for row in rows
        for part in ("parties", "in_force", "obligations", "breaches")
        for each in row[part]
        for quote in each["supports"]
    ]
    assert quotes
    for each in quotes:
        assert texts[each["report"]][each["start"] : each["end"]] == each["quote"]


def test_a_story_without_agreements_has_none():
    account = make.account("Two vans burned in Dolna on Monday.", "2031-05-14")
    told = assemble([account], Settings())
    assert make_pacts(told, Notebook.of(told)) == ()


def test_a_short_name_is_the_long_one_and_a_mediator_is_no_party():
    for pact in pacts():
        names = [each.words for each in pact.parties]
        assert "Front" not in names
        assert not set(names) & {each.words for each in pact.mediators}
