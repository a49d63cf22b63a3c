from dataclasses import replace

import pytest

import make
from twosource.extract.mention_scenes import Scene, find_scenes, place_of
from twosource.extract.places import find_places


def chosen_for(text, trigger):
    reading = make.reading(text)
    places = tuple(find_places(reading))
    reading = replace(reading, account=replace(reading.account, places=places))
    token = next(token for token in reading.doc if token.text == trigger)
    place = place_of(token, find_scenes(reading).get(token.sent.start, Scene()), reading)
    return place.span.quote(text) if place is not None else None


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("In Aleppo a man was shot while his family lived in Damascus.", "shot", "Aleppo"),
        ("Three people were killed in the Syrian city of Homs.", "killed", "Homs"),
        ("Two men were detained.", "detained", None),
        ("Rebels shelled Orlanka, a town 9 km west of Mosul.", "shelled", "Orlanka"),
        ("The raid on Mosul left two dead, doctors in Basra said.", "raid", "Mosul"),
        ("Police in Manila said two aides were ambushed in Cebu.", "ambushed", "Cebu"),
        ("A monk was shot at Bethlehem's Church of Orlan.", "shot", "Bethlehem"),
    ],
)
def test_the_place_of_an_event(text, trigger, place):
    assert chosen_for(text, trigger) == place


def test_who_acts_and_where_something_goes_is_not_where_it_happened():
    assert chosen_for("Kenya shelled the camp.", "shelled") is None
    assert chosen_for("The shells were bought by Kenya.", "bought") is None


def test_a_place_that_distance_is_measured_from_yields_to_the_other():
    assert chosen_for("Gunmen killed nine in Orlan, a village south of Mosul.", "killed") == "Orlan"


def test_the_only_place_of_a_sentence_may_stand_far_off():
    text = "A man on foot who had carried a bag of nails killed ten and wounded sixteen in Basra."
    assert chosen_for(text, "killed") == "Basra"


def test_whose_somebody_is_is_not_where_it_happened():
    assert chosen_for("Kenya's sprinter captured the second place.", "captured") is None


def test_a_place_in_another_wins_over_the_wider_one():
    text = "Gunmen killed four in the Orlan district of Kandahar province."
    assert chosen_for(text, "killed") == "Orlan"
