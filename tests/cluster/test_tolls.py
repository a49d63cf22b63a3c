"""The numbers of dead that a report tells first."""

import pytest

import make
from twosource.cluster.tolls import find_tolls

TOLD = [
    ("Air strikes kill 11 in Tarn", {11}),
    ("At least seven dead in Dolna", {7}),
    ("Twenty-two people were killed on June 6 in Tarn", {22}),
    ("Shells killed two hundred and five people and wounded 40.", {205}),
    ("The toll rose to 1,219.", {1219}),
    ("A blast claimed the lives of nine villagers", {9}),
    ("A bomb left 15 injured and three dead", {3}),
    ("The raid wounded 30 and killed 12", {12}),
    ("The raid killed on June 12 a mayor", set()),
    ("Three were hurt in two attacks", set()),
    ("12 hours after the raid killed many", set()),
    ("Protesters in 2012 died", set()),
    ("A 15-year-old was killed", set()),
    ("There were no deaths", set()),
]


@pytest.mark.parametrize(("text", "tolls"), TOLD, ids=[text for text, _ in TOLD])
def test_the_toll_is_read_from_plain_words(text, tolls):
    assert set(find_tolls(make.report(text))) == tolls


def test_only_the_opening_is_read():
    assert find_tolls(make.report("x " * 200 + "The war killed 900 people.")) == ()


def test_tolls_stand_in_the_order_told():
    told = "Jets killed 14 people in Tarn. On Monday 12 were killed in Fell, where 14 had died."
    assert find_tolls(make.report(told)) == (14, 12)
