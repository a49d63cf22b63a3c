"""Two who say the same in one breath are two origins; a joint statement is one."""

import make
from twosource.base.settings import Settings
from twosource.pipeline import assemble

TOLD = "At least 12 people were killed in an air strike on Velda on Friday, "


def origins(said):
    dossier = assemble([make.account(TOLD + said, "2031-05-14")], Settings())
    toll = next(each for each in dossier.findings if each.slot == "killed")
    return toll.status, sorted(each.name for each in toll.origins)


def test_two_bodies_of_one_sentence_are_two_origins():
    assert origins("the Kestrian army and the Harun Front said.") == (
        "corroborated",
        ["Harun Front", "the Kestrian army"],
    )


def test_a_joint_statement_is_one_word():
    status, names = origins("the Kestrian army and the Harun Front said in a joint statement.")
    assert (status, names) == ("single_source", ["the Kestrian army"])


def test_a_ministry_and_its_spokesman_are_one():
    status, _ = origins("the Defence Ministry and its spokesman Dario Venn said.")
    assert status == "single_source"
