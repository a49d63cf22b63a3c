"""An archive in, its stories brought up to date out: only what is touched is worked out.

First `grouping` finds which stories new reports and new decisions touch; then each of these is
assembled, and written with what changed, a few stories in one transaction. What a crash leaves
undone stays marked, and the next update does it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from twosource.base.archive import Archive
from twosource.base.archive_changes import add_changes, open_state
from twosource.base.archive_group_writes import take_due
from twosource.base.archive_groups import due_stories, due_with, load_families, stream_reports
from twosource.base.archive_judgements import list_judgements
from twosource.base.archive_search import index_missing
from twosource.base.archive_story_writes import (
    Page,
    Shown,
    drop_stories,
    keep_page,
    lead_on,
    shown_reports,
    shown_stories,
)
from twosource.base.hands import Hand
from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Family, Story
from twosource.pipeline import assemble_story
from twosource.runners.differing import find_changes
from twosource.runners.grouping import group_reports, is_older
from twosource.runners.judging import take_hand
from twosource.runners.keeping import read_kept, reread
from twosource.runners.matching import lead_ids
from twosource.runners.pages import make_page

BATCH = 32  # stories worked out and written together


@dataclass(slots=True)
class Update:
    """What an update did: stories written, left as they were, and dropped; what changed."""

    made_at: str = ""
    written: int = 0
    kept: int = 0
    dropped: int = 0
    changes: int = 0
    state: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Stories that are due, with all that is shown of their reports now."""

    due: Mapping[str, tuple[int, Story]]
    shown: Mapping[str, Shown]
    families: tuple[Family, ...]
    accounts: Mapping[str, Account] = field(default_factory=dict)


def update_stories(archive: Archive, settings: Settings, now: str | None = None) -> Update:
    """Bring the archive's stories up to date with its reports and what people decided.

    `now` (ISO 8601, UTC) dates what changed; None: when the archive was opened.
    """
    done = Update(now or archive.now)
    if is_older(archive, settings):
        index_missing(archive)
        reread(archive, settings)
    group_reports(archive, settings)
    while (batch := _take_batch(archive, settings)) is not None:
        pages = [make_page(part, done.made_at) for part in _assemble(archive, batch, settings)]
        with archive.writing() as connection:
            _write(archive, connection, (batch, pages), done)
    return done


def _take_batch(archive: Archive, settings: Settings) -> Batch | None:
    """The next stories that are due, with those that hang together with them; None: all done."""
    with archive.reading() as connection:
        due = due_stories(connection, BATCH)
        if not due:
            return None
        reports: set[str] = set()
        while wide := {name for _, story in due.values() for name in story.reports} - reports:
            reports |= wide | shown_reports(connection, wide)
            due = due_with(connection, reports)
        families = load_families(connection, reports)
        shown = shown_stories(connection, reports)
        names = sorted({name for _, story in due.values() for name in story.reports})
        told = list(stream_reports(connection, names))
    accounts = {str(each.report.id): each for each in read_kept(archive, told, settings)}
    return Batch(due, shown, families, accounts)


def _assemble(archive: Archive, batch: Batch, settings: Settings) -> Iterator[Dossier]:
    hand: Hand = take_hand(list_judgements(archive))
    for _, (_, story) in sorted(batch.due.items()):
        accounts = [hand.revise(batch.accounts[name]) for name in story.reports]
        yield assemble_story(story, accounts, batch.families, settings, hand)


def _write(
    archive: Archive, connection: Connection, work: tuple[Batch, Sequence[Page]], done: Update
) -> None:
    """Write what differs. Nothing is written when another process was quicker."""
    batch, pages = work
    if not take_due(connection, {name: turn for name, (turn, _) in batch.due.items()}):
        connection.rollback()
        return
    named = {page.dossier.stories[0].id: page for page in pages}
    fresh = [
        page
        for name, page in named.items()
        if name not in batch.shown or batch.shown[name].digest != page.digest
    ]
    gone = sorted(set(batch.shown) - set(named))
    done.kept += len(pages) - len(fresh)
    if not fresh and not gone:
        return
    before = [each.dossier for _, each in sorted(batch.shown.items())]
    after = [page.dossier for page in pages]
    drop_stories(connection, [*gone, *(page.dossier.stories[0].id for page in fresh)])
    for page in fresh:
        keep_page(connection, page, archive.edition)
    lead_on(connection, *lead_ids(before, after))
    changes = find_changes(before, after, done.made_at)
    if done.state is None:
        done.state = open_state(archive, connection, done.made_at)
    add_changes(connection, done.state, changes)
    done.written += len(fresh)
    done.dropped += len(gone)
    done.changes += len(changes)
