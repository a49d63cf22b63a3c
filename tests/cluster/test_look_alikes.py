"""Happenings that look alike stay apart; reports of one happening stay together."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.base.settings import Settings
from twosource.cluster.families import find_families
from twosource.cluster.stories import find_stories
from twosource.pipeline import read_reports

FILE = Path(__file__).parents[1] / "cases" / "look_alikes.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_happening_is_one_story(case):
    reports = [
        make.report(each["text"].strip(), published=each["published"] or None, given_id=str(number))
        for number, each in enumerate(case["report"])
    ]
    if not case.get("read"):
        assert numbers_of(reports, ()) == case["stories"]
    assert numbers_of(reports, read_reports(reports, Settings())) == case["stories"]


def numbers_of(reports, accounts):
    """The stories by the numbers of their reports."""
    stories = find_stories(reports, find_families(reports), accounts=accounts)
    at = {report.id: int(report.given_id) for report in reports}
    return sorted(sorted(at[each] for each in story.reports) for story in stories)
