"""What number words say."""

import pytest

from make import reading
from twosource.base.numbers import find_numbers, parse_number, parse_ordinal, parse_vague


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7), ("31", 31), ("1,200", 1200), ("twenty-two", 22), ("one hundred", 100),
        ("two hundred and five", 205), ("three thousand five hundred", 3500), ("a hundred", 100),
        ("two thousand and six", 2006), ("1.5 million", 1_500_000), ("half a million", 500_000),
        ("a dozen", 12), ("two dozen", 24), ("half a dozen", 6), ("12 thousand", 12_000),
        ("2.5m", 2_500_000), ("10k", 10_000), ("26 000", 26_000),
        ("two and a half million", 2_500_000),
        ("quarter of a million", 250_000), ("three score", 60), ("260.000", 260_000), ("zero", 0),
        ("one lakh", 100_000), ("a quarter", 0.25), ("nineteen hundred", 1900),
    ],
)  # fmt: skip
def test_words_spell_a_number(words, value):
    assert parse_number(words) == value


@pytest.mark.parametrize("words", ["1990s", "3:30", "2nd", "several", "men", "", "five men", "a"])
def test_other_words_spell_none(words):
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("several", 3), ("a few", 3), ("tens", 10), ("dozens", 12), ("hundreds", 100),
        ("thousands", 1000), ("tens of thousands", 10_000), ("hundreds of thousands", 100_000),
        ("several hundred", 300), ("a few dozen", 36), ("several thousand", 3000),
        ("dozens and dozens", None), ("seven", None),
    ],
)  # fmt: skip
def test_vague_words_have_a_low_only(words, low):
    assert parse_vague(words) == low


def test_ordinals_spell_ranks():
    assert [parse_ordinal(word) for word in ("first", "3rd", "forty-second", "men")] == [
        1,
        3,
        42,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two hundred and five people and 12 dogs were seen.", ["Two hundred and five", "12"]),
        ("Between 6-8 men and twenty-two women came.", ["6", "8", "twenty-two"]),
        ("A 17-year-old met a dozen of tens of thousands.", ["17", "a dozen", "tens of thousands"]),
        ("In the 1990s several came at 3:30 with an AK-47.", ["several"]),
        ("One hundred and 20 others, and five more.", ["One hundred", "20", "five"]),
        ("The score was even for a few hundred fans.", ["a few hundred"]),
    ],
)  # fmt: skip
def test_number_words_are_found_in_a_sentence(text, found):
    doc = reading(text).doc
    assert [doc[each.start : each.end].text for each in find_numbers(doc[:])] == found
