"""Figures of people driven from home, in many wordings; other numbers taken up beside them."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.extract.figures import find_figures

FILE = Path(__file__).parents[1] / "cases/displacement.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
MOVED = {"displaced", "evacuated"}


def figures(text):
    reading = make.reading(text)
    return [(f.span.quote(text), f.measure, f.low) for f in find_figures(reading)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_number_of_the_displaced(case):
    rows = [row for row in find_figures(make.reading(case["text"])) if row.measure in MOVED]
    found = [number for row in rows for number in (row.value, row.low, row.high)]
    assert case["number"] in found if case["number"] else found == []


def test_a_second_place_without_a_verb_counts_as_the_first():
    text = "Nine people were killed in Karsk and two in Torda."
    assert ("two", "killed", 2) in figures(text)


def test_a_day_is_not_what_is_counted():
    text = "The gunman killed four people Wednesday in Karsk."
    assert ("four people", "killed", 4) in figures(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The 17-year-old was killed on Friday.", "The 17-year-old"),
        ("They asked about the shooting death Friday of a clerk.", "a clerk"),
        ("Police found a man's body in the car.", "a man"),
        ("Both were fatally shot on the pier.", "Both"),
    ],
)
def test_who_was_killed(text, who):
    assert who in [quote for quote, measure, _ in figures(text) if measure == "killed"]


def test_what_is_to_be_done_has_not_been_done():
    assert figures("Another 10,000 people may have to be evacuated.") == []


def test_damaged_homes_drive_nobody_out():
    text = "It damaged around 80 houses, destroyed 20 others. Some 66 homes were damaged."
    assert not [row for row in figures(text) if row[1] == "displaced" and row[2] in {66, 80}]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("321\nHouses\ndestroyed", ("321\nHouses", "displaced", 321)),
        ("321\r\nhouses\r\ndestroyed", ("321\r\nhouses", "displaced", 321)),
        (
            "2,000 to 3,000 - The number of people forced from their homes in Karsk.",
            ("2,000 to 3,000", "displaced", 2000),
        ),
    ],
)
def test_a_number_set_above_or_before_what_it_counts(text, row):
    assert row in figures(text)


def test_a_page_number_counts_nobody():
    assert figures("12\nThe army said on Friday that it had destroyed houses in Karsk.") == []
