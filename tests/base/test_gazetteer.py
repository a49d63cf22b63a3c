import time

import pytest

from twosource.base.gazetteer import open_gazetteer
from twosource.base.gazetteer_names import fold
from twosource.base.place_lookup import look_up
from twosource.base.settings import Settings


@pytest.fixture
def gazetteer():
    return open_gazetteer(Settings())


@pytest.mark.parametrize(
    ("words", "kind", "country"),
    [
        ("Aleppo province", "admin1", "SYR"),
        ("northern Syria", "country", "SYR"),
        ("Raqqa", "town", "SYR"),
        ("the Sahel", "region", None),
        ("Va.", "admin1", "USA"),
        ("Kiev", "town", "UKR"),
    ],
)
def test_names_as_reports_write_them_are_found(gazetteer, words, kind, country):
    assert (kind, country) in {(entry.kind, entry.country) for entry in look_up(gazetteer, words)}


def test_spellings_of_one_name_meet():
    assert fold("Saint-Étienne") == fold("St. Etienne")
    assert fold("Xankəndi") == fold("Xankandi")


def test_a_second_opening_is_quick(gazetteer):
    gazetteer.find("Anything")
    start = time.perf_counter()
    open_gazetteer(Settings(places=None)).find("Nowhere at all")
    assert time.perf_counter() - start < 0.5


def test_no_entry_lies_at_zero_zero(gazetteer):
    for entry in gazetteer.find("Gulf of Guinea"):
        assert (entry.lat, entry.lon) != (0, 0)
