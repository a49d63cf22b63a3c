"""Stated dates."""

import pytest

from twosource.clean.dates import find_date, parse_date
from twosource.clean.stamps import is_stamp


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("As of: September 21, 2023 2:49 a.m", "2023-09-21T02:49"),
        ("Published 3 May 2021", "2021-05-03"),
        ("Tuesday, 5 June 2018 | 14:30 GMT", "2018-06-05T14:30"),
        ("5 Jun 2018 1432 GMT", "2018-06-05T14:32"),
        ("10:32 AM EST, Mon June 5, 2023", "2023-06-05T10:32"),
        ("12:05 a.m. on 4th of July 1999", "1999-07-04T00:05"),
        ("21.09.2023 10:11", "2023-09-21T10:11"),
        ("13/05/2020", "2020-05-13"),
        ("05/06/2020", None),  # June or May: nobody can tell
        ("31 February 2020", None),
        ("May 3", None),
        ("Mar 3, 2020 5 people", "2020-03-03"),
    ],
)
def test_a_full_date_is_found_in_words(words, value):
    found = find_date(words)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2023-09-21T02:49:10.123+04:00", "2023-09-21T02:49"),
        ("2023-09-21 02:49", "2023-09-21T02:49"),
        ("20230921", "2023-09-21"),
        ("2023-09", "2023-09"),
        ("Thu, 21 Sep 2023 02:49:10 GMT", "2023-09-21T02:49"),
        ("not before 21 September 2023", None),
        ("soon", None),
    ],
)
def test_a_date_alone_is_parsed(words, value):
    assert parse_date(words) == value


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("Updated 3 May 2021", True),
        ("Published: 3 May 2021 | Updated: 4 May 2021", True),
        ("Monday 3 May 2021, 10:15 BST", True),
        ("The truce of 3 May 2021 held.", False),
        ("3 May 2021 was the day the truce broke", False),
    ],
)
def test_a_date_line_holds_a_date_and_little_else(line, yes):
    assert is_stamp(line) is yes
