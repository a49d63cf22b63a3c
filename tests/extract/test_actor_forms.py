"""Names of bodies and offices by their form."""

import make


def rows(text):
    return [(each.span.quote(text), each.name, each.kind) for each in make.account(text).actors]


def test_an_army_of_resistance_is_no_states():
    name = "Northern Resistance Army"
    assert (name, name, "rebel_group") in rows(f"Fighters of the {name} entered Karsk.")


def test_half_an_office_is_no_name():
    names = {name for _, name, _ in rows("The UN Secretary-General called for a ceasefire.")}
    assert names == {None, "United Nations"}


def test_a_short_form_is_the_body_that_explains_it():
    name = "Northern Resistance Army"
    text = f"Fighters of the {name} (NRA) entered Karsk. The NRA denied it."
    assert [row for row in rows(text) if row[0] == "NRA"] == [("NRA", name, "rebel_group")] * 2


def test_letters_that_the_name_does_not_spell_explain_nothing():
    text = "The Valley Relief Committee (AFP) said two people died. AFP saw one of them."
    assert ("AFP", "Valley Relief Committee", "ngo") not in rows(text)


def test_an_article_within_a_name_belongs_to_it():
    name = "Front for the Liberation of Karsk"
    assert (name, name, "rebel_group") in rows(f"The {name} denied it.")


def test_a_country_that_attacks_or_deals_is_a_government():
    text = "After fierce attacks by Azerbaijan, talks with Iran began. Trade with Turkey grew."
    roles = {each.span.quote(text): each.role for each in make.account(text).places}
    assert roles == {"Azerbaijan": "government", "Iran": "government", "Turkey": "location"}


def test_a_council_points_back_to_the_one_that_was_named():
    text = "The State Council of Orvan met on Monday. The council said the port would close."
    assert ("council", "State Council of Orvan", "state_government") in rows(text)


def test_a_village_council_is_an_actor_without_a_name():
    text = "The village council said 12 houses burned."
    assert rows(text)[0] == ("village council", None, "ngo")


def test_the_members_of_a_gang_are_of_its_kind():
    assert rows("Members of the Imbali gang shot him.")[0] == ("Members", None, "militia")


def test_a_last_name_that_is_a_capital_is_no_government():
    kinds = {kind for _, _, kind in rows("Hospital director Lutz Amman confirmed the deaths.")}
    assert "state_government" not in kinds


def test_an_outlets_word_within_another_name_is_not_the_outlet():
    kinds = {kind for _, _, kind in rows("A cartel known as the New Dawn controls the port.")}
    assert "media" not in kinds
