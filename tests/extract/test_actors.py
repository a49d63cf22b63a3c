"""Actors on invented sentences with invented people."""

import pytest

import make


def actors(text: str):
    return make.account(text).actors


def found(text: str, quote: str):
    return next(each for each in actors(text) if each.span.quote(text) == quote)


def test_a_capital_that_speaks_is_its_government():
    actor = found("According to Moscow, two vehicles were lost.", "Moscow")
    assert (actor.name, actor.kind) == ("Government of Russia", "state_government")
    assert actor.country == "RUS"


def test_a_capital_in_which_something_happens_is_no_actor():
    assert not [each for each in actors("People marched in Moscow.") if each.name]


def test_a_ministry_gets_its_full_name_and_its_government():
    text = "The Russian Defense Ministry said the bridge was closed."
    actor = found(text, "Russian Defense Ministry")
    assert actor.name == "Ministry of Defence of Russia"
    assert actor.organisation == "Government of Russia"


def test_an_office_before_a_name_belongs_to_the_person():
    actor = found("Armenian Foreign Minister Jane Roe said talks had begun.", "Jane Roe")
    assert (actor.kind, actor.office, actor.country) == ("person", "Foreign Minister", "ARM")


def test_a_last_name_and_a_pronoun_point_back_to_the_full_name():
    text = "Foreign Minister Jane Roe said talks had begun. Roe left at noon. She said no more."
    names = [each.name for each in actors(text) if each.kind == "person"]
    assert names == ["Jane Roe"] * 3


def test_nobody_is_named_when_the_report_names_nobody():
    actor = found("Guerrillas attacked a convoy near the river.", "Guerrillas")
    assert (actor.name, actor.kind) == (None, "rebel_group")


def test_a_short_form_in_capitals_needs_capitals():
    assert found("The IS said it shot a guard.", "IS").name == "Islamic State"
    assert not [each for each in actors("It is raining.") if each.name == "Islamic State"]


def test_a_known_body_within_a_longer_name_is_not_meant():
    text = "The Port Amal Front said nine died. Port Amal officials and the Hamas Bridge were hit."
    assert "Port Amal Front" in {each.name for each in actors(text)}
    assert not [each for each in actors(text) if each.name in {"Amal", "Hamas"}]
    assert all(each.country is None for each in actors(text))


def test_a_known_body_before_another_bodys_word_is_that_other_body() -> None:
    assert {each.name for each in actors("The Amal Front left.")} == {"Amal Front"}
    assert "Amal" in {each.name for each in actors("The Amal Movement stayed.")}
    assert "Dawn" not in {each.name for each in actors("The New Dawn movement said so.")}


def test_authorities_of_a_contested_region_are_de_facto():
    text = "The authorities in Abkhazia agreed to a ceasefire."
    assert found(text, "authorities").kind == "de_facto_authority"


def test_an_adviser_after_an_owner_has_office_and_body():
    text = "Davit Toman's Advisor Anna Roe said that talks went on. Roe also denied the report."
    rows = [each for each in make.account(text).actors if each.name == "Anna Roe"]
    assert [(each.office, each.organisation) for each in rows] == [("Advisor", "Davit Toman")] * 2


def test_a_country_after_a_presidents_name_gives_his_government():
    text = "President Daniel Moro of Kenya said that the war was over."
    row = next(each for each in make.account(text).actors if each.name == "Daniel Moro")
    assert row.organisation == "Government of Kenya"


def test_a_name_in_capitals_keeps_a_last_word_that_is_a_noun():
    text = "THE PARTIES REJECTED THE MURDER OF ANA MARIA DIAZ. IT WAS A DAY OF MOURNING."
    assert [each.name for each in make.account(text).actors] == ["Ana Maria Diaz"]


def test_an_office_with_its_department_is_no_part_of_a_name():
    assert found("Secretary of State Jane Roe met the envoy.", "Jane Roe").name == "Jane Roe"


def test_a_lost_apostrophe_does_not_glue_a_country_to_a_name():
    row = found("Turkeys Foreign Minister Emin Varol said no.", "Emin Varol")
    assert (row.name, row.country) == ("Emin Varol", "TUR")


def test_the_group_with_a_name_in_it_is_that_group():
    assert found("The Islamic State group said so.", "Islamic State group").name == "Islamic State"


