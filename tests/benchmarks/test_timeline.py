"""The scorer of timelines is honest."""

import pytest
from benchmarks.quality.timeline import compare, cut, keep_span

from twosource.base.records import When
from twosource.base.stories import Entry

GOLD = {"2031-03-03": ["Shells hit the market"], "2031-03-07": ["A truce began in Orvan"]}


def test_gold_as_answer_scores_all():
    assert compare(GOLD, GOLD) == pytest.approx((1, 1, 1))


def test_nothing_scores_nothing():
    assert compare(GOLD, {}) == (0, 0, 0)


def test_a_day_off_loses_the_date_and_part_of_the_words():
    moved = {"2031-03-04": GOLD["2031-03-03"], "2031-03-07": GOLD["2031-03-07"]}
    dates, words, pairs = compare(GOLD, moved)
    assert dates == 0.5
    assert 0.5 < words < 1
    assert 0.5 < pairs < 1


def test_the_heaviest_days_are_kept():
    days = [("2031-03-03", 0.9), ("2031-03-05", 0.1), ("2031-03-07", 0.5)]
    entries = [Entry(When(day, day), weight, f"on {day}") for day, weight in days]
    assert sorted(cut(entries, GOLD)) == ["2031-03-03", "2031-03-07"]


def test_days_outside_the_gold_are_left_out_when_the_span_is_known():
    entries = [Entry(When(day, day), 0.5, day) for day in ("2031-03-02", "2031-03-05")]
    assert [entry.text for entry in keep_span(entries, GOLD)] == ["2031-03-05"]


def test_stop_words_and_endings_do_not_count():
    gold, told = {"2031-03-03": ["the shells hit"]}, {"2031-03-03": ["shell a hitting hit"]}
    assert compare(gold, told, {"the", "a", "hitting"}) == pytest.approx((1, 1, 1))
