"""What days and tolls add to the likeness of words."""

import numpy as np

import make
from twosource.cluster.evidence import OTHER_TOLL, weigh_evidence, weigh_tolls
from twosource.cluster.sketches import make_sketch
from twosource.cluster.timing import share_names_alone

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


def test_small_tolls_and_silence_tell_nothing():
    assert weighed("A blast kills one", "A blast kills three") == ALIKE[0, 1]
    assert weighed("Jets kill 19 in Tarn", "Jets bomb Tarn") == ALIKE[0, 1]


def test_what_speaks_against_is_not_made_less_by_tolls():
    told = sketches("Jets kill 19 in Tarn", "Jets kill 70 in Fell")
    assert weigh_tolls(-ALIKE, told)[0, 1] == -ALIKE[0, 1]


def test_names_alone_are_one_conflict_and_a_shared_day_adds_nothing():
    shelling = (
        "Shells hit the market on Monday and killed twelve traders as people bought bread before "
        "sunrise, Sanna Merow of the Orlan Front said in Dolna. Guns on a ridge fired at crowds."
    )
    buses = (
        "Since Monday many families left by bus and now sleep in school halls with blankets and "
        "soup, Sanna Merow of the Orlan Front said in Dolna. Volunteers cook for small children."
    )
    again = (
        "Twelve traders were killed on Monday when shells hit the market as people bought bread, "
        "Sanna Merow of the Orlan Front said in Dolna. Crowds fled from guns on a ridge."
    )
    alone = share_names_alone(sketches(shelling, buses, again))
    assert alone[0, 1]
    assert not alone[0, 2]


def test_a_single_report_has_nothing_to_weigh():
    assert weigh_evidence(sketches("Jets kill 19 in Tarn")).tolist() == [[0.0]]
