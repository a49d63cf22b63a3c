from dataclasses import replace

import pytest

import make
from twosource.extract.event_places import choose_place
from twosource.extract.places import find_places


def place_of(text, trigger):
    reading = make.reading(text)
    places = tuple(find_places(reading))
    reading = replace(reading, account=replace(reading.account, places=places))
    token = next(token for token in reading.doc if token.text == trigger)
    chosen = choose_place(reading, token, places)
    return next((place.span.quote(text) for place in places if place.id == chosen), None)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("In Aleppo a man was shot while his family lived in Damascus.", "shot", "Aleppo"),
        ("Three people were killed in the Syrian city of Homs.", "killed", "Homs"),
        ("A bomb exploded in Basra. Nobody was hurt.", "hurt", "Basra"),
        ("Two men were detained.", "detained", None),
    ],
)
def test_the_place_of_an_event(text, trigger, place):
    assert place_of(text, trigger) == place


def test_who_acts_and_where_something_goes_is_not_where_it_happened():
    assert place_of("Kenya shelled the camp.", "shelled") is None
    assert place_of("The shells were bought by Kenya.", "bought") is None


def test_a_place_that_distance_is_measured_from_yields_to_the_other():
    assert place_of("Gunmen killed nine in Orlan, a village south of Mosul.", "killed") != "Mosul"


def test_the_only_place_of_a_sentence_may_stand_far_off():
    text = "A man on foot who had carried a bag of nails killed ten and wounded sixteen in Basra."
    assert place_of(text, "killed") == "Basra"


def test_whose_somebody_is_is_not_where_it_happened():
    assert place_of("Kenya's sprinter captured the second place.", "captured") is None
