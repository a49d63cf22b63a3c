"""The dossier of one story in, its page of the archive out: index line, filters, digest."""

from collections import Counter
from collections.abc import Iterator

from twosource.base.archive_story_writes import Page
from twosource.base.ids import hash_bytes
from twosource.base.kept import Facet, StoryRow
from twosource.base.packing import pack
from twosource.base.stories import Dossier, Event
from twosource.render.choosing import DETAILS
from twosource.runners.shown import list_shown

ON_A_ROW = 3  # place names
DIGEST = 32  # hex digits


def make_page(part: Dossier, now: str) -> Page:
    """The page of a story; `now` is when it changed, if it did."""
    facets = tuple(find_facets(part))
    return Page(part, make_row(part, now), facets, digest_of(part), list_shown(part))


def digest_of(part: Dossier) -> str:
    """A hash of all that a story rests on and says."""
    return hash_bytes(pack(part))[:DIGEST]


def make_row(part: Dossier, now: str) -> StoryRow:
    """The story's line of the index; days, places and the like are not counted as findings."""
    story = part.stories[0]
    live = [each for each in part.findings if each.lifecycle == "live" and each.scope == "current"]
    statuses = Counter(each.status for each in live if each.slot not in DETAILS)
    dated = [each.report.published.value for each in part.accounts]
    days = Counter(value[:10] for value in dated if value)
    return StoryRow(
        story.id, story.title, story.start, story.end, len(story.reports),
        len({each.report.outlet or each.report.id for each in part.accounts}),
        len(part.families), story.origins, tuple(sorted(statuses.items())),
        tuple(sorted(days.items())), _places(part), now,
    )  # fmt: skip


def find_facets(part: Dossier) -> Iterator[Facet]:
    """What the story can be filtered by, each value once."""
    found = {pair for event in part.events if event.scope == "current" for pair in _of_event(event)}
    found |= {("status", each.status) for each in part.findings if each.scope == "current"}
    found |= {("outlet", each.report.outlet) for each in part.accounts if each.report.outlet}
    for kind, value in sorted(found):
        yield Facet(kind, value, 1)


def _of_event(event: Event) -> Iterator[tuple[str, str]]:
    if event.place is not None and event.place.name:
        yield "place", event.place.name
    if event.place is not None and event.place.country:
        yield "country", event.place.country
    if event.acled.sub_event_type:
        yield "event_type", event.acled.sub_event_type
    for each in event.participants:
        if each.name:
            yield "actor", each.name


def _places(part: Dossier) -> tuple[str, ...]:
    told = Counter(
        each.place.name
        for each in part.events
        if each.place is not None and each.place.name and each.scope == "current"
        for _ in each.mentions
    )
    ordered = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(name for name, _ in ordered[:ON_A_ROW])
