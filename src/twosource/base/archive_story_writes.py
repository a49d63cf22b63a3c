"""A connection to an archive in; its stories as they are shown, written, dropped and led on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select, update

from twosource.base.archive_group_writes import add, forget
from twosource.base.archive_groups import pieces
from twosource.base.archive_story_tables import (
    FACETS,
    FORMER,
    HAPPENINGS,
    PARTS,
    PRINTS,
    STORIES,
    STORY_REPORTS,
)
from twosource.base.kept import Facet, StoryRow
from twosource.base.kept import Shown as Happening
from twosource.base.packing import pack, unpack
from twosource.base.records import Account
from twosource.base.stories import Dossier, Event, Finding

LONGEST_VALUE = 200  # characters of a facet


@dataclass(frozen=True, slots=True)
class Page:
    """A story ready to be kept: its dossier, its line of the index, what it is filtered by."""

    dossier: Dossier
    row: StoryRow
    facets: tuple[Facet, ...]
    digest: str  # of all that is in the dossier
    happenings: tuple[Happening, ...] = ()  # for the map and the calendar


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as it is kept. The dossier's reports have no texts."""

    digest: str
    record: bytes

    @property
    def dossier(self) -> Dossier:
        """Unpacked when it is asked for: most are only compared by their digests."""
        return unpack(self.record, Dossier)


def shown_stories(connection: Connection, reports: Collection[str]) -> dict[str, Shown]:
    """The stories that are shown with any of these reports."""
    names: set[str] = set()
    for piece in pieces(sorted(reports)):
        query = select(STORY_REPORTS.c.story).where(STORY_REPORTS.c.report.in_(piece)).distinct()
        names.update(connection.execute(query).scalars())
    found = {}
    for piece in pieces(sorted(names)):
        rows = select(STORIES.c.id, STORIES.c.digest, STORIES.c.record)
        for name, digest, record in connection.execute(rows.where(STORIES.c.id.in_(piece))):
            found[name] = Shown(digest, record)
    return found


def shown_reports(connection: Connection, reports: Collection[str]) -> set[str]:
    """All the reports of the stories that are shown with any of these."""
    found: set[str] = set()
    for piece in pieces(sorted(reports)):
        held = select(STORY_REPORTS.c.story).where(STORY_REPORTS.c.report.in_(piece))
        query = select(STORY_REPORTS.c.report).where(STORY_REPORTS.c.story.in_(held))
        found.update(connection.execute(query).scalars())
    return found


def keep_page(connection: Connection, page: Page, edition: str) -> None:
    """Show one story in place of what was shown under its id."""
    dossier = page.dossier
    story = dossier.stories[0]
    bare = replace(dossier, accounts=tuple(_without_text(each) for each in dossier.accounts))
    drop_stories(connection, [story.id])
    connection.execute(insert(STORIES).values(
        id=story.id, title=story.title, started=story.start, ended=story.end,
        reports=len(story.reports), edition=edition, digest=page.digest,
        changed_at=page.row.changed_at, summary=pack(page.row), record=pack(bare),
    ))  # fmt: skip
    named: tuple[tuple[str, tuple[Event, ...] | tuple[Finding, ...]], ...] = (
        ("event", dossier.events), ("finding", dossier.findings))  # fmt: skip
    add(connection, STORY_REPORTS, [{"report": each, "story": story.id} for each in story.reports])
    add(
        connection,
        PARTS,
        [{"id": each.id, "kind": kind, "story": story.id} for kind, rows in named for each in rows],
    )
    marked = sorted({(each.kind, each.value[:LONGEST_VALUE]) for each in page.facets})
    add(
        connection,
        FACETS,
        [
            {"story": story.id, "kind": kind, "value": value, "weight": 1.0}
            for kind, value in marked
        ],
    )
    keep_happenings(connection, story.id, page.happenings)
    want_prints(connection, {story.id: page.digest})


def keep_happenings(connection: Connection, story: str, happenings: Iterable[Happening]) -> None:
    """What the map and the calendar draw of one story of which they draw nothing yet."""
    rows: list[dict[str, object]] = [
        {
            "story": story, "event": each.event, "title": each.title, "status": each.status,
            "started": each.start, "ended": each.end, "precision": each.precision,
            "place": each.place, "country": each.country, "known": each.where,
            "lat": each.lat, "lon": each.lon, "told": each.told, "words": each.words,
            "source": each.source,
        }
        for each in happenings
    ]  # fmt: skip
    add(connection, HAPPENINGS, rows)


def want_prints(connection: Connection, digests: Mapping[str, str]) -> None:
    """Ask for a print of each of these stories of which there is none yet."""
    rows: list[dict[str, object]] = [
        {"story": name, "digest": digest, "changed": 0, "look": "", "body": None}
        for name, digest in digests.items()
    ]
    add(connection, PRINTS, rows)


def drop_stories(connection: Connection, stories: Iterable[str]) -> None:
    """Show these stories no more; their reports stay."""
    names = sorted(stories)
    for table in (PARTS, FACETS, HAPPENINGS, PRINTS, STORY_REPORTS):
        forget(connection, table, table.c.story, names)
    forget(connection, STORIES, STORIES.c.id, names)


def lead_on(
    connection: Connection, led: Mapping[str, tuple[str, str | None]], alive: Collection[str]
) -> None:
    """Lead former ids to a story and to the id that what they named has now; `alive` ids are none.

    What led to a former id leads on to where that leads.
    """
    forget(connection, FORMER, FORMER.c.id, [*led, *alive])
    for name, (story, target) in sorted(led.items()):
        connection.execute(update(FORMER).where(FORMER.c.story == name).values(story=story))
        connection.execute(
            update(FORMER).where(FORMER.c.target == name).values(story=story, target=target)
        )
    add(
        connection,
        FORMER,
        [
            {"id": name, "story": story, "target": target}
            for name, (story, target) in sorted(led.items())
        ],
    )


def _without_text(account: Account) -> Account:
    return replace(account, report=replace(account.report, text=""))
