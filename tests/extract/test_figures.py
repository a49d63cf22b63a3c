"""Figures as told: the words, the measure, the interval."""

import tomllib
from pathlib import Path

import pytest

from make import reading
from twosource.base.records import Figure
from twosource.extract.figures import find_figures

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "figures.toml").read_text())["case"]


def rows(text: str) -> list[list[object]]:
    return [
        [
            each.span.quote(text), each.measure, each.qualifier,
            *("-" if number is None else number for number in (each.value, each.low, each.high)),
            each.victim_class,
        ]
        for each in find_figures(reading(text))
    ]  # fmt: skip


def figures(text: str) -> list[Figure]:
    return list(find_figures(reading(text)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case_of_the_table(case):
    found = rows(case["text"])
    assert [row for row in case["figures"] if row not in found] == [], found


def test_a_part_points_to_its_whole():
    whole, part = figures("The mission counted 200 deaths, including ten civilians.")
    assert part.subset_of == whole.id


def test_the_number_span_holds_the_number_words_alone():
    text = "At least two hundred and five villagers were killed."
    (figure,) = figures(text)
    assert figure.number is not None
    assert figure.number.quote(text) == "two hundred and five"


def test_one_person_without_a_numeral_has_no_number_span():
    assert figures("The governor was assassinated.")[0].number is None


@pytest.mark.parametrize(
    "text",
    [
        "A 17-year-old drove 3 cars on 5 May 2019.",
        "The rebels could kill dozens of people.",
        "He threatened to kill the mayor.",
        "The council met at 3:30 p.m. in Room 5.",
    ],
)
def test_nobody_is_hit(text):
    assert [each for each in figures(text) if each.measure in {"killed", "injured", "other"}] == []


def test_a_further_twelve_are_new_and_not_the_whole():
    assert [each.cumulative for each in figures("A further 12 people were wounded.")] == [False]


def test_other_wars_are_background():
    text = "In 2020, more than 6,500 people were killed."
    found = list(find_figures(reading(text, published="2023-09-21")))
    assert [each.scope for each in found] == ["background"]


def test_that_case_is_another_than_the_reports_own():
    text = "A man was hurt in Velda. In that earlier attack, four people were killed."
    assert [each.scope for each in figures(text)] == ["current", "background"]


def test_a_bare_year_is_history_in_an_undated_report():
    text = "Fighting went on. It broke out after a war in 2020, when 6,500 people were killed."
    assert [each.scope for each in figures(text)] == ["background"]


def test_no_number_was_given():
    (figure,) = figures("Several soldiers were killed. However, no number was given.")
    assert (figure.qualifier, figure.value, figure.low) == ("none_given", None, 3)


def test_five_shot_one_fatally_is_a_part():
    whole, part = figures("Five people were shot, one fatally.")
    assert (part.measure, part.subset_of) == ("killed", whole.id)


def test_how_many_is_no_number():
    assert figures("The police could not say how many people were killed.") == []


def test_a_bare_name_that_is_captured_is_no_person():
    assert rows("The ministry said its soldiers had captured Sollin overnight.") == []
