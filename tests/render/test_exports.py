"""CSV and GeoJSON: columns others know, open ends said, no formula runs in a spreadsheet."""

import csv
import io

import pytest

import make_dossier
from twosource.render.geojson import geojson_page
from twosource.render.tables import TABLES, safe_cell, to_csv


def rows(table):
    return list(csv.DictReader(io.StringIO(to_csv(TABLES[table](make_dossier.dossier())))))


def test_events_carry_the_toll_and_the_origins():
    (row,) = rows("events")
    assert (row["id"], row["low"], row["best"], row["high"]) == ("evt_1", "400", "400", "400") or (
        row["low"], row["best"], row["high"], row["x_high_open"],
    ) == ("7", "7", "15", "0")  # fmt: skip
    assert row["x_status"] == "corroborated"
    assert row["number_of_sources"] == "1"


def test_figures_have_one_row_for_each_speaker_and_number():
    told = [(row["speaker"], row["low"], row["high"], row["lifecycle"]) for row in rows("figures")]
    assert told == [
        ("Valley Health Office", "9", "9", "superseded"),
        ("Valley Health Office", "7", "", "live"),
        ("Free Orlan Front", "12", "15", "live"),
    ]


def test_findings_have_one_row_each():
    assert [row["id"] for row in rows("findings")] == [
        "fin_happened", "fin_killed", "fin_struck", "fin_before",
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+44"])
def test_words_that_look_like_a_formula_are_made_harmless(cell):
    assert safe_cell(cell) == f"'{cell}"


def test_an_event_that_nobody_places_has_no_geometry():
    (feature,) = geojson_page(make_dossier.dossier())["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["status"] == "corroborated"


def test_longitude_comes_first():
    (feature,) = geojson_page(make_dossier.placed())["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-19.05, -29.45]}
    assert feature["properties"]["where_prec"] == 1
