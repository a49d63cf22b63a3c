from dataclasses import replace

import pytest

import make
from twosource.base.errors import InputError
from twosource.base.settings import Settings
from twosource.ground.placings import place_names
from twosource.pipeline import read_reports


def placed(text, words, settings=None):
    account = make.account(text)
    if settings is not None:
        account = next(read_reports([make.report(text)], settings))
    return next(p.placing for p in account.places if p.span.quote(text) == words)


def test_a_qualifier_behind_the_name_decides():
    found = placed("A fire broke out in Paris, Texas, on Monday.", "Paris")
    assert (found.country, found.admin1) == ("USA", "Texas")
    assert "Texas" in found.reason


def test_without_a_hint_the_best_known_place_is_meant():
    assert placed("A fire broke out in Paris on Monday.", "Paris").country == "FRA"


def test_the_countries_of_the_report_decide():
    text = "Syrian troops left Tripoli. Libyan officials and the Libyan army said so in Benghazi."
    assert placed(text, "Tripoli").country == "LBY"


def test_a_contested_name_carries_all_its_names():
    found = placed("Shells hit Stepanakert on Tuesday.", "Stepanakert")
    assert found.country == "AZE"
    assert {"Stepanakert", "Khankendi"} <= {found.name, *found.names}


def test_a_region_is_a_region_and_a_sea_is_a_sea():
    text = "Ships in the Black Sea; fighting in the Sahel; talks in Nagorno-Karabakh."
    assert placed(text, "Black Sea").precision == "sea"
    assert placed(text, "Sahel").precision == "region"
    assert placed(text, "Nagorno-Karabakh").country == "AZE"


def test_nothing_found_is_none_with_a_reason():
    found = placed("The shells fell near the village of Qzoravand.", "Qzoravand")
    assert (found.lat, found.lon) == (None, None)
    assert "Qzoravand" in found.reason


def test_a_misspelt_town_is_found_in_the_countries_of_the_report():
    found = placed("In Ukraine, Ukrainian troops left the town of Bakhmutt.", "Bakhmutt")
    assert found.country == "UKR"
    assert "spelt nearly so" in found.reason


@pytest.mark.parametrize(
    ("word", "country", "home"),
    [("Armenians", "ARM", "Armenia"), ("Kurds", None, "Kurdistan"), ("European", None, "Europe")],
)
def test_a_people_is_no_place_but_has_the_point_of_its_home(word, country, home):
    found = placed(f"{word} families left the town.", word)
    assert (found.name, found.country) == (None, country)
    assert found.lat is not None
    assert "not a place" in found.reason
    assert home in found.reason


def test_a_misspelt_corridor_is_found_by_its_kind():
    text = "Azerbaijan said on Monday that the Lochyn corridor was open."
    found = placed(text, "Lochyn")
    assert (found.name, found.country) == ("Lachin corridor", "AZE")


def test_a_corridor_that_no_one_knows_is_null_with_the_reason():
    found = placed("Azerbaijan said on Monday that the Qurmandal corridor was open.", "Qurmandal")
    assert (found.name, found.lat, found.lon) == (None, None, None)
    assert "Qurmandal" in found.reason


def test_a_county_is_put_in_the_state_that_stands_behind():
    found = placed("Fires burnt in Orange County, California, on Monday.", "Orange County")
    assert (found.precision, found.admin1) == ("admin2", "California")


def test_the_west_is_no_province():
    text = "Relations with the West are cold, officials said."
    assert all(place.placing.name != "West" for place in make.account(text).places)


def test_a_place_is_never_at_zero_zero():
    text = "Reports came from Accra, London, Quito and Nairobi."
    for place in make.account(text).places:
        assert (place.placing.lat, place.placing.lon) != (0, 0)


OWN = """
[[place]]
name = "Velmora"
kind = "country"
country = "XKE"
lat = 41.5
lon = 52.5
demonyms = ["Velmoran"]

[[place]]
name = "Sarnath"
names = ["Sarnat"]
kind = "town"
country = "XKE"
lat = 41.2
lon = 52.1
capital = true
"""


def test_a_users_own_country_is_known_by_name_demonym_and_capital(tmp_path):
    file = tmp_path / "places.toml"
    file.write_text(OWN, encoding="utf-8")
    settings = Settings(places=str(file))
    text = "Velmoran forces shelled Sarnat on Monday. Velmora denied it."
    account = next(read_reports([make.report(text)], settings))
    roles = [(place.span.quote(text), place.role) for place in account.places]
    assert ("Velmoran", "in_name") in roles
    assert ("Velmora", "government") in roles
    assert placed(text, "Sarnat", settings).country == "XKE"


def test_a_users_file_that_lacks_a_point_is_named(tmp_path):
    file = tmp_path / "places.toml"
    file.write_text('[[place]]\nname = "X"\nkind = "town"\n', encoding="utf-8")
    with pytest.raises(InputError, match="lacks country, lat, lon"):
        place_names(make.account("Nothing here."), Settings(places=str(file)))


def test_a_shown_name_is_the_users_choice(tmp_path):
    file = tmp_path / "names.toml"
    file.write_text('[names]\nStepanakert = "Stepanakert"\n', encoding="utf-8")
    account = make.account("Shells hit Stepanakert on Tuesday.")
    shown = place_names(account, replace(Settings(), names=str(file)))
    place = next(each for each in shown.places if each.role == "location")
    assert place.placing.name == "Stepanakert"
    assert "Khankendi" in place.placing.names


