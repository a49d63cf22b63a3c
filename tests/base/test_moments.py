import pytest

from twosource.base.moments import resolve, to_edtf, to_when
from twosource.base.records import When


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2023-09-20T13:00", "2023-09-20", "2023-09-20", "minute"),
        ("2023-09-20TMO", "2023-09-20", "2023-09-20", "part"),
        ("2023-09-20", "2023-09-20", "2023-09-20", "day"),
        ("2023-W38", "2023-09-18", "2023-09-24", "week"),
        ("2023-W38-WE", "2023-09-23", "2023-09-24", "week"),
        ("2023-09", "2023-09-01", "2023-09-30", "month"),
        ("1942-WI", "1942-12-01", "1943-02-28", "season"),
        ("1989-Q3", "1989-07-01", "1989-09-30", "season"),
        ("1942", "1942-01-01", "1942-12-31", "year"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
    ],
)
def test_a_value_covers_its_days(value, start, end, precision):
    assert to_when(value) == When(start, end, precision)


@pytest.mark.parametrize(
    "value", ["P6W", "PT2H", "XXXX-WXX-3", "PAST_REF", "BC0480", "2023-02-30", "", None]
)
def test_what_names_no_days_has_none(value):
    assert to_when(value) is None


@pytest.mark.parametrize(
    ("form", "anchor", "value"),
    [
        ("XXXX-WXX-3<", "2023-09-20", "2023-09-20"),
        ("XXXX-WXX-3<<", "2023-09-20", "2023-09-13"),
        ("XXXX-WXX-3>>", "2023-09-20", "2023-09-27"),
        ("XXXX-WXX-5>", "2023-09-20", "2023-09-22"),
        ("XXXX-WXX-3T13:00<", "2023-09-21", "2023-09-20T13:00"),
        ("XXXX-12-25<", "2023-06-20", "2022-12-25"),
        ("XXXX-11-10<", "2023-10-20", "2023-11-10"),
        ("XXXX-01~", "2023-11-20", "2024-01"),
        ("XXXX-SU<", "2023-07-20", "2023-SU"),
        ("XXXX-03=", "BC0480", "BC0480-03"),
        ("day-1:TNI", "2023-09-01", "2023-08-31TNI"),
        ("week-1", "2023-01-02", "2022-W52"),
        ("week-1:3", "2023-09-21", "2023-09-13"),
        ("month-1", "2023-01-15", "2022-12"),
        ("@year+1", "BC0480", "BC0479"),
        ("decade-1", "2023", "201"),
        ("day+1", "1942", "1942-XX-XX"),
        ("P6W", "2023-09-20", "P6W"),
    ],
)
def test_a_form_resolves_on_an_anchor(form, anchor, value):
    assert resolve(form, anchor) == value


def test_edtf_writes_seconds_and_season_codes():
    assert to_edtf("2023-09-20T13:00") == "2023-09-20T13:00:00"
    assert to_edtf("1989-Q3") == "1989-35"
    assert to_edtf("2023-09-20TMO") == "2023-09-20"
    assert to_edtf("PAST_REF") is None
