"""Intervals, supersession and ranges, on numbers alone."""

import pytest

from twosource.base.records import ReportId
from twosource.base.stories import Citation, EventId
from twosource.reconcile.channels import Voice
from twosource.reconcile.intervals import Reach, agrees, is_compatible
from twosource.reconcile.propositions import Saying
from twosource.reconcile.ranges import Live, fuse
from twosource.reconcile.supersession import settle_numbers

TEN, TWELVE = Reach(10, 10), Reach(12, 12)
AT_LEAST_TEN, DOZENS = Reach(10, None, "at_least"), Reach(12, None, "vague")


def live(origin, reach, own=None):
    return Live(origin, reach, firm=True, own=own)


def saying(reach, as_of, **fields):
    report = ReportId(f"rep_{as_of}")
    voice = Voice("ministry", "institution", ("who:ministry",))
    place = Citation(report, 0, 1)
    return Saying(
        EventId("evt"), "killed", voice, report, place, "words", reach=reach, as_of=as_of, **fields
    )


@pytest.mark.parametrize(
    ("left", "right", "can", "same"),
    [
        (TEN, TEN, True, True),
        (TEN, TWELVE, False, False),
        (AT_LEAST_TEN, TWELVE, True, False),
        (AT_LEAST_TEN, TEN, True, True),
        (DOZENS, Reach(30, 30), True, False),
        (Reach(50, 50, "about"), Reach(48, 48), True, False),
        (Reach(0, 0), TEN, False, False),
        (Reach(None, 20, "up_to"), TWELVE, True, False),
    ],
)
def test_numbers_as_told_are_compared_by_what_they_allow(left, right, can, same):
    assert is_compatible(left, right) == is_compatible(right, left) == can
    assert agrees(left, right) == agrees(right, left) == same


def test_the_later_number_stands_even_when_it_is_lower():
    early, late = settle_numbers([saying(TWELVE, "2031-03-04"), saying(TEN, "2031-03-05")])
    assert (early.lifecycle, early.note) == ("superseded", "revised down")
    assert late.lifecycle == "live"


def test_two_numbers_of_one_day_both_stand():
    numbers = settle_numbers([saying(TWELVE, "2031-03-04"), saying(TEN, "2031-03-04")])
    assert [one.lifecycle for one in numbers] == ["live", "live"]


def test_a_vague_word_does_not_replace_a_number():
    numbers = settle_numbers([saying(TEN, "2031-03-04"), saying(DOZENS, "2031-03-05")])
    assert [one.lifecycle for one in numbers] == ["live", "live"]


def test_a_correction_retracts():
    told = [saying(TWELVE, "2031-03-04"), saying(TWELVE, "2031-03-05", retracted=True)]
    (number,) = settle_numbers(told)
    assert number.lifecycle == "retracted"


def test_a_party_s_word_on_its_own_losses_is_best():
    value = fuse([live("enemy", Reach(40, 40), own=False), live("own", TWELVE, own=True)])
    assert (value.low, value.best, value.high) == (12, 12, 40)
    assert value.rule == "a party's word on its own losses"


def test_an_enemy_s_lower_count_is_not_best_beside_the_side_s_own():
    value = fuse([live("enemy", TEN, own=False), live("own", TWELVE, own=True)])
    assert (value.low, value.best) == (10, 12)


def test_an_open_number_leaves_the_range_open():
    value = fuse([live("a", AT_LEAST_TEN), live("b", TWELVE)])
    assert (value.low, value.best, value.high) == (10, 10, None)


def test_without_a_number_none_is_best():
    assert fuse([live("a", DOZENS)]).best is None
