"""A strike lies within the one offensive of its days; a war of the past holds nothing of today."""

import pytest

from reconcile.findings_of import dossier_of

OFFENSIVE = "The army began an offensive in the Selm valley on Monday. "


def parents(*texts: str) -> dict[str, str | None]:
    """The word of each event's larger happening, by its own word."""
    reports = [{"text": text, "published": "2031-03-07"} for text in texts]
    events = dossier_of(reports).events
    names = {event.id: event.title.split()[0].strip(",").lower() for event in events}
    return {names[event.id]: names.get(event.parent) for event in events}


def test_a_strike_of_a_later_day_lies_within_the_offensive():
    found = parents(OFFENSIVE + "On Wednesday an air strike hit the bridge of Lorn.")
    assert found["air"] == "offensive"


def test_a_strike_before_the_offensive_lies_outside():
    text = "The army began an offensive in the Selm valley on Thursday. "
    assert parents(text + "On Monday an air strike hit the bridge of Lorn.")["air"] is None


def test_a_strike_told_by_another_report_lies_within_it():
    found = parents(OFFENSIVE, "Shelling killed two people in the valley on Wednesday.")
    assert found["shelling"] == "offensive"


def test_an_offensive_has_no_parent_in_itself():
    assert parents(OFFENSIVE)["offensive"] is None


@pytest.mark.parametrize("day", ["in 2019", "ten years ago"])
def test_a_war_of_the_past_holds_no_strike_of_today(day):
    text = (
        f"An air strike hit the bridge of Lorn on Wednesday. A war in the valley {day} killed 900."
    )
    assert set(parents(text).values()) == {None}


def test_a_siege_told_as_begun_and_as_going_on_is_one():
    begun = "The siege of Aleppo began on 1 March. "
    found = parents(
        begun + "On Wednesday an air strike hit a bakery in Aleppo.",
        "Jets bombed a bakery on Wednesday in Aleppo, where the siege went on on Wednesday.",
    )
    assert {name: found[name] for name in found if name != "siege"} == {"bombing": "siege"}


def test_two_wars_leave_open_to_which_a_strike_belongs():
    text = OFFENSIVE + "The siege of Aleppo began on Monday. "
    assert parents(text + "On Wednesday an air strike hit a bakery.")["air"] is None
