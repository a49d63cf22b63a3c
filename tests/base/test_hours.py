import pytest

from twosource.base.hours import day_of_hour, day_unnamed, is_own_day

AT_NOON = "@day+0:T12:00"


@pytest.mark.parametrize(
    ("form", "named", "day"),
    [
        (AT_NOON + "<", "2031-03-03", "2031-03-03"),
        (AT_NOON + ">", "2031-03-03", None),
        (AT_NOON + "<", "2031-03-07", None),
        ("@day+0:T02:00<", "2031-03-03TNI", "2031-03-04"),
        ("@day+0:TMO~", "2031-03-03TNI", "2031-03-04"),
        ("@day+0:T02:00<", "2031-03-03T23:10", "2031-03-04"),
        ("@day+0:T20:00<", "2031-03-03TNI", "2031-03-03TNI"),
        ("@day+0:T02:00<", "2031-03-03T01:00", "2031-03-03T01:00"),
        ("@day+0:T02:00<", None, None),
    ],
)
def test_the_day_last_named(form, named, day):
    assert day_of_hour(form, named, "2031-03-05") == day


@pytest.mark.parametrize(
    ("form", "coming", "published", "day"),
    [
        (AT_NOON + "<", "2031-03-03", "2031-03-05", "2031-03-03"),
        (AT_NOON + ">", "2031-03-03", "2031-03-05", "2031-03-05"),
        (AT_NOON + "<", None, "2031-03-05", "2031-03-05"),
        ("@day+0:T22:40<", None, "2031-03-05T06:30", "2031-03-04"),
        ("@day+0:T10:40<", None, "2031-03-05T06:30", "2031-03-05T06:30"),
        ("@day+0:TNI<", None, "2031-03-05T06:30", "2031-03-05T06:30"),
    ],
)
def test_no_day_named_before(form, coming, published, day):
    assert day_unnamed(form, coming, published) == day


@pytest.mark.parametrize(
    ("form", "value", "own"),
    [
        ("XXXX-WXX-1<", "2031-03-03", True),
        ("day-1", "2031-03-04", True),
        ("XXXX-WXX-5>", "2031-03-07", False),
        ("XXXX-02-03<", "2031-02-03", False),
        ("week-1", "2031-W09", False),
    ],
)
def test_a_report_s_own_days_are_past_and_near(form, value, own):
    assert is_own_day(form, value, "2031-03-05") is own
