"""The scorers of body, families and stories are honest."""

import pytest
from benchmarks.quality.body import shingle_scores
from benchmarks.quality.clusters import b_cubed, pairwise
from benchmarks.quality.families import one_f1, weighted_f1

GOLD = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}
ALONE = {name: name for name in GOLD}
TOGETHER = dict.fromkeys(GOLD, 0)


@pytest.mark.parametrize("measure", [b_cubed, pairwise])
def test_gold_scores_a_hundred_whatever_the_labels(measure):
    renamed = {name: f"x{label}" for name, label in GOLD.items()}
    assert measure(GOLD, renamed) == pytest.approx((100, 100, 100))


def test_nothing_found_is_each_alone():
    assert b_cubed(GOLD, {}) == b_cubed(GOLD, ALONE)
    assert b_cubed(GOLD, ALONE)[:2] == pytest.approx((100, 60))
    assert pairwise(GOLD, {})[2] == 0


def test_one_heap_has_full_recall_and_little_precision():
    precision, recall, _ = b_cubed(GOLD, TOGETHER)
    assert recall == pytest.approx(100)
    assert precision == pytest.approx(100 * (2 * 2 / 5 * 2 + 1 / 5) / 5)
    assert pairwise(GOLD, TOGETHER)[0] == pytest.approx(20)


def test_derived_pairs_count_both_ways():
    gold = [True, True, False, False]
    assert weighted_f1(gold, gold) == 100
    assert one_f1(gold, [False] * 4) == 0
    assert weighted_f1(gold, [not each for each in gold]) == 0


def test_body_shingles():
    gold = {"p": "one two three four five six"}
    assert shingle_scores(gold, gold) == (100, 100, 100)
    assert shingle_scores({"p": ""}, gold)[2] == 0
    precision, recall, _ = shingle_scores({"p": gold["p"] + " seven eight nine"}, gold)
    assert recall == 100
    assert precision == pytest.approx(50)
