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
