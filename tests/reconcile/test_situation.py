"""The situation of small invented stories, theme by theme."""

import tomllib
from pathlib import Path

import pytest

from reconcile.findings_of import situation_of
from twosource.base.stories import Situation, Stance, Story, StoryId
from twosource.reconcile.situation import join_situations

FILE = Path(__file__).parents[1] / "cases" / "situation.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_story_has_the_expected_situation(case):
    found = {one.theme: one for one in situation_of(case["reports"])}
    for theme in case.get("absent", []):
        assert theme not in found, found[theme]
    for theme, expect in case.get("expect", {}).items():
        assert theme in found, sorted(found)
        one = found[theme]
        assert one.state == expect.get("state", one.state), one
        assert one.since == expect.get("since", one.since), one
        for words in expect.get("reason", []):
            assert words in one.reason, one.reason
        assert set(expect.get("details", [])) <= set(one.details), one.details
        said = [f"{each.name} {each.verb}: {each.text}".replace('"', "") for each in one.stances]
        for words in expect.get("words", []):
            assert any(words in each for each in said), said


def test_the_situation_of_an_archive_is_that_of_the_last_story_with_the_findings_of_all():
    early = Situation(StoryId("a"), "talks", "announced", "as told", "2031-03-01", (), ("f1",))
    late = Situation(StoryId("b"), "talks", "ended", "as told", "2031-03-09", (), ("f2",))
    (talks,) = join_situations([early, late])
    assert (talks.story, talks.state, talks.since) == ("b", "ended", "2031-03-09")
    assert talks.findings == ("f1", "f2")
    assert "2 stories" in talks.reason
    assert join_situations([late, early]) == (talks,)


def test_the_situation_of_an_archive_has_the_details_and_stances_of_all_stories():
    said = [Stance(name, "said", f"{name} wants talks") for name in ("Orvan", "Velsk")]
    early = Situation(
        StoryId("a"), "talks", "ended", "", "2031-03-01", details=("x",), stances=(said[0],)
    )
    late = Situation(
        StoryId("b"), "talks", "reported", "", None, details=("y",), stances=(said[1],)
    )
    ends = {"a": "2031-03-02", "b": "2031-03-09"}
    stories = [Story(StoryId(name), "", (), day, day) for name, day in ends.items()]
    (talks,) = join_situations([late, early], stories)
    assert (talks.story, talks.state) == ("a", "ended")  # the later story tells no state
    assert talks.details == ("y", "x")
    assert talks.stances == tuple(said)
