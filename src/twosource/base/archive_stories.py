"""An open archive in, its stories out: the index, one story whole, and where an id leads.

Every query is bounded and goes by an index, so that a page costs the same over a hundred
reports and over a hundred thousand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, func, select

from twosource.base.archive import Archive
from twosource.base.archive_filters import EVERY, fitting
from twosource.base.archive_groups import stamp_of
from twosource.base.archive_story_tables import FACETS, FORMER, PARTS, STORIES, STORY_REPORTS
from twosource.base.archive_tables import ACCOUNTS, REPORTS
from twosource.base.errors import UnknownIdError
from twosource.base.kept import Facet, StoryFilter, StoryRow
from twosource.base.packing import unpack
from twosource.base.records import Account, Report, ReportId
from twosource.base.stories import Dossier, StoryId


def list_stories(
    archive: Archive, wanted: StoryFilter = EVERY, *, limit: int = 50, offset: int = 0
) -> tuple[StoryRow, ...]:
    """The stories that fit, newest first: found in the index, then only this page is read."""
    newest = (STORIES.c.ended.desc().nulls_last(), STORIES.c.id)
    with archive.reading() as connection:
        here = fitting(select(STORIES.c.id), wanted, connection).order_by(*newest)
        page = here.limit(limit).offset(offset).subquery()
        query = select(STORIES.c.summary).join(page, page.c.id == STORIES.c.id).order_by(*newest)
        found = connection.execute(query).scalars().all()
    return tuple(unpack(row, StoryRow) for row in found)


def count_stories(archive: Archive, wanted: StoryFilter = EVERY) -> int:
    """How many stories fit; all of them are counted once a turn of the archive."""
    with archive.reading() as connection:

        def count() -> int:
            query = fitting(select(func.count()).select_from(STORIES), wanted, connection)
            return int(connection.execute(query).scalar_one())

        if wanted != EVERY:
            return count()
        return archive.recall("stories", stamp_of(connection), count)


def story_titles(archive: Archive, stories: Iterable[str]) -> dict[str, str]:
    """The title of each story, by an id that it has or had; what is no story is left out."""
    names = sorted(stories)
    now = select(STORIES.c.id, STORIES.c.title).where(STORIES.c.id.in_(names))
    before = (
        select(FORMER.c.id, STORIES.c.title)
        .join(STORIES, STORIES.c.id == FORMER.c.story)
        .where(FORMER.c.id.in_(names))
    )
    with archive.reading() as connection:
        found = [*connection.execute(before).all(), *connection.execute(now).all()]
    return {row.id: row.title for row in found}


def list_facets(archive: Archive, kind: str, limit: int = 30) -> tuple[Facet, ...]:
    """The values of a kind that most stories carry."""
    return list_choices(archive, (kind,), limit)[kind]


def list_choices(
    archive: Archive, kinds: tuple[str, ...], limit: int = 30
) -> dict[str, tuple[Facet, ...]]:
    """Of each kind the values that most stories carry; counted once a turn of the archive."""
    with archive.reading() as connection:
        stamp = stamp_of(connection)

        def count() -> dict[str, tuple[Facet, ...]]:
            return {kind: _count_facets(connection, kind, limit) for kind in kinds}

        return archive.recall(("facets", kinds, limit), stamp, count)


def _count_facets(connection: Connection, kind: str, limit: int) -> tuple[Facet, ...]:
    counted = func.count().label("stories")
    query = select(FACETS.c.value, counted).where(FACETS.c.kind == kind)
    query = query.group_by(FACETS.c.value).order_by(counted.desc(), FACETS.c.value)
    rows = connection.execute(query.limit(limit)).all()
    return tuple(Facet(kind, value, number) for value, number in rows)


def load_story(archive: Archive, story: str) -> Dossier:
    """One story with its accounts and their texts. Raises UnknownIdError."""
    query = select(STORIES.c.record).where(STORIES.c.id == story)
    with archive.reading() as connection:
        found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise UnknownIdError(f"no story has the id {story!r}")
    return _with_texts(archive, unpack(found, Dossier))


def stream_stories(
    archive: Archive, wanted: StoryFilter = EVERY, *, limit: int | None = None
) -> Iterator[Dossier]:
    """The stories that fit, newest first, one after the other: only one is held in memory."""
    with archive.reading() as connection:
        query = fitting(select(STORIES.c.id), wanted, connection)
        query = query.order_by(STORIES.c.ended.desc().nulls_last(), STORIES.c.id)
        names = connection.execute(query.limit(limit)).scalars().all()
    for name in names:
        yield load_story(archive, name)


def _with_texts(archive: Archive, dossier: Dossier) -> Dossier:
    texts = {each.id: each.text for each in load_reports(archive, dossier.stories[0].reports)}
    return replace(dossier, accounts=tuple(_with_text(each, texts) for each in dossier.accounts))


def load_reports(archive: Archive, ids: Iterable[ReportId]) -> tuple[Report, ...]:
    """These reports, by id; what the archive does not have is left out."""
    query = select(REPORTS.c.record).where(REPORTS.c.id.in_(sorted(ids))).order_by(REPORTS.c.id)
    with archive.reading() as connection:
        return tuple(unpack(row, Report) for row in connection.execute(query).scalars())


def load_account(archive: Archive, report: str) -> Account:
    """What was read from one report, as its story dates it. Raises UnknownIdError."""
    story = story_of(archive, report)
    if story is not None:
        told = load_story(archive, story).accounts
        return next(each for each in told if each.report.id == report)
    query = (
        select(REPORTS.c.record, ACCOUNTS.c.record)
        .join(ACCOUNTS, ACCOUNTS.c.analysis == REPORTS.c.analysis)
        .where(REPORTS.c.id == report)
    )
    with archive.reading() as connection:
        found = connection.execute(query).first()
    if found is None:
        raise UnknownIdError(f"no report has the id {report!r}")
    return replace(unpack(found[1], Account), report=unpack(found[0], Report))


def story_of(archive: Archive, identity: str) -> StoryId | None:
    """The story that an id of a story, report, event, finding or family leads to, if any."""
    places = (
        select(STORIES.c.id).where(STORIES.c.id == identity),
        select(STORY_REPORTS.c.story).where(STORY_REPORTS.c.report == identity),
        select(PARTS.c.story).where(PARTS.c.id == identity),
        select(FORMER.c.story).where(FORMER.c.id == identity),
    )
    with archive.reading() as connection:
        for query in places:
            found = connection.execute(query).scalar_one_or_none()
            if found is not None:
                return StoryId(found)
    return None


def current_id(archive: Archive, identity: str) -> str | None:
    """The id that a story, event or finding has now; None when it never had one, or is gone."""
    with archive.reading() as connection:
        for query in (
            select(STORIES.c.id).where(STORIES.c.id == identity),
            select(PARTS.c.id).where(PARTS.c.id == identity),
            select(FORMER.c.target).where(FORMER.c.id == identity),
        ):
            found: str | None = connection.execute(query).scalar_one_or_none()
            if found is not None:
                return found
    return None


def _with_text(account: Account, texts: dict[ReportId, str]) -> Account:
    report = account.report
    return replace(account, report=replace(report, text=texts.get(report.id, "")))