@pytest.mark.parametrize(
    ("text", "word", "country", "precision"),
    [
        ("The storm hit Annapolis, Maryland, on Monday.", "Maryland", "USA", "admin1"),
        ("Travellers from Mexico were checked.", "Mexico", "MEX", "country"),
        ("A U.S.-led coalition struck the base.", "U.S.", "USA", "country"),
        ("GENEVA (Agency) - The US and American envoys met US aides.", "GENEVA", "CHE", "town"),
        ("Ships of Gulf countries patrolled the Gulf.", "Gulf", None, "sea"),
        ("Fighting went on in the province of Idlib.", "Idlib", "SYR", "admin1"),
    ],
)
def test_well_known_places_are_meant_unless_the_report_says_otherwise(
    text, word, country, precision
):
    found = placed(text, word)
    assert (found.country, found.precision) == (country, precision)


def test_a_site_has_the_point_of_the_town_it_is_named_with():
    found = placed("Crowds filled Varda Street in Lyon and marched to Paris.", "Varda Street")
    assert (found.name, found.country, found.precision) == ("Varda Street", "FRA", "town")
    assert "Lyon" in found.reason


def test_a_site_without_a_town_has_no_point():
    found = placed("The Qzora Bridge was closed.", "Qzora Bridge")
    assert (found.lat, found.lon) == (None, None)


def test_a_namesake_within_the_name_of_a_site_is_not_where_the_site_is():
    found = placed("In Lyon a bomb went off. Police closed Athens Street in Lyon.", "Athens")
    assert found.country == "FRA"


def test_in_a_list_of_cities_none_lies_in_another():
    text = "The envoy flew to Washington, New York and Boston. American officials met him."
    assert "which the report names" not in placed(text, "Washington").reason


def test_the_last_word_of_a_list_says_what_all_of_it_are():
    text = "In Syria shells fell on Idlib, Hama and Aleppo provinces."
    assert [placed(text, name).precision for name in ("Idlib", "Hama", "Aleppo")] == ["admin1"] * 3


def test_a_state_behind_a_town_of_its_own_is_the_state():
    text = "A fire broke out in Tacoma, Washington, on Monday."
    assert placed(text, "Washington").admin1 == "Washington"


def test_a_name_is_no_witness_for_its_own_country():
    text = (
        "Lebanon firefighters came. Lebanon, Pennsylvania, is small. Police in Ohio and Texas left."
    )
    assert placed(text, "Lebanon").country == "USA"


def test_a_small_town_in_a_country_nobody_named_is_not_meant():
    found = placed(
        "Shells hit the village of Varda. Officials in Tallinn, Estonia, said so.", "Varda"
    )
    assert found.lat is None
    assert "Greece" in found.reason


def test_of_names_spelt_alike_the_larger_town_is_meant():
    found = placed("Ukrainian troops fought near Mariopol, Ukraine.", "Mariopol")
    assert found.name == "Mariupol"


def test_a_short_name_differs_only_in_its_vowels_to_be_misspelt():
    assert placed("Norway said the village of Vardat in Norway burnt.", "Vardat").lat is None


def test_a_word_for_a_people_in_a_bodys_name_has_the_point_of_its_home():
    found = placed("Kenyan troops fired.", "Kenyan")
    assert (found.name, found.country, found.precision) == (None, "KEN", "country")


@pytest.mark.parametrize(
    "word",
    [
        "Shushi",
        "Artyomovsk",
        "Deir ez-Zor",
        "Dayr az Zawr",
        "Hassakeh",
        "Mazar-i-Sharif",
        "Cox's Bazar",
    ],
)
def test_other_spellings_of_towns_at_war_are_known(word):
    assert placed(f"The army shelled {word}.", word).lat is not None


def test_the_land_of_a_people_has_the_point_of_its_country():
    found = placed("Shells fell near the Kenyan border.", "Kenyan")
    assert (found.name, found.country, found.precision) == (None, "KEN", "country")


def test_initials_stand_for_the_country_named_in_full():
    text = "Trinidad and Tobago closed its ports. A ship left T&T on Monday."
    assert placed(text, "T&T").country == "TTO"


def test_an_avenue_named_after_an_ocean_lies_in_its_town():
    text = "A fire broke out in Lyon. Police closed Atlantic Avenue in Lyon."
    assert placed(text, "Atlantic").country == "FRA"


def test_the_namesake_that_others_were_chosen_near_is_meant():
    text = "Fires broke out in Springfield, Illinois, in Peoria, Decatur and Bloomington."
    assert placed(text, "Peoria").admin1 == "Illinois"


def test_a_village_nobody_knows_lies_about_where_it_is_told_to_lie():
    found = placed("Shells hit the village of Qoravand, near Kharkiv, on Monday.", "Qoravand")
    assert (found.name, found.country, found.precision) == (None, "UKR", "admin2")
    assert "Kharkiv" in found.reason


def test_an_embassy_lies_where_it_stands():
    found = placed("Crowds stormed the Kenyan Embassy in Paris.", "Kenyan")
    assert found.precision == "town"
    assert "Paris" in found.reason


def test_the_first_half_of_a_countrys_name_stands_for_it():
    text = "Trinidad and Tobago closed its ports. A ship left Trinidad on Monday."
    assert placed(text, "Trinidad").country == "TTO"


@pytest.mark.parametrize(
    "words",
    [
        "The village of Tarkhal, 12 km north of Mosul, was retaken.",
        "Shells hit Tarkhal, a village some 15 kilometres south-east of Mosul.",
        "In the village Tarkhal, located 8 km west of the city Mosul, two died.",
        "A mine exploded in Tarkhal village, 20 km outside Mosul. They left Tarkhal village.",
    ],
)
def test_a_village_lies_where_the_place_is_that_its_distance_is_told_from(words):
    found = [each for each in make.account(words).places if each.span.quote(words) == "Tarkhal"]
    assert found
    assert all(each.placing.country == "IRQ" and each.placing.name is None for each in found)
