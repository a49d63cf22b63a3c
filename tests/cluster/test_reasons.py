"""Why a report belongs to its story: ties that a person can check."""

import numpy as np

import make
from twosource.base.stories import Edge, Family
from twosource.cluster.reasons import explain_story, span

STRIKE = (
    "Jets bombed the fish market of Port Ellery on Wednesday and killed twelve people, said the "
    "mayor, Bran Holt. Boats brought the wounded over the river Ell to Sunder."
)
AGAIN = (
    "Twelve people died on Wednesday when jets hit the fish market of Port Ellery, Mayor Bran Holt "
    "said in Sunder."
)
LATER = "Rescuers in Port Ellery still dug under the stalls of the fish market on Friday."


def told(*texts):
    days = ("2031-06-11", "2031-06-12", "2031-06-13")
    return [make.account(text, day) for text, day in zip(texts, days, strict=False)]


def test_every_report_but_one_is_tied_and_all_ties_lead_to_it():
    accounts = told(STRIKE, AGAIN, LATER)
    ties = explain_story(accounts, ())
    leads = {tie.report: tie.tied_to for tie in ties}
    names = {each.report.id for each in accounts}
    (root,) = names - leads.keys()
    for _ in accounts:
        leads = {name: leads.get(target, target) for name, target in leads.items()}
    assert set(leads.values()) == {root}


def test_a_tie_names_shared_words_days_and_counts():
    (tie,) = explain_story(told(STRIKE, AGAIN), ())
    assert "Bran Holt" in tie.words
    assert "fish" in tie.words
    assert tie.days == ("2031-06-11",)
    assert tie.figures == ("12 killed",)
    assert "both tell of 11 June 2031" in tie.reason


def test_the_words_are_those_of_the_text():
    accounts = told(STRIKE, AGAIN)
    (tie,) = explain_story(accounts, ())
    text = next(each.report.text for each in accounts if each.report.id == tie.report)
    assert all(word in text for word in tie.words)


def test_a_copy_is_tied_by_its_family():
    accounts = told(STRIKE, AGAIN)
    left, right = sorted(each.report.id for each in accounts)
    edge = Edge(left, right, "copy", "the two bodies are the same", 0.9)
    (tie,) = explain_story(accounts, (Family("fam_1", (left, right), (edge,)),))
    assert tie.reason == "copy: the two bodies are the same"
    assert tie.likeness == 0.9


def test_a_family_whose_edges_lie_outside_the_story_is_tied_to_its_first():
    accounts = told(STRIKE, AGAIN)
    names = tuple(sorted(each.report.id for each in accounts))
    (tie,) = explain_story(accounts, (Family("fam_1", names, ()),))
    assert tie.tied_to == accounts[0].report.id


def test_one_report_needs_no_reason():
    assert explain_story(told(STRIKE), ()) == ()


def test_the_order_of_reports_changes_nothing():
    accounts = told(STRIKE, AGAIN, LATER)
    assert explain_story(accounts, ()) == explain_story(accounts[::-1], ())


def test_what_has_next_to_nothing_in_common_is_said_to():
    other = make.account("Voters in Tarn elected a council of nine.", "2031-06-11")
    ties = explain_story([*told(STRIKE), other], ())
    assert "only other reports, or a person" in ties[0].reason


def test_the_tree_is_the_one_with_the_greatest_sum():
    alike = np.array([[0, 0.9, 0.2], [0.9, 0, 0.5], [0.2, 0.5, 0]])
    assert sorted(span(alike)) == [(0, 1), (2, 1)]
