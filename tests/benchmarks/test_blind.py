"""The scorer of blind cases is honest: what is expected scores, anything else does not."""

from dataclasses import replace

import pytest
from benchmarks.quality.blind import CASES, judge, score_findings, score_stories

from reconcile.findings_of import findings_of

REPORTS = [
    {"outlet": "The Karsk Post", "text": "Seven people were killed, mayor Ana Dorn said."},
    {"outlet": "Radio Varda", "text": "Seven people were killed, said Tom Rell of the Red Cross."},
]
EXPECT = {"status": "corroborated", "min": 2, "low": 7, "best": 7, "high": 7}


def case(**expect):
    return {"slot": "killed", "expect": expect, "reports": REPORTS}


@pytest.fixture(name="told")
def _told():
    dated = [{**row, "published": "2031-05-04"} for row in REPORTS]
    return [one for one in findings_of(dated) if one.slot == "killed"]


def test_what_is_expected_is_right(told):
    assert list(judge(case(**EXPECT), told)) == ["right"]


@pytest.mark.parametrize("name", ["min", "low", "best", "high"])
def test_another_number_is_wrong(told, name):
    assert list(judge(case(**EXPECT | {name: 8}), told)) == []


def test_a_false_status_is_told_even_beside_a_right_finding(told):
    alone = [replace(told[0], status="single_source"), *told]
    assert list(judge(case(status="single_source"), alone)) == ["right", "corroborated"]


def test_a_banned_status_is_wrong_and_told(told):
    assert list(judge(case(not_status="corroborated"), told)) == ["corroborated"]
    assert list(judge(case(not_status="contested"), told)) == ["right"]


def test_no_finding_is_never_right():
    assert list(judge(case(not_status="contested"), [])) == []


def test_shares_count_every_case():
    right, uncorroborated, uncontested = score_findings("x", [case(status="contested")])
    assert (right.value, uncorroborated.value, uncontested.value, right.count) == (0, 0, 100, 1)


def test_stories_as_filed_score_100():
    rows = [{**REPORTS[0], "story": "a"}]
    assert score_stories("x", [{"reports": rows}]).value == 100


def test_each_set_is_told_of_in_the_readme():
    told = (CASES / "README.md").read_text(encoding="utf-8")
    names = {file.stem.split("-")[0] for file in CASES.glob("*.toml")}
    assert names
    assert all(f"| {name} |" in told for name in names)
