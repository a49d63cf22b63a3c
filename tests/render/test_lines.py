"""Accounts in, contract lines out: they hold the published schema, and every offset its words."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

import make
import make_dossier
from twosource.base.records import (
    Account,
    Actor,
    Figure,
    Furniture,
    Mention,
    Participant,
    Place,
    Placing,
    Span,
    Time,
    Total,
)
from twosource.render.dossier import dossier_page
from twosource.render.lines import account_line
from twosource.render.values import to_line, to_page

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "contract.schema.json"
TEXT = "At least 20 people were killed in Dolna on Tuesday by drones, the Health Office said."


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"})


def full_account() -> Account:
    """One record of each kind, all spans by hand."""
    at = {word: Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in TEXT.split()}
    placing = Placing("Dolna", "the only one", ("Dolná",), "XKE", None, -29.5, -19.0, None, "town")
    return Account(
        make.report(TEXT, furniture=(Furniture(at["At"], "other"),), given_title="Twenty dead"),
        times=(Time("t1", at["Tuesday"], "DATE", "XXXX-WXX-2", "none", "XXXX-WXX-2"),),
        places=(Place("p1", at["Dolna"], "location", placing),),
        actors=(Actor("a1", at["people"], None, "civilians"),),
        figures=(Figure("f1", at["20"], "killed", "at_least", at["20"], value=20.0, low=20.0),),
        mentions=(
            Mention(
                "m1", at["killed"], Span(0, len(TEXT)), "kill", time="t1", place="p1",
                participants=(Participant(at["people"], "a1", "affected", "group"),),
                weapons=(Span(TEXT.index("drones"), TEXT.index("drones") + 6),),
            ),
        ),
        totals=(Total("killed", 20.0, 20.0, None),),
    )  # fmt: skip


@pytest.mark.parametrize(
    "build",
    [full_account, lambda: Account(make.report("")), lambda: make.account(TEXT, "2031-05-14")],
    ids=["full", "empty", "read"],
)
def test_a_line_holds_the_published_schema(build):
    line = json.loads(to_line(account_line(build())))
    validator("line").validate(line)


def test_findings_hold_the_published_schema():
    validator("findings").validate(json.loads(to_page(dossier_page(make_dossier.dossier()))))


def quotes_of(node, text):
    """Every object of the line with offsets and a quote."""
    if isinstance(node, dict):
        if node.get("start") is not None and "quote" in node:
            yield text[node["start"] : node["end"]], node["quote"]
        for value in node.values():
            yield from quotes_of(value, text)
    elif isinstance(node, list):
        for value in node:
            yield from quotes_of(value, text)


def test_every_quote_is_what_stands_there():
    line = account_line(full_account())
    pairs = list(quotes_of(line, line["text"]))
    assert len(pairs) >= 7
    assert all(there == quote for there, quote in pairs)


def test_whole_numbers_are_printed_without_a_point():
    line = to_line(account_line(full_account()))
    assert b'"value":20,' in line
    assert b'"killed":{"low":20,"best":20,"high":null}' in line


def test_a_title_that_came_beside_the_text_has_no_offsets():
    title = account_line(full_account())["report"]["title"]
    assert title == {"start": None, "end": None, "quote": "Twenty dead"}


def test_the_keys_of_a_line_stand_in_the_order_of_the_contract():
    assert list(account_line(full_account())) == [
        "contract", "report", "text", "furniture", "times", "places", "actors", "figures",
        "claims", "totals", "main", "mentions", "agreements", "sides",
    ]  # fmt: skip


def test_one_report_is_one_line_even_with_breaks_in_its_text():
    assert to_line(account_line(Account(make.report("One.\n\nTwo.\u2028Three.")))).count(b"\n") == 1


def test_the_quotes_of_findings_are_filled_from_the_reports():
    page = dossier_page(make_dossier.dossier())
    killed = next(each for each in page["findings"] if each["id"] == "fin_killed")
    assert killed["supports"][1]["quote"] == "12 to 15 dead"
    assert killed["value"] == {
        "low": 7, "best": 7, "high": 15, "text": None, "rule": "lowest live value",
    }  # fmt: skip


def test_who_is_freed_is_printed_by_a_measure_of_the_contract():
    account = make.account("Nine hostages were freed in Dolna on Tuesday, the army said.")
    assert {each.measure for each in account.figures} == {"freed"}
    line = account_line(account)
    assert {each["measure"] for each in line["figures"]} == {"other"}
    assert "freed" not in line["totals"]
