"""Reports and their families in, stories out: which reports tell of one happening."""

from collections.abc import Sequence

from twosource.base.ids import make_id
from twosource.base.records import Report
from twosource.base.stories import Family, Story, StoryId


def find_stories(reports: Sequence[Report], families: Sequence[Family]) -> tuple[Story, ...]:
    """Every report in at most one story, sorted by id."""
    ids = tuple(sorted(report.id for report in reports))
    return (Story(StoryId(make_id("sto", *ids)), "", ids),) if ids else ()
