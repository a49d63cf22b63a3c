"""The reports of a group in, its id out: made of the report that came first, so that it lasts.

A report that appears later leaves the id as it was. When one turns up that appeared earlier, the id
changes; an archive then keeps the former id as a way to the story (see `archive_stories`).
"""

from collections.abc import Iterable

from twosource.base.ids import make_id
from twosource.base.records import ReportId
from twosource.base.stories import StoryId

Member = tuple[str | None, ReportId]  # when it was published, None when unknown, and its id


def name_story(members: Iterable[Member]) -> StoryId:
    """The id of the story of these reports.

    >>> early, late = ("2031-03-04", ReportId("rep_b")), (None, ReportId("rep_a"))
    >>> name_story([early, late]) == name_story([early])
    True
    """
    return StoryId(make_id("sto", _first(members)))


def name_family(members: Iterable[Member]) -> str:
    """The id of the family of these reports."""
    return make_id("fam", _first(members))


def _first(members: Iterable[Member]) -> ReportId:
    """The report that appeared first, undated ones last; the first id decides a tie."""
    return min(members, key=lambda each: (each[0] is None, each[0] or "", each[1]))[1]
