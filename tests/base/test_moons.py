from datetime import date

import pytest

from twosource.base.moons import moon_days


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("FITR", [date(2024, 4, 10)]),
        ("ADHA", [date(2024, 6, 16)]),
        ("RAMADAN", [date(2024, 3, 11)]),
        ("ROSH", [date(2024, 10, 3)]),
        ("KIPPUR", [date(2024, 10, 12)]),
        ("PESACH", [date(2024, 4, 23)]),
        ("PURIM", [date(2024, 3, 24)]),
        ("HANUKKAH", [date(2024, 12, 26)]),
        ("LUNAR", [date(2024, 2, 10)]),
    ],
)
def test_feasts_of_2024(code, days):
    assert list(moon_days(code, 2024)) == days


def test_a_moon_s_year_is_shorter_so_that_a_feast_may_come_twice():
    assert len(moon_days("RAMADAN", 2030)) == 2


def test_years_that_were_not_checked_have_no_such_feast():
    assert moon_days("FITR", 1492) == ()
