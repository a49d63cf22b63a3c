import pytest

from twosource.base import countries


@pytest.mark.parametrize(
    ("word", "code"),
    [("Russian", "RUS"), ("Russians", "RUS"), ("Azeri", "AZE"), ("Germans", "DEU"),
     ("Palestinian", "PSE"), ("Congolese", "COD"), ("Saudi", "SAU"), ("Indian", "IND"),
     ("Chinese", "CHN"), ("Dutch", "NLD"), ("Kosovar", "XKX"), ("Dominican", "DOM")],
)  # fmt: skip
def test_a_demonym_and_its_plural_name_the_country(word, code):
    assert countries.by_demonym(word).iso3 == code


def test_a_people_of_several_countries_is_no_country():
    assert countries.by_demonym("Kurdish") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("the Netherlands", "NLD"), ("UAE", "ARE"), ("U.S.", "USA"), ("Burma", "MMR"),
     ("Iran", "IRN"), ("Kosovo", "XKX"), ("Ivory Coast", "CIV"), ("Laos", "LAO")],
)  # fmt: skip
def test_short_and_former_names_name_the_country(name, code):
    assert countries.by_name(name).iso3 == code


@pytest.mark.parametrize(
    ("city", "code"), [("Moscow", "RUS"), ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Washington", "USA")]
)
def test_a_seat_of_government_names_the_country(city, code):
    assert countries.by_capital(city).iso3 == code


def test_every_country_has_a_name_and_two_codes():
    for country in countries.known_countries().all:
        assert country.name
        assert len(country.iso3) == 3
        assert len(country.iso2) == 2


def test_no_word_is_a_name_and_a_demonym_at_once():
    known = countries.known_countries()
    assert sorted(set(known.names) & set(known.demonyms)) == []
