"""The sides of a conflict, from one report's own events."""

import make


def sides(text):
    account = make.account(text, "2026-11-18")
    names = {side.id: side.name for side in account.sides}
    return {side.name: {names[each] for each in side.against} for side in account.sides}


def members(text, name):
    account = make.account(text, "2026-11-18")
    actors = {actor.id: actor.span.quote(text) for actor in account.actors}
    return [actors[each] for side in account.sides if side.name == name for each in side.members]


def test_who_attacks_whom_stand_on_two_sides():
    text = "Fighters of the Karsk Liberation Front attacked the Tamar Defence Militia near Torda."
    assert sides(text) == {
        "Karsk Liberation Front": {"Tamar Defence Militia"},
        "Tamar Defence Militia": {"Karsk Liberation Front"},
    }


def test_a_clash_between_two_sets_them_against_each_other():
    text = "Clashes between Karsk rebels and the Belmarian army erupted near Torda."
    assert len(sides(text)) == 2


def test_who_attack_together_stand_on_one_side():
    text = (
        "The Tamar Defence Militia and the Karsk Liberation Front shelled the Orvan National Front."
    )
    assert sorted(map(len, sides(text).values())) == [1, 1]
    assert len(sides(text)) == 2


def test_a_state_is_one_side_with_its_army_and_its_ministers():
    text = (
        "Russian troops attacked Ukrainian forces near Torda. The Russian Defence Ministry said "
        "the raid was a success. Ukraine denied it."
    )
    assert set(sides(text)) == {"Government of Russia", "Government of Ukraine"}
    assert "Russian Defence Ministry" in members(text, "Government of Russia")
    assert "Ukraine" in members(text, "Government of Ukraine")


def test_a_mediator_takes_no_side():
    text = "Karsk rebels attacked the Tamar Defence Militia. The United Nations brokered a truce."
    assert all("United Nations" not in members(text, name) for name in sides(text))


def test_a_report_without_a_fight_has_no_sides():
    assert sides("The mayor of Torda opened a bridge on Tuesday.") == {}


def test_old_wars_make_no_sides():
    assert sides("In 1994 the Karsk Liberation Front attacked the Tamar Defence Militia.") == {}
