"""Which days a text names."""

from datetime import date

import pytest

from twosource.cluster.days import find_days

MAY_3 = date(2031, 5, 3).toordinal()  # a Saturday


def told(body, published="2031-05-03"):
    days = find_days(body, published)
    return sorted(day - MAY_3 for day in days.opening)


@pytest.mark.parametrize(
    ("body", "offsets"),
    [
        ("Shells fell on Tarn on Thursday.", [-2]),
        ("Shells fell on Tarn on Saturday.", [0]),
        ("Shells fell on Tarn on Sunday.", [-6]),
        ("Shells fell on Tarn on 1 May.", [-2]),
        ("Shells fell on Tarn on May 1.", [-2]),
        ("Much was said. " * 20 + "Shells fell on April 30, 2031.", [-3]),
        ("Shells fell on Tarn in May.", []),
        ("Shells fell on Tarn on 31 February.", []),
    ],
)
def test_a_day_is_read_from_the_words_and_the_day_of_writing(body, offsets):
    assert told(body) == offsets


@pytest.mark.parametrize("head", ["Thursday 1 May 2031", "01.05.2031", "2031-05-01", "May 1, 2031"])
def test_the_date_at_the_head_is_the_day_of_writing(head):
    days = find_days(f"{head} Shells fell on Tarn on Wednesday.", "2031-05-20")
    assert days.written == MAY_3 - 2
    assert days.opening == {MAY_3 - 3}


def test_a_date_of_another_year_at_the_head_is_history():
    days = find_days("On 9 June 2011 a truce was signed in Tarn.", "2031-05-03")
    assert days.written == MAY_3
    assert len(days.opening) == 1


def test_without_a_day_of_writing_a_weekday_is_no_day_but_is_kept():
    days = find_days("Shells fell on Tarn on Thursday, after a raid on Monday.", None)
    assert (days.written, days.opening, days.first) == (None, frozenset(), None)
    assert days.weekday == 3


def test_the_day_named_first_is_kept_apart_from_those_that_led_to_it():
    days = find_days("A bomb went off on Friday, days after a raid on Tuesday.", "2031-05-03")
    assert days.first == MAY_3 - 1
    assert len(days.opening) == 2


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - In this June 3, 2027 photo a bridge is seen. ",
        "The bridge in June 3, 2027 file photo. ",
        "The bridge was built on June 3, 2027. "
        + "Much was said. " * 20
        + "On May 2, 2031 it fell. ",
    ],
)
def test_an_old_picture_or_a_history_does_not_tell_the_day_of_writing(caption):
    assert find_days(caption + "Shells fell on Tarn.", None).written is None


def test_what_the_rest_tells_is_not_of_the_opening():
    days = find_days("Shells fell on Tarn. " + "Much was said. " * 60 + "On Friday.", "2031-05-03")
    assert (days.opening, days.all) == (frozenset(), {MAY_3 - 1})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Troops will withdraw on Friday, the mediator said.", "2031-05-16"),
        ("Talks are due to begin in Sunder on Friday.", "2031-05-16"),
        ("The toll will be known. On Friday shells fell.", "2031-05-09"),
        ("Troops withdrew on Friday; more will follow.", "2031-05-09"),
    ],
)
def test_a_weekday_to_come_is_the_next_one(text, day):
    assert find_days(text, "2031-05-14").opening == {date.fromisoformat(day).toordinal()}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux villages ont été attaqués jeudi, dit la radio."),
        ("es", "El jueves dos pueblos fueron atacados."),
        ("ru", "В четверг на два села напали."),
        ("ar", "هوجمت قريتان الخميس"),
    ],
)
def test_weekdays_are_read_in_the_language_of_the_report(language, text):
    assert find_days(text, "2031-05-03", language).opening == {MAY_3 - 2}
    assert not find_days(text, "2031-05-03").opening
