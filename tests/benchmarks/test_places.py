from benchmarks.quality.event_location import is_right
from benchmarks.quality.places import Spot, compare, kilometres, to_metrics

from twosource.base.records import Span

GOLD = [
    Spot(Span(0, 6), (40.0, 20.0)),
    Spot(Span(10, 16), (10.0, 20.0)),
    Spot(Span(20, 26), (10.0, 20.0), people=True),
]


def values(gold, found):
    return {m.name.split(".")[-1]: m.value for m in to_metrics("x", compare(gold, found))}


def test_gold_as_prediction_scores_100():
    scores = values(GOLD[:2], GOLD[:2])
    assert scores["detection_f1"] == scores["acc161"] == 100
    assert scores["median_km"] == 0


def test_nothing_scores_0():
    scores = values(GOLD, [])
    assert scores["detection_f1"] == scores["acc161"] == 0


def test_a_shifted_span_keeps_overlap():
    assert values(GOLD[:1], [Spot(Span(3, 9), (40.0, 20.0))])["detection_f1"] == 100


def test_a_place_too_far_off_is_found_but_wrong():
    scores = values(GOLD[:1], [Spot(Span(0, 6), (42.0, 20.0))])
    assert (scores["detection_f1"], scores["acc161"]) == (100, 0)


def test_a_people_counts_for_the_map_and_not_for_detection():
    scores = values(GOLD, GOLD[:2])
    assert scores["detection_f1"] == 100
    assert round(scores["acc161"]) == 67


def test_a_degree_of_latitude_is_111_kilometres():
    assert round(kilometres((0, 0), (1, 0))) == 111


def test_an_event_place_is_right_when_it_overlaps_gold():
    assert is_right([Span(3, 9)], Span(5, 12))
    assert not is_right([Span(3, 9)], Span(9, 12))
    assert not is_right([Span(3, 9)], None)


def test_a_people_found_is_no_mistake_of_detection():
    assert values(GOLD, GOLD)["precision"] == 100
    assert values(GOLD, GOLD)["acc161"] == 100
