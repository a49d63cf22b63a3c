"""The sides of a story: as its reports show them, or as the user's file says."""

import make
from twosource.base.settings import Settings
from twosource.reconcile.book import open_book
from twosource.reconcile.sides import find_sides, read_sides

JOINT = "The Tamar Defence Militia and the Karsk Liberation Front shelled the Orvan National Front."
STRIFE = "The Tamar Defence Militia attacked the Karsk Liberation Front near Torda."
TAMAR, KARSK, ORVAN = (
    "body:tamar defence militia", "body:karsk liberation front", "body:orvan national front",
)  # fmt: skip


def test_allies_of_one_report_share_a_side():
    sides = find_sides([make.account(JOINT)], None)
    assert sides[TAMAR] == sides[KARSK] != sides[ORVAN]


def test_allies_who_fight_each_other_in_another_report_share_none():
    sides = find_sides([make.account(JOINT), make.account(STRIFE)], None)
    assert sides[TAMAR] != sides[KARSK]


def test_the_order_of_reports_changes_no_side():
    accounts = [make.account(JOINT), make.account(STRIFE)]
    assert find_sides(accounts, None) == find_sides(accounts[::-1], None)


def test_the_users_file_comes_first(tmp_path):
    file = tmp_path / "sides.toml"
    file.write_text('north = ["Orvan National Front", "Tamar Defence Militia"]\n', "utf-8")
    sides = find_sides([make.account(JOINT)], str(file))
    assert sides[TAMAR] == sides[ORVAN] == "north"


def test_a_country_in_the_file_is_its_state(tmp_path):
    file = tmp_path / "sides.toml"
    file.write_text('east = ["Government of Russia", "Belarus"]\n', "utf-8")
    assert read_sides(str(file)) == {"state:RUS": "east", "state:BLR": "east"}


def test_an_office_named_in_the_file_gives_its_side_to_its_state(tmp_path):
    file = tmp_path / "sides.toml"
    file.write_text('home = ["Tarkovian Defence Ministry"]\n', encoding="utf-8")
    account = make.account("The Tarkovian Defence Ministry said that its guns were silent.")
    book = open_book([account], [], Settings(sides=str(file)))
    assert book.sides[book.states[0]] == "home"
