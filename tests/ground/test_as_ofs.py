"""As of when a figure holds, by its own words."""

import pytest

import make


def held(text):
    account = make.account(text, "2026-11-18")  # a Wednesday
    return {
        figure.span.quote(text): (figure.as_of or "")[:10]
        for figure in account.figures
        if figure.measure in {"killed", "injured", "displaced"}
    }


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("As of Friday, 40 people had been killed.", "40 people", "2026-11-13"),
        ("By Sunday evening the toll stood at 52.", "52", "2026-11-15"),
        ("Since Monday 300 families have fled.", "300 families", "2026-11-18"),
        ("Until Tuesday, 12 people had died of their wounds.", "12 people", "2026-11-17"),
        ("The ministry said on Tuesday that 14 people were killed.", "14 people", "2026-11-17"),
        ("Nine people were wounded over the past 24 hours.", "Nine people", "2026-11-18"),
        ("The raid on Monday had killed 20 people by Tuesday.", "20 people", "2026-11-17"),
    ],
)
def test_the_day_a_figure_holds_as_of(text, quote, day):
    assert held(text)[quote] == day


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Nine people were killed over the past 24 hours.", False),
        ("In the last two days 300 families have fled.", False),
        ("Since Monday 300 families have fled.", True),
        ("So far, 40 people have been killed.", True),
    ],
)
def test_what_is_new_in_a_period_is_no_whole(text, cumulative):
    figures = make.account(text, "2026-11-18").figures
    assert next(each for each in figures if each.measure != "duration").cumulative is cumulative
