"""What was read of days and dead becomes part of a sketch."""

from datetime import date

import numpy as np

import make
from twosource.base.records import Account
from twosource.cluster.evidence import OTHER_SCENE, weigh_scenes
from twosource.cluster.scenes import NO_SCENE, read_scene
from twosource.cluster.sketches import make_sketch

ALIKE = np.array([[0.0, 0.4], [0.4, 0.0]])
RAID = "Gunmen killed nine herders in Tarn on Monday, police said."


def day(text):
    return date.fromisoformat(text).toordinal()


def weighed(*told):
    accounts = [make.account(text, published) for text, published in told]
    return weigh_scenes(ALIKE, [make_sketch(each.report, each) for each in accounts])[0, 1]


def test_a_scene_has_the_days_of_deeds_and_the_dead():
    scene = read_scene(make.account(RAID, "2031-05-06"))
    assert scene.main == scene.deeds == {day("2031-05-05")}
    assert scene.dead == {9}


def test_the_dead_of_another_days_deed_are_none_of_the_main_happening():
    text = (
        "Shells killed an old couple in Darvo on Friday. On Tuesday a rocket killed seven people "
        "in the town."
    )
    scene = read_scene(make.account(text, "2031-05-10"))
    assert scene.main == {day("2031-05-09")}
    assert day("2031-05-06") in scene.deeds
    assert 7 not in scene.dead


def test_what_takes_longer_than_a_week_has_no_day():
    scene = read_scene(make.account("Rebels besieged Tarn in March.", "2031-05-06"))
    assert scene.deeds == frozenset()


def test_what_is_only_planned_or_said_has_no_day():
    scene = read_scene(make.account("The army will attack Tarn on Friday.", "2031-05-06"))
    assert scene.deeds == frozenset()


def test_a_report_that_was_not_read_has_no_scene():
    assert read_scene(Account(make.report(RAID))) == NO_SCENE
    assert len(make_sketch(make.report(RAID)).main_days) == 0


def test_other_days_and_other_dead_are_two_happenings():
    later = "Gunmen killed four herders in Tarn on Thursday, police said."
    assert weighed((RAID, "2031-05-06"), (later, "2031-05-09")) == OTHER_SCENE * ALIKE[0, 1]


def test_days_alone_change_nothing():
    later = "Gunmen killed some herders in Tarn on Thursday, police said."
    assert weighed((RAID, "2031-05-06"), (later, "2031-05-09")) == ALIKE[0, 1]


def test_one_toll_outweighs_days():
    later = "Gunmen killed nine herders in Tarn on Thursday, police said."
    assert weighed((RAID, "2031-05-06"), (later, "2031-05-09")) == ALIKE[0, 1]


def test_one_day_and_unknown_days_change_nothing():
    told = "Nine herders were shot dead in Tarn on Monday, police said."
    assert weighed((RAID, "2031-05-06"), (told, "2031-05-06")) == ALIKE[0, 1]
    assert weighed((RAID, None), (told, None)) == ALIKE[0, 1]


def test_a_toll_that_has_risen_parts_nothing():
    later = "The number of dead in the raid on Tarn has reached 14, police said on Thursday."
    assert weighed((RAID, "2031-05-06"), (later, "2031-05-09")) == ALIKE[0, 1]
