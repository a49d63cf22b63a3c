"""Scopes that the sentence before lends, and bare years in reports without a date."""

import make


def scopes(text, published=None):
    return {each.trigger.quote(text): each.scope for each in make.account(text, published).mentions}


def test_then_goes_on_with_history():
    text = "In 2011, the army seized Velda. The rebels then attacked Karsk."
    assert scopes(text, "2031-05-12") == {"seized": "background", "attacked": "background"}


def test_then_goes_on_with_the_news():
    text = "On Monday, the army seized Velda. The rebels then attacked Karsk."
    assert scopes(text, "2031-05-13") == {"seized": "current", "attacked": "current"}


def test_another_paragraph_does_not_go_on():
    text = "In 2011, the army seized Velda.\n\nThe rebels then attacked Karsk."
    assert scopes(text, "2031-05-12")["attacked"] == "current"


def test_since_then_goes_on_with_the_sentence_before():
    text = "A truce began on Monday. There has been a cessation of hostilities since then."
    assert scopes(text, "2031-05-13")["cessation"] == "current"


def test_a_bare_year_is_history_in_an_undated_report_that_tells_of_weekdays():
    text = "The army shelled Velda on Monday. In 2011, the army seized Karsk."
    assert scopes(text) == {"shelled": "current", "seized": "background"}
    assert scopes("In 2011, the army seized Karsk.") == {"seized": "current"}


def test_what_something_came_after_has_happened():
    text = "The rebels agreed to a truce after heavy attacks by the army."
    found = {m.trigger.quote(text): m for m in make.account(text, "2031-05-12").mentions}
    assert (found["attacks"].scope, found["attacks"].modality) == ("current", "asserted")
    assert found["truce"].modality == "asserted"


def test_who_is_blamed_for_a_deed_of_its_own_did_not_do_the_one_before():
    text = "Nine people were killed on Monday. The rebels accuse the mayor of stealing the vote."
    killed = next(
        each for each in make.account(text, "2031-05-13").mentions
        if each.trigger.quote(text) == "killed"
    )  # fmt: skip
    assert all(each.role != "actor" for each in killed.participants)


def test_a_past_perfect_under_she_said_is_no_history():
    text = "The ministry said nine officers were hurt and 112 people had been arrested."
    assert scopes(text, "2031-05-13")["arrested"] == "current"


def test_the_day_of_another_happening_is_not_lent():
    text = "A student has died of her injuries after Thursday's clashes."
    days = {m.trigger.quote(text): m.when for m in make.account(text, "2031-05-13").mentions}
    assert days["died"] is None
    assert days["clashes"].start == "2031-05-08"
