"""The gate holds floors: it lets none slide, and lowers none without a reason."""

from benchmarks.quality.common import Metric
from benchmarks.quality.gate import check, move

ENTRY = {"limit": 5, "folders": ["x"], "gold": "abc", "floors": {"times.f1": 80.0}}


def test_a_metric_at_its_floor_passes():
    assert list(check("times", ENTRY, [Metric("times.f1", 80.0, 9)], "abc")) == []


def test_a_fallen_metric_is_named_with_both_numbers():
    (trouble,) = check("times", ENTRY, [Metric("times.f1", 79.0, 9)], "abc")
    assert "79.00" in trouble
    assert "80.00" in trouble


def test_changed_gold_is_an_error():
    (trouble,) = check("times", ENTRY, [Metric("times.f1", 90.0, 9)], "def")
    assert "gold" in trouble


def test_a_metric_that_vanished_is_an_error():
    assert list(check("times", ENTRY, [], "abc")) == ["gate: times.f1 was not measured"]


def test_raising_never_lowers():
    moved = move(ENTRY, [Metric("times.f1", 70.0, 9)], "abc", None)
    assert moved["floors"] == {"times.f1": 80.0}


def test_lowering_keeps_its_reason():
    moved = move(ENTRY, [Metric("times.f1", 70.0, 9)], "abc", "stricter scorer")
    assert moved["floors"] == {"times.f1": 70.0}
    assert moved["lowered"] == ["stricter scorer"]


def test_what_is_better_when_less_has_no_floor():
    assert move(ENTRY, [Metric("figures.killed.mae", 0.3, 9)], "abc", None)["floors"] == {}
