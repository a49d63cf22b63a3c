"""Announced, then happened; history beside the news: small invented piles, whole."""

import tomllib
from pathlib import Path

import pytest

from reconcile.findings_of import dossier_of

FILE = Path(__file__).parents[1] / "cases" / "event_piles.toml"
PILES = tomllib.loads(FILE.read_text(encoding="utf-8"))


def names(kind):
    return [pile["name"] for pile in PILES[kind]]


def told_by_all(pile):
    """The events that all reports of a pile tell of."""
    reports = [{**each, "text": " ".join(each["text"].split())} for each in pile["report"]]
    events = dossier_of(reports).events
    return [each for each in events if len({m.report for m in each.mentions}) == len(reports)]


@pytest.mark.parametrize("pile", PILES["announced"], ids=names("announced"))
def test_what_was_announced_and_then_happened_is_one_event(pile):
    (both,) = told_by_all(pile)
    assert both.modality in {"asserted", "claimed"}


@pytest.mark.parametrize("pile", PILES["past"], ids=names("past"))
def test_history_is_joined_to_its_own_past_alone(pile):
    both = told_by_all(pile)
    assert {each.scope for each in both} == {"current", "background"}
    for each in both:
        assert each.when is not None
        assert (each.when.start >= "2031") == (each.scope == "current")


def test_a_count_behind_two_days_has_the_day_of_the_news():
    text = (
        "Security forces on Saturday began an operation against the Brigades near Orvan, three "
        "days after a bombing killed nine soldiers.\n\nIn its first hours 12 militants were killed."
    )
    events = dossier_of([{"published": "2031-09-14", "text": text}]).events
    days = {each.when.start for each in events if each.title.startswith("Kill") and each.when}
    assert days == {"2031-09-10", "2031-09-13"}
