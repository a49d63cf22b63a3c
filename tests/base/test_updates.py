"""Counts told as those of before, and counts that earlier ones have risen to."""

import pytest

import make
from twosource.base.updates import has_risen, is_former
from twosource.extract.figures import find_figures


def counts(text, rule):
    reading = make.reading(text)
    return {figure.value: rule(figure, text) for figure in find_figures(reading) if figure.value}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said 19 people were killed. It had earlier reported 12 dead.",
        "The coast guard said 19 people were killed, up from an earlier count of 12.",
        "The office revised the death toll to 19 from 12 people killed.",
        "Nineteen people were killed, the clinic said. The previous toll stood at 12.",
        "The office said 19 people were killed. It had spoken of 12 dead before.",
    ],
)
def test_a_count_of_before_is_told_from_the_one_that_stands(text):
    told = counts(text, is_former)
    assert told.get(12, True)
    assert not told[19]


def test_a_count_that_rose_says_so():
    assert counts("The death toll rose to at least nine people killed.", has_risen) == {9: True}
    assert counts("Shells killed nine people near the town.", has_risen) == {9: False}


def test_a_part_of_the_dead_belongs_to_the_count_that_stands():
    text = (
        "The ministry said 19 people were killed. It had earlier reported 12 killed. "
        "Four of the dead were children."
    )
    figures = {figure.value: figure for figure in find_figures(make.reading(text))}
    assert figures[4].subset_of == figures[19].id
