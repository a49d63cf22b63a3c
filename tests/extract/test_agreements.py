"""Agreements and their terms on invented reports: a table of cases."""

import tomllib
from pathlib import Path

import pytest

import make

FOLDER = Path(__file__).parents[1] / "cases"
CASES = tomllib.loads((FOLDER / "agreements.toml").read_text())["case"]
REPORTS = tomllib.loads((FOLDER / "agreement_reports.toml").read_text())["case"]


def told(text):
    account = make.account(text, "2031-05-14")
    return account, account.agreements


def terms(rows, account):
    text = account.report.text
    actors = {each.id: each.span.quote(text) for each in account.actors}
    return [f"{actors.get(each.party)}: {each.span.quote(text)}" for each in rows]


ROWS = [
    pytest.param(
        case, id=case["name"],
        marks=[pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else [],
    )
    for case in (*CASES, *REPORTS)
]  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_cases(case):
    account, (agreement, *others) = told(case["text"])
    text = case["text"]
    times = {each.id: each.span.quote(text) for each in account.times}
    got = {
        "kind": agreement.kind,
        "modality": agreement.modality,
        "state": agreement.state,
        "parties": [each.span.quote(text) for each in agreement.parties],
        "mediators": [each.span.quote(text) for each in agreement.mediators],
        "in_force": times.get(agreement.in_force),
        "until": times.get(agreement.until),
        "obligations": terms(agreement.obligations, account),
        "breaches": terms(agreement.breaches, account),
    }
    expected = {key: case[key] for key in got if key in case}
    assert not others
    assert {key: got[key] for key in expected} == expected


def test_what_is_only_called_for_is_no_agreement():
    assert not told("The UN called for a ceasefire in Velda.")[1]


def test_a_breach_keeps_the_claim_that_tells_it():
    text = (
        "A truce between the army and the rebels began on Monday. "
        "The rebels accused the army of violating the truce."
    )
    _, (agreement,) = told(text)
    (breach,) = agreement.breaches
    assert breach.claim is not None


def test_a_truce_of_the_past_is_not_the_one_of_today():
    text = (
        "A truce between the army and the rebels began on Monday. "
        "In 2011, the army retook the valley. Russia then brokered a ceasefire."
    )
    kept = {each.span.quote(text): each for each in told(text)[1]}
    assert sorted(kept) == ["ceasefire", "truce"]
    assert not kept["truce"].mediators
