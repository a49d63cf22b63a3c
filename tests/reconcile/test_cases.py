"""Findings of small invented stories: echoes, copies, adverse parties, revisions, denials."""

import tomllib
from pathlib import Path

import pytest
from benchmarks.quality.blind import pick, see

from reconcile.findings_of import findings_of

FILES = sorted((Path(__file__).parents[1] / "cases" / "findings").glob("*.toml"))


def load_cases():
    for file in FILES:
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            marks = []
            if "fails" in case:
                marks.append(pytest.mark.xfail(reason=case["fails"], strict=True))
            yield pytest.param(case, id=f"{file.stem}: {case['name']}", marks=marks)


@pytest.mark.parametrize("case", list(load_cases()))
def test_a_story_yields_the_expected_finding(case):
    found = pick(case, findings_of(case["reports"], case.get("policy", "strict")))
    expect = case["expect"]
    if expect.get("none"):
        assert found == []
        return
    assert found, "no such finding"
    problems = [list(differences(expect, one)) for one in found]
    assert [] in problems, problems


def differences(expect, finding):
    seen = see(finding)
    for name, wanted in expect.items():
        if name == "reason":
            if wanted not in finding.reason:
                yield f"reason {finding.reason!r} lacks {wanted!r}"
        elif seen[name] != (None if wanted == "none" else wanted):
            yield f"{name} is {seen[name]!r}, not {wanted!r} ({finding.text}; {finding.reason})"


def test_no_case_is_corroborated_that_should_not_be():
    wrong = []
    for parameter in load_cases():
        case = parameter.values[0]
        if case["expect"].get("status") in {None, "corroborated"}:
            continue
        found = pick(case, findings_of(case["reports"], case.get("policy", "strict")))
        told = [
            (case["name"], one.text, one.reason) for one in found if one.status == "corroborated"
        ]
        wrong += told
    assert wrong == []
