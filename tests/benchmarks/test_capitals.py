from benchmarks.quality.capitals import compare
from benchmarks.quality.common import Metric, Text, in_capitals, shout, to_report

TEXT = Text("1", "Die Straße in Orlan is long.", title="A road")


def kept(plain, loud):
    rows = ({"x": Metric("x", value, 3)} for value in (plain, loud))
    return {metric.name: metric.value for metric in compare("road", "x", *rows)}


def test_the_same_figure_is_kept_whole():
    assert kept(80.0, 80.0) == {"capitals.road": 80.0, "capitals.road.kept": 100.0}


def test_half_the_figure_is_half_kept_and_nothing_keeps_nothing():
    assert kept(80.0, 40.0)["capitals.road.kept"] == 50.0
    assert kept(0.0, 0.0)["capitals.road.kept"] == 0.0


def test_capitals_keep_the_length_and_so_the_offsets():
    assert shout(TEXT.text) == "DIE STRAßE IN ORLAN IS LONG."


def test_texts_are_in_capitals_only_within():
    with in_capitals():
        loud = to_report(TEXT)
    assert loud.text.startswith("DIE STRAßE")
    assert to_report(TEXT).text == TEXT.text
