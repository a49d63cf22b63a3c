"""Date lines of French, Spanish, Portuguese, German and other papers."""

import pytest

import make
from twosource.clean.dates import find_date
from twosource.clean.reports import clean_item
from twosource.clean.stamps import is_stamp

FRENCH = (
    "Des hommes armés ont ouvert le feu dimanche sur un marché de la ville, tuant neuf personnes, "
    "selon la police.\n\nL'armée a envoyé deux compagnies dans la zone.\n"
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 mars 2031", "2031-03-03"),
        ("1er mars 2031", "2031-03-01"),
        ("Publié le lundi 3 mars 2031 à 14h05", "2031-03-03T14:05"),
        ("lunes, 3 de marzo de 2031", "2031-03-03"),
        ("3 mar 2031 - 14:05 h", "2031-03-03T14:05"),
        ("3 de março de 2031 às 14h05", "2031-03-03T14:05"),
        ("3. März 2031 um 14:05 Uhr", "2031-03-03T14:05"),
        ("3 марта 2031", "2031-03-03"),
        ("3 Mart 2031", "2031-03-03"),
        ("5 people in 2031; 3 mai 2031", "2031-05-03"),
        ("4/3/2031", None),
    ],
)
def test_dates_of_other_languages(words, value):
    found = find_date(words)
    assert (found.value if found else None) == value


def test_a_date_in_numbers_is_read_when_its_day_is_known_to_come_first():
    found = find_date("4/3/2031, 14:05", day_first=True)
    assert found is not None
    assert found.value == "2031-03-04T14:05"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Le Courrier du Sud\n3 mars 2031\n\n", "2031-03-03"),
        ("Publié le 04/03/2031 - 14:05\n\n", "2031-03-04T14:05"),
        ("Varnes, le 3 mars 2031 - ", "2031-03-03"),
        ("VARNES, 3 mars 2031 (AFP) - ", "2031-03-03"),
        ("Le 3 mars 2031 des hommes se sont réunis.\n\n", None),
    ],
)
def test_a_french_report_has_its_date(head, value):
    assert clean_item(make.item(head + FRENCH)).published.value == value


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("Mis à jour le 3 mars 2031", True),
        ("Stand: 03.03.2031, 14:05 Uhr", True),
        ("Updated 14:05 GMT", True),
        ("Published 2 hours ago", True),
        ("Updated guidance was sent at 14:05", False),
        ("05/06/2031", True),
    ],
)
def test_date_lines(line, yes):
    assert is_stamp(line) is yes