def test_a_body_by_its_first_word():
    assert found("Jaish al-Karsk said so.", "Jaish al-Karsk").kind == "rebel_group"


@pytest.mark.parametrize(
    ("text", "quote", "name", "kind"),
    [
        ("Russian jets bombed it.", "Russian jets", "Military of Russia", "state_military"),
        ("It was hit by Israeli jets.", "Israeli jets", "Military of Israel", "state_military"),
        ("He blamed Iranian drones.", "Iranian drones", "Military of Iran", "state_military"),
        ("Houthi drones struck the port.", "Houthi drones", "Houthis", "rebel_group"),
        ("Saudi-led coalition jets hit it.", "Saudi-led coalition jets", None, "external_force"),
    ],
)
def test_a_machine_of_war_acts_for_its_force(text, quote, name, kind):
    actor = found(text, quote)
    assert (actor.name, actor.kind) == (name, kind)


def test_a_machine_that_is_hit_or_only_seen_is_no_actor():
    assert actors("Two Russian helicopters were shot down.") == ()
    assert not [a for a in actors("French fighter jets escorted the plane.") if a.name is None]


def test_a_field_in_a_bodys_name_tells_whose_it_is():
    text = "The Orvan Relief Committee met the Karsk Liberation Council."
    kinds = {actor.name: actor.kind for actor in make.account(text).actors}
    assert kinds == {"Orvan Relief Committee": "ngo", "Karsk Liberation Council": "rebel_group"}


def test_an_office_right_before_a_name_is_no_second_person():
    text = "The region's military chief Dario Venn said the town had fallen."
    (actor,) = make.account(text).actors
    assert (actor.name, actor.organisation) == ("Dario Venn", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Karsk Front attacked Torda. They said the town had fallen.", "Karsk Front"),
        ("The Karsk Front left. They were tired. They said it was over.", "Karsk Front"),
        ("Dario Venn spoke. They said it was late.", None),
    ],
)
def test_they_are_the_group_of_the_sentence_before(text, name):
    assert make.account(text).claims[-1].speaker.name == name


def test_the_inner_surname_points_to_the_full_name():
    names = {
        each.name
        for each in actors("Carlos Quentaro Belmira fled. Police looked for Quentaro in Velda.")
        if each.kind == "person"
    }
    assert names == {"Carlos Quentaro Belmira"}


def test_two_who_share_an_inner_surname_stay_apart():
    text = "Carlos Quentaro Belmira met Luis Quentaro Dravo. Police arrested Juan Quentaro."
    names = {each.name for each in actors(text) if each.kind == "person"}
    assert names == {"Carlos Quentaro Belmira", "Luis Quentaro Dravo", "Juan Quentaro"}


def test_a_shared_inner_surname_alone_is_neither_of_the_two():
    text = "Carlos Quentaro Belmira met Luis Quentaro Dravo. Police arrested Quentaro later."
    named = [each.span.quote(text) for each in actors(text) if each.kind == "person"]
    assert "Quentaro" not in named


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ukraine's General Staff dismissed the claim.", "General Staff"),
        ("The Ukrainian General Staff dismissed the claim.", "Ukrainian General Staff"),
    ],
)
def test_the_general_staff_is_no_general(text, quote):
    actor = found(text, quote)
    assert (actor.name, actor.kind) == ("General Staff of Ukraine", "state_military")


def test_a_general_keeps_his_name():
    actor = found("General Dario Venn dismissed the claim.", "Dario Venn")
    assert (actor.kind, actor.office) == ("person", "General")


@pytest.mark.parametrize("name", ["June Movement", "April 6 Youth Movement", "14 March Alliance"])
def test_a_date_belongs_to_the_name_that_it_begins(name):
    text = f"The {name} said that its members were held."
    assert found(text, name).name == name
    assert make.account(text).times == ()


def test_a_date_before_a_body_is_a_time_after_a_preposition():
    text = "On April 6 Alliance leaders met."
    assert [each.span.quote(text) for each in make.account(text).times] == ["April 6"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Papua New Guinea police said so.", "PNG"),
        ("The Central African Republic army said so.", "CAF"),
        ("Guinea police said so.", "GIN"),
    ],
)
def test_a_country_of_three_words_is_not_the_country_of_its_last(text, country):
    assert {each.country for each in actors(text)} == {country}
