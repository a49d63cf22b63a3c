"""The scorer of events across reports is honest."""

import pytest
from benchmarks.quality.coreference import b_cubed, ceaf_e, muc, to_metrics

GOLD = [frozenset("abc"), frozenset("de"), frozenset("f")]


@pytest.mark.parametrize("part", [muc, b_cubed, ceaf_e])
def test_gold_as_answer_scores_a_hundred(part):
    assert part(GOLD, GOLD) == pytest.approx(100)


def test_everyone_alone_links_nothing():
    alone = [frozenset(name) for name in "abcdef"]
    assert muc(GOLD, alone) == 0
    assert 0 < b_cubed(GOLD, alone) < 100


def test_no_answer_scores_nothing():
    assert [metric.value for metric in to_metrics("coreference", GOLD, [])] == [0, 0, 0, 0]


def test_one_misplaced_mention_costs_something():
    moved = [frozenset("ab"), frozenset("cde"), frozenset("f")]
    assert 0 < to_metrics("coreference", GOLD, moved)[0].value < 100
