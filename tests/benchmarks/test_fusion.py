"""The fusion scorer is honest."""

from benchmarks.quality.figures import Pair, exact_share
from benchmarks.quality.fusion import fused

from twosource.base.records import ReportId
from twosource.base.stories import Citation, EventId, Finding, Value
from twosource.reconcile.story_tolls import Votes


def finding(name, best, *reports, slot="killed", **fields):
    told = tuple(Citation(ReportId(report), 0, 1) for report in reports)
    value = Value(best, best, best)
    return Finding(
        name,
        EventId("evt"),
        slot,
        "",
        "single_source",
        "",
        "",
        value=value,
        supports=told,
        **fields,
    )


def test_the_count_that_most_reports_stand_behind_is_taken():
    assert fused([finding("a", 9, "x"), finding("b", 4, "x", "y")], "killed") == 4


def test_the_toll_that_most_texts_come_to_goes_before_one_that_many_tell():
    told = [finding("a", 9, "x"), finding("b", 1, "x", "y", "z")]
    assert fused(told, "killed", {9.0: Votes(2), 1.0: Votes(1)}) == 9


def test_history_and_other_counts_are_left_out():
    told = [finding("a", 9, "x", scope="background"), finding("b", 4, "x", slot="injured")]
    assert fused(told, "killed") is None


def test_what_is_superseded_is_left_out():
    assert fused([finding("a", 9, "x", lifecycle="superseded")], "killed") is None


def test_gold_as_the_fused_count_scores_100_and_nothing_scores_none():
    assert exact_share([Pair(4, fused([finding("a", 4, "x")], "killed"))]) == 100
    assert exact_share([Pair(4, fused([], "killed"))]) == 0
