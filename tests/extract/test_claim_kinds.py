"""Claims by kind: direct, indirect, chained, denied, hedged, remarked on, set apart."""

import tomllib
from pathlib import Path

import pytest

import make
from claim_rows import row_of
from twosource.extract.claims import find_claims

FILE = Path(__file__).parents[1] / "cases/claim_kinds.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['name']}")
def test_a_case(case):
    wanted = {key: value for key, value in case.items() if key not in {"kind", "name", "text"}}
    found = [row_of(claim, case["text"]) for claim in find_claims(make.reading(case["text"]))]
    assert wanted in [{key: row[key] for key in wanted} for row in found]


def test_who_is_quoted_speaks_and_who_quotes_passes_it_on():
    text = "The health ministry was quoted as saying by the daily Meridian that 30 people had died."
    claim = next(iter(find_claims(make.reading(text))))
    assert claim.speaker.span.quote(text) == "The health ministry"
    assert claim.via[0] == "the daily Meridian"


def test_a_concern_that_is_cited_is_a_claim_and_no_link_of_a_chain():
    text = "The army closed the road, the mayor said, citing a lack of fuel."
    claims = list(find_claims(make.reading(text)))
    assert all(claim.via == () for claim in claims)
    assert "a lack of fuel" in [claim.content[0].quote(text) for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "Nobody has claimed responsibility for the killings.",
        "Neither side commented on the report.",
    ],
)
def test_what_nobody_says_is_no_claim(text):
    assert list(find_claims(make.reading(text))) == []


def test_a_second_office_of_one_person_says_nothing_more():
    text = "The president and founder of the league, Dario Venn, said the vote was fair."
    (claim,) = find_claims(make.reading(text))
    assert claim.also == ()
