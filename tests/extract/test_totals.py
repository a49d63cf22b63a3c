"""A report's own toll."""

from dataclasses import replace

import pytest

from make import reading
from twosource.extract.figures import find_figures
from twosource.extract.totals import sum_totals


def totals(text: str) -> dict[str, tuple]:
    read = reading(text)
    account = replace(read.account, figures=tuple(find_figures(read)))
    return {each.measure: (each.low, each.best, each.high) for each in sum_totals(account)}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three people were killed. The three victims were named.", (3, 3, 3)),
        ("At least 200 deaths were reported, including ten civilians.", (200, 200, None)),
        ("The mayor was murdered. He died at the scene.", (1, 1, 1)),
        ("A woman and a boy were killed.", (2, 2, 2)),
        ("Nobody was killed.", (0, 0, 0)),
        ("No casualties were reported.", (0, 0, 0)),
        ("Dozens of people were killed.", (12, None, None)),
    ],
)
def test_killed(text, killed):
    assert totals(text)["killed"] == killed


def test_silence_has_no_total():
    assert "killed" not in totals("The council met on Monday.")


def test_one_who_was_shot_and_died_is_not_also_injured():
    found = totals("A man was shot on Elm Street. He died in hospital.")
    assert found["killed"] == (1, 1, 1)
    assert "injured" not in found
