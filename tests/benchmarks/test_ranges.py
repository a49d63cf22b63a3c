"""The range scorer is honest."""

from benchmarks.quality.ranges import Interval, exact_high, exact_low, overlap

GOLD = Interval(4, 6)


def test_gold_as_prediction_scores_100():
    pairs = [(GOLD, GOLD)]
    assert (exact_low(pairs), exact_high(pairs), overlap(pairs)) == (100, 100, 100)


def test_nothing_read_scores_nothing():
    pairs = [(GOLD, Interval(0, 0))]
    assert (exact_low(pairs), exact_high(pairs), overlap(pairs)) == (0, 0, 0)


def test_a_shifted_interval_keeps_overlap_only():
    pairs = [(GOLD, Interval(5, 7))]
    assert (exact_low(pairs), exact_high(pairs), overlap(pairs)) == (0, 0, 100)


def test_an_open_end_reaches_up():
    assert overlap([(GOLD, Interval(1, None))]) == 100
