"""Happenings that look alike stay apart; reports of one happening stay together."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.cluster.families import find_families
from twosource.cluster.stories import find_stories

FILE = Path(__file__).parents[1] / "cases" / "look_alikes.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_happening_is_one_story(case):
    reports = [
        make.report(each["text"].strip(), published=each["published"] or None, given_id=str(number))
        for number, each in enumerate(case["report"])
    ]
    stories = find_stories(reports, find_families(reports))
    at = {report.id: int(report.given_id) for report in reports}
    assert (
        sorted(sorted(at[each] for each in story.reports) for story in stories) == case["stories"]
    )
