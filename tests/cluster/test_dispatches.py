"""Dispatches in five languages: rewrites are of the family, independent reports are not."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.cluster.families import find_families

FILE = Path(__file__).parents[1] / "cases" / "dispatches.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


def report(case, what, outlet):
    return make.report(
        case[what], given_id=what, outlet=outlet, published=case["published"],
        language=case["language"],
    )  # fmt: skip


def families(reports):
    """The given ids, grouped."""
    names = {each.id: each.given_id for each in reports}
    return sorted(sorted(names[one] for one in each.reports) for each in find_families(reports))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_rewrite_is_of_the_family_and_an_independent_report_is_not(case):
    dispatch = report(case, "dispatch", case["agency"])
    rewrite, other = report(case, "rewrite", "Paper A"), report(case, "independent", "Paper B")
    assert families([dispatch, rewrite]) == [["dispatch", "rewrite"]]
    assert families([dispatch, other]) == [["dispatch"], ["independent"]]
    assert families([dispatch, rewrite, other]) == [["dispatch", "rewrite"], ["independent"]]
