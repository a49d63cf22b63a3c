from datetime import date

import pytest

from twosource.base.feasts import feast_days


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("EASTER", 2000, date(2000, 4, 23)),
        ("EASTER", 2008, date(2008, 3, 23)),
        ("EASTER", 2038, date(2038, 4, 25)),
        ("EASTER-46", 2023, date(2023, 2, 22)),
        ("THANKS", 2022, date(2022, 11, 24)),
        ("MEMORIAL", 2023, date(2023, 5, 29)),
        ("LABOR", 2023, date(2023, 9, 4)),
        ("ELECTION", 2022, date(2022, 11, 8)),
    ],
)
def test_feasts_fall_on_their_days(code, year, day):
    assert feast_days(code, year) == [day]


def test_an_unknown_feast_is_refused():
    with pytest.raises(ValueError, match="no feast"):
        feast_days("easter", 2000)
