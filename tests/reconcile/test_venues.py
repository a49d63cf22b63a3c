"""An occasion on which something is said is no happening that the report tells of."""

import pytest

from reconcile.findings_of import findings_of


def told(text):
    reports = [{"outlet": "Orvan Post", "published": "2031-03-04", "text": text}]
    return [each.text for each in findings_of(reports)]


@pytest.mark.parametrize(
    "text",
    [
        "Prices will rise, Minister Tarek Omsal said on the sidelines of a UN meeting in New York.",
        "Minister Tarek Omsal told reporters at a news conference on Monday that prices will rise.",
        "Speaking at a summit in Nairobi, Minister Tarek Omsal said that prices will rise.",
        '"Prices will rise," Omsal said in a speech to parliament during a visit to Windhoek.',
    ],
)
def test_where_something_was_said_is_no_finding(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leaders of both countries held a meeting in Nairobi on Monday, the ministry said.",
        "The ministry said that envoys had met in Nairobi for a meeting on Monday.",
    ],
)
def test_a_meeting_that_is_told_is_a_finding(text):
    assert told(text)
