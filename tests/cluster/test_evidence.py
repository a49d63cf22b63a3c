"""What days and tolls add to the likeness of words."""

import numpy as np

import make
from twosource.cluster.evidence import OTHER_DAY_TOO, OTHER_TOLL, weigh_evidence, weigh_tolls
from twosource.cluster.similarity import find_alike
from twosource.cluster.sketches import make_sketch
from twosource.cluster.timing import (
    DAYS_ON,
    LATER_DAY,
    NAMES_DAY,
    ONE_DAY,
    ONE_WEEKDAY,
    OTHER_FIRST,
    OTHER_WEEKDAY,
    UNNAMED_WEEKDAY,
    weigh_days,
)

ALIKE = np.array([[0.0, 0.4], [0.4, 0.0]])


def sketches(*texts):
    return [make_sketch(make.report(text, published="2031-06-11")) for text in texts]


def weighed(*texts):
    return weigh_tolls(ALIKE, sketches(*texts))[0, 1]


def test_one_toll_brings_reports_together():
    assert weighed("Jets kill 19 in Tarn", "Nineteen people were killed") > ALIKE[0, 1]


def test_far_tolls_keep_reports_apart():
    assert weighed("Jets kill 19 in Tarn", "Jets kill 70 in Fell") == OTHER_TOLL * ALIKE[0, 1]


def test_a_toll_may_rise_and_sides_may_differ():
    assert weighed("Jets kill 9 in Tarn", "Jets kill 15 in Tarn") == ALIKE[0, 1]


def test_a_report_that_tells_of_a_rise_is_parted_by_no_toll():
    assert weighed("Quake kills 45 in Tarn", "Toll of Tarn quake rises to 210 dead") == ALIKE[0, 1]


def test_small_tolls_and_silence_tell_nothing():
    assert weighed("A blast kills one", "A blast kills three") == ALIKE[0, 1]
    assert weighed("Jets kill 19 in Tarn", "Jets bomb Tarn") == ALIKE[0, 1]


def test_the_toll_of_the_day_before_makes_no_one_toll():
    raids = ("Jets kill 12 in Tarn", "Jets kill 14 in Fell, after 12 dead in Tarn")
    assert weighed(*raids) == ALIKE[0, 1]


def test_what_speaks_against_is_not_made_less_by_tolls():
    told = sketches("Jets kill 19 in Tarn", "Jets kill 70 in Fell")
    assert weigh_tolls(-ALIKE, told)[0, 1] == -ALIKE[0, 1]


def test_a_single_report_has_nothing_to_weigh():
    told = sketches("Jets kill 19 in Tarn")
    assert weigh_evidence(find_alike(told), told).tolist() == [[0.0]]


NOT = np.zeros((2, 2), bool)


def by_days(*texts, published="2031-06-11", alike=ALIKE, other_tolls=NOT):
    told = [make_sketch(make.report(text, published=published)) for text in texts]
    return round(weigh_days(alike, told, NOT, other_tolls)[0, 1] / alike[0, 1], 3)


RAID = "Jets bombed a mill in Tarn on Tuesday and many workers were hurt while baking."


def test_a_day_that_both_name_first_is_worth_more_than_one_that_led_to_another():
    again = "Workers were hurt on Tuesday when jets bombed the mill of Tarn while many were baking."
    later = "Shells hit the mill of Tarn on Wednesday; jets bombed it and hurt workers on Tuesday."
    assert by_days(RAID, again) == ONE_DAY
    assert by_days(RAID, later) == LATER_DAY
    assert NAMES_DAY < LATER_DAY
    assert by_days(RAID, again, alike=ALIKE / 4) == 1


def test_a_day_that_the_rest_of_a_report_names_does_not_make_two_reports_one():
    later = (
        "A pact was signed on Monday by both. " + "Much was said. " * 60 + "Jets came on Tuesday."
    )
    assert by_days(RAID, later) == OTHER_FIRST


def test_a_follow_up_within_a_fortnight_that_is_much_alike_is_not_parted_by_its_day():
    raid, charge = RAID.replace("Tuesday", "1 June"), "On 10 June the mill's raid was looked into."
    assert by_days(raid, charge) == DAYS_ON
    assert by_days(raid, charge, other_tolls=~NOT) < DAYS_ON
    assert by_days(raid, charge, alike=ALIKE / 2) < DAYS_ON
    assert by_days(raid.replace("1 June", "20 May"), charge) < DAYS_ON


def test_weekdays_tell_what_undated_reports_have_no_date_for():
    again = "Workers were hurt on Tuesday when jets bombed a mill."
    other = "Workers were hurt on Friday when jets bombed a mill."
    assert by_days(RAID, again, published=None) == ONE_WEEKDAY
    assert by_days(RAID, other, published=None) == UNNAMED_WEEKDAY
    assert by_days(RAID, other + " Others died on Tuesday.", published=None) == OTHER_WEEKDAY


def test_near_tolls_of_other_days_are_of_two_attacks():
    near = ("On Tuesday jets killed 9 in Tarn.", "On Wednesday jets killed 15 in Tarn.")
    assert weighed(*near) == OTHER_DAY_TOO * ALIKE[0, 1]
