import tomllib
from pathlib import Path

import pytest

import make
from twosource.extract.times import find_times

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "times.toml").read_text())["case"]
HISTORY = (
    "The Lowland War began in 1931. In March the army crossed the Ost. In 1932 it lost Varn. "
    "The town was retaken in May 1932. On 7 June it fell again, and the next day it burned. "
    "The treaty was signed in 1933."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case):
    reading = make.reading(case["text"], case.get("published"))
    found = [
        f"{time.span.quote(case['text'])} | {time.type} | {time.value}"
        for time in find_times(reading)
    ]
    assert found == case["expected"]


@pytest.mark.parametrize("published", [None, "2009-12-19"])
def test_a_history_counts_from_the_last_year_it_named(published):
    values = [time.value for time in find_times(make.reading(HISTORY, published))]
    assert values == ["1931", "1931-03", "1932", "1932-05", "1932-06-07", "1932-06-08", "1933"]


def test_ids_count_up_in_the_order_of_the_text():
    times = list(find_times(make.reading("In 1999 and 2003 it burned, as in May 2001.")))
    assert [time.id for time in times] == ["t1", "t2", "t3"]
    assert sorted(times, key=lambda time: time.span) == times
