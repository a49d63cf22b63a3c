"""Whole sentences of conflict and disaster reports: all their figures, and no others."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.render.tolls import TOLLS

FILE = Path(__file__).parents[1] / "cases/figure_sentences.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
TOLLED = {*TOLLS, "other"}


def rows(told):
    """What a case says of each figure, from an account; counts of nobody in particular left out."""
    text = told.report.text
    speakers = {
        each.id: each.speaker.span.quote(text)
        for each in told.claims
        if each.speaker is not None and each.speaker.span is not None
    }
    for figure in told.figures:
        if figure.measure not in TOLLED or (figure.number is None and figure.value is None):
            continue
        marks = {figure.victim_class, figure.unit, f"by {speakers.get(figure.claim)}"}
        marks |= {"part"} if figure.subset_of else set()
        marks |= set() if figure.cumulative else {"new"}
        marks |= {"past"} if figure.scope == "background" else set()
        yield (
            [
                figure.measure,
                *("" if each is None else each for each in (figure.low, figure.high)),
            ],
            marks,
        )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_the_figures_of_a_sentence(case, request):
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(reason=case["fails"], strict=True))
    found = list(rows(make.account(case["text"], "2031-03-05")))
    assert sorted(map(str, (row for row, _ in found))) == sorted(str(r[:3]) for r in case["rows"])
    for row in case["rows"]:
        assert any(each == row[:3] and set(row[3:]) <= marks for each, marks in found), row
