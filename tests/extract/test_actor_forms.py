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
