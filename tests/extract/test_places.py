import tomllib
from pathlib import Path

import pytest

import make

CASES = tomllib.loads(Path("tests/cases/places.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_names_get_their_roles(case):
    found = [
        [place.span.quote(case["text"]), place.role] for place in make.account(case["text"]).places
    ]
    assert found == case["roles"]


def test_places_come_in_the_order_of_the_text():
    places = make.account("From Lyon to Turin, from Turin to Genoa.").places
    assert [place.id for place in places] == [f"p{n}" for n in range(1, len(places) + 1)]
    assert list(places) == sorted(places, key=lambda place: place.span)


def test_an_armed_group_is_no_town_of_its_name() -> None:
    account = make.account("Calls for revenge were broadcast over Hamas radio in Gaza.")
    assert [p.span.quote(account.report.text) for p in account.places] == ["Gaza"]


def test_a_town_that_shares_a_groups_name_is_a_town_within_its_land() -> None:
    account = make.account("A fire broke out in Fano. Fano, Italy, was dark.")
    names = [p.span.quote(account.report.text) for p in account.places]
    assert names == ["Fano", "Fano", "Italy"]
