from benchmarks.quality.timeml import Timex, parse_timeml
from benchmarks.quality.times import Tally, tally_text

GOLD = (Timex(0, 6, "DATE", "2023-09-19"), Timex(20, 29, "DURATION", "P6W"))


def test_gold_as_prediction_scores_everything():
    assert tally_text(GOLD, GOLD) == Tally(2, 2, 2, 2, 2)


def test_nothing_scores_nothing():
    assert tally_text(GOLD, ()) == Tally(2, 0, 0, 0, 0)


def test_a_shifted_span_loses_strict_but_keeps_overlap_and_value():
    shifted = (Timex(2, 8, "DATE", "2023-09-19"), GOLD[1])
    assert tally_text(GOLD, shifted) == Tally(2, 2, 1, 2, 2)


def test_a_wrong_value_keeps_its_span():
    wrong = (Timex(0, 6, "DATE", "2023-09-12"), GOLD[1])
    assert tally_text(GOLD, wrong) == Tally(2, 2, 2, 2, 1)


def test_one_prediction_matches_one_gold_expression_only():
    wide = (Timex(0, 29, "DATE", "2023-09-19"),)
    assert tally_text(GOLD, wide).relaxed == 1


def test_offsets_are_those_of_the_text_without_tags():
    raw = (
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2001-02-03">x</TIMEX3></DCT>'
        '<TEXT>A &amp; B <EVENT eid="e1">met</EVENT> '
        '<TIMEX3 tid="t1" type="DATE" value="2001-02-02">Friday</TIMEX3>.</TEXT>'
    )
    text = parse_timeml("a", raw)
    (time,) = text.times
    assert text.published == "2001-02-03"
    assert text.text[time.start : time.end] == "Friday"
