"""The figure scorer is honest."""

from benchmarks.quality.figures import Pair, exact_share, match_values, mean_error


def test_gold_as_prediction_scores_100():
    assert exact_share([Pair(3, 3), Pair(0, None)]) == 100
    assert match_values({"a": [5.0]}, {"a": [frozenset({5.0})]}) == (100, 100)


def test_nothing_read_scores_nothing():
    assert exact_share([Pair(3, None)]) == 0
    assert match_values({"a": [5.0]}, {"a": []}) == (0, 0)


def test_a_further_figure_costs_precision_only():
    read = {"a": [frozenset({5.0}), frozenset({7.0})]}
    assert match_values({"a": [5.0]}, read) == (100, 50)


def test_the_error_is_in_persons():
    assert mean_error([Pair(3, 5), Pair(2, None)]) == 2
