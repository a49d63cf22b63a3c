import pytest

from twosource.base.records import Placing
from twosource.base.stories import Event
from twosource.render.map_places import make_spots, spots_page


def event(precision, lat=10.0, lon=20.0, name="Dolna"):
    place = Placing(name, "a reason", country="XKE", lat=lat, lon=lon, precision=precision)
    return Event("evt_1", "sto_1", "Shelling", (), place=place)


@pytest.mark.parametrize(
    ("precision", "form", "drawn"),
    [
        ("point", "dot", True), ("town", "dot", True), ("admin2", "wash", True),
        ("admin1", "wash", True), ("region", "wash", True), ("sea", "wash", True),
        ("country", "note", False), (None, "note", False),
    ],
)  # fmt: skip
def test_a_town_is_a_dot_a_district_a_wash_and_a_country_never_a_pin(precision, form, drawn):
    (feature,) = spots_page(make_spots([event(precision)], {}))["features"]
    assert feature["properties"]["form"] == form
    assert (feature["geometry"] is not None) is drawn


def test_a_place_without_coordinates_is_a_note_with_its_reason():
    (spot,) = make_spots([event("town", None, None)], {})
    assert spot.form == "note"
    assert spot.reason == "a reason"


def test_longitude_comes_first():
    (feature,) = spots_page(make_spots([event("town")], {}))["features"]
    assert feature["geometry"]["coordinates"] == [20.0, 10.0]


def test_happenings_of_one_place_share_a_spot():
    (spot,) = make_spots([event("town"), event("town")], {"evt_1": "contested"})
    assert [each.status for each in spot.happenings] == ["contested", "contested"]


def test_an_event_without_a_place_is_left_out():
    assert make_spots([Event("evt_1", "sto_1", "Shelling", ())], {}) == ()
