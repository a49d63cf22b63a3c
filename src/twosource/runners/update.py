"""An archive in, its stories brought up to date out: what did not change is not written again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.base.archive import Archive
from twosource.base.archive_judgements import list_judgements
from twosource.base.archive_stories import drop_stories, keep_story, kept_digests
from twosource.base.ids import hash_bytes
from twosource.base.kept import Facet, StoryRow
from twosource.base.packing import pack
from twosource.base.settings import Settings
from twosource.base.stories import Dossier
from twosource.runners.judging import take_hand
from twosource.runners.keeping import read_archive
from twosource.runners.local import assemble_pile

ON_A_ROW = 3  # place names


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: stories written, left as they were, and dropped."""

    written: int
    kept: int
    dropped: int


def update_stories(archive: Archive, settings: Settings) -> Update:
    """Bring the archive's stories up to date with its reports and what people decided."""
    hand = take_hand(list_judgements(archive))
    dossier = assemble_pile(read_archive(archive, settings), settings, hand)
    before = kept_digests(archive)
    gone = set(before) - {story.id for story in dossier.stories}
    drop_stories(archive, gone)  # first: a report is in one story at most
    written = 0
    for part in cut_dossier(dossier):
        story = part.stories[0]
        digest = hash_bytes(pack(part))[:32]
        if before.get(story.id) == digest:
            continue
        keep_story(archive, part, _row(part, archive.now), _facets(part), digest)
        written += 1
    return Update(written, len(dossier.stories) - written, len(gone))


def cut_dossier(dossier: Dossier) -> Iterator[Dossier]:
    """One dossier for each story."""
    accounts = {each.report.id: each for each in dossier.accounts}
    for story in dossier.stories:
        events = tuple(each for each in dossier.events if each.story == story.id)
        members = set(story.reports)
        yield Dossier(
            tuple(accounts[name] for name in story.reports),
            tuple(each for each in dossier.families if members & set(each.reports)),
            (story,),
            events,
            tuple(each for each in dossier.findings if each.story == story.id),
            tuple(each for each in dossier.timeline if each.story == story.id),
            tuple(each for each in dossier.situation if each.story == story.id),
        )


def _row(part: Dossier, now: str) -> StoryRow:
    story = part.stories[0]
    live = [each for each in part.findings if each.lifecycle == "live" and each.scope == "current"]
    statuses = Counter(each.status for each in live)
    origins = {origin.name for each in live for origin in each.origins}
    dated = [each.report.published.value for each in part.accounts]
    days = Counter(value[:10] for value in dated if value)
    return StoryRow(
        story.id, story.title, story.start, story.end, len(story.reports),
        len({each.report.outlet or each.report.id for each in part.accounts}),
        len(part.families), len(origins), tuple(sorted(statuses.items())),
        tuple(sorted(days.items())), _places(part), now,
    )  # fmt: skip


def _places(part: Dossier) -> tuple[str, ...]:
    told = Counter(
        each.place.name
        for each in part.events
        if each.place is not None and each.place.name and each.scope == "current"
        for _ in each.mentions
    )
    ordered = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(name for name, _ in ordered[:ON_A_ROW])


def _facets(part: Dossier) -> list[Facet]:
    found: set[tuple[str, str]] = set()
    for event in part.events:
        if event.scope != "current":
            continue
        if event.place is not None and event.place.name:
            found.add(("place", event.place.name))
        if event.place is not None and event.place.country:
            found.add(("country", event.place.country))
        if event.acled.sub_event_type:
            found.add(("event_type", event.acled.sub_event_type))
        found |= {("actor", each.name) for each in event.participants if each.name}
    found |= {("status", each.status) for each in part.findings if each.scope == "current"}
    found |= {("outlet", each.report.outlet) for each in part.accounts if each.report.outlet}
    return [Facet(kind, value, 1) for kind, value in sorted(found)]
