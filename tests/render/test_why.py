"""The way back from any id."""

import pytest

import make_dossier
from twosource.base.errors import UnknownIdError
from twosource.render.why import explain
from twosource.render.why_part import table_rows


def lines(identity):
    return "\n".join(explain(make_dossier.dossier(), identity))


def test_a_finding_leads_to_rule_origins_quotes_offsets_and_item():
    told = lines("fin_killed")
    front = make_dossier.reports()[2]
    start = front.text.index("12 to 15 dead")
    assert "rule intervals-part: the Free Orlan Front gives 12 to 15" in told
    assert "origin Free Orlan Front (institution, a party), supports" in told
    assert f"{front.id} {start}–{start + 13} · Orlan Voice" in told
    assert front.sha256 in told
    assert "superseded" in told


def test_a_denial_names_the_claim_behind_it():
    front = make_dossier.reports()[2]
    assert f"claim {front.id}/c1" in lines("fin_struck")


@pytest.mark.parametrize(
    ("identity", "first"),
    [
        ("evt_1", "event evt_1: Shelling of Dolna"),
        ("sto_1", "story sto_1: Shelling of Dolna · 12–14 May 2031"),
        ("fam_1", "family fam_1: reports that descend from one text"),
    ],
)
def test_events_stories_and_families_are_told(identity, first):
    assert lines(identity).startswith(first)


def test_a_report_and_its_parts_are_told():
    front = make_dossier.reports()[2]
    assert lines(front.id).startswith(f"report {front.id} · Orlan Voice · 3.txt")
    assert "“Only homes were struck” 1–23" in lines(f"{front.id}/c1")


@pytest.mark.parametrize("identity", ["fin_nothing", "rep_000000000000/c1"])
def test_an_unknown_id_is_an_error(identity):
    with pytest.raises(UnknownIdError, match="no record has the id"):
        lines(identity)


def test_an_unknown_part_says_what_there_is():
    front = make_dossier.reports()[2]
    with pytest.raises(UnknownIdError, match="it holds claims"):
        lines(f"{front.id}/f9")


def test_a_table_is_printed_as_in_the_contract():
    account = make_dossier.dossier().accounts[2]
    (row,) = table_rows(account, "claims")
    assert row["content"][0]["quote"] == "Only homes were struck"
    with pytest.raises(UnknownIdError, match="no table"):
        table_rows(account, "opinions")
