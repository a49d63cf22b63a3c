"""Words in, the reports that hold them out: full text search on SQLite and PostgreSQL alike.

How words are typed is told in `searching`. The newest report comes first.
"""

from contextlib import suppress
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    cast,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.exc import IntegrityError

from twosource.base.archive import Archive
from twosource.base.archive_search_tables import SEARCHED
from twosource.base.archive_story_tables import STORY_REPORTS
from twosource.base.archive_tables import REPORTS
from twosource.base.archive_words import index_report
from twosource.base.body import body_spans, headline_of
from twosource.base.kept import Hit
from twosource.base.packing import unpack
from twosource.base.records import Report, Span
from twosource.base.searching import SearchQuery, Term, find_marks, parse_query
from twosource.base.stories import StoryId

SNIPPET = 240  # characters of a report's words around the first mark
BEFORE = 60  # of them before the mark
TITLE = 120  # characters of a first line that stands in for a title
BATCH = 500  # reports indexed in one transaction


def search_reports(
    archive: Archive, words: str, *, limit: int = 20, offset: int = 0
) -> tuple[Hit, ...]:
    """The reports that hold the words, newest first."""
    query = parse_query(words)
    newest = (SEARCHED.c.published.desc().nulls_last(), SEARCHED.c.id.desc())
    with archive.reading() as connection:
        found = select(SEARCHED.c.id).where(_matches(connection, query))
        page = found.order_by(*newest).limit(limit).offset(offset).subquery()
        rows = connection.execute(
            select(REPORTS.c.record, STORY_REPORTS.c.story)
            .select_from(page)
            .join(SEARCHED, SEARCHED.c.id == page.c.id)
            .join(REPORTS, REPORTS.c.id == SEARCHED.c.report)
            .outerjoin(STORY_REPORTS, STORY_REPORTS.c.report == REPORTS.c.id)
            .order_by(*newest)
        ).all()
    return tuple(_make_hit(unpack(record, Report), story, query) for record, story in rows)


def count_hits(archive: Archive, words: str) -> int:
    """How many reports hold the words."""
    asked = parse_query(words)
    with archive.reading() as connection:
        if connection.dialect.name == "sqlite" and asked.wanted:  # the index alone knows
            query = select(func.count()).select_from(_holding(asked).subquery())
        else:
            query = select(func.count()).select_from(SEARCHED).where(_matches(connection, asked))
        return int(connection.execute(query).scalar_one())


def stories_holding(connection: Connection, words: str) -> Select[tuple[str]]:
    """A query for the ids of the stories of which a report holds the words."""
    return (
        select(STORY_REPORTS.c.story)
        .join(SEARCHED, SEARCHED.c.report == STORY_REPORTS.c.report)
        .where(_matches(connection, parse_query(words)))
    )


def index_missing(archive: Archive) -> int:
    """Index what an older version added; how many reports that were."""
    done = 0
    while True:
        query = (
            select(REPORTS.c.record)
            .outerjoin(SEARCHED, SEARCHED.c.report == REPORTS.c.id)
            .where(SEARCHED.c.id.is_(None))
            .order_by(REPORTS.c.id)
        )
        with archive.writing() as connection:
            records = connection.execute(query.limit(BATCH)).scalars().all()
            for record in records:
                with suppress(IntegrityError), connection.begin_nested():  # another was quicker
                    index_report(connection, unpack(record, Report))
        done += len(records)
        if len(records) < BATCH:
            return done


def _matches(connection: Connection, query: SearchQuery) -> ColumnElement[bool]:
    """Whether a row of the index fits. Without a wanted word none does."""
    if not query.wanted:
        return false()
    if connection.dialect.name == "sqlite":
        return SEARCHED.c.id.in_(_holding(query))
    body: ColumnElement[str] = literal_column("searched.body")
    return body.bool_op("@@")(cast(_for_postgres(query), TSQUERY))


def _holding(query: SearchQuery) -> Select[Any]:
    """The rows of SQLite's own index of words that fit."""
    asked = text("words MATCH :asked").bindparams(asked=_for_sqlite(query))
    return select(column("rowid")).select_from(table("words")).where(asked)


def _for_sqlite(query: SearchQuery) -> str:
    """FTS5's own form. Words are letters and digits only, so quotes hold them."""

    def tell(term: Term) -> str:
        return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")

    told = " AND ".join(tell(term) for term in query.wanted)
    return f"({told})" + "".join(f" NOT {tell(term)}" for term in query.unwanted)


def _for_postgres(query: SearchQuery) -> str:
    """The form of a tsquery."""

    def tell(term: Term) -> str:
        told = " <-> ".join(f"'{word}'" for word in term.words)
        return f"({told}:*)" if term.prefix else f"({told})"

    parts = [tell(term) for term in query.wanted]
    return " & ".join(parts + [f"!{tell(term)}" for term in query.unwanted])


def _make_hit(report: Report, story: str | None, query: SearchQuery) -> Hit:
    marks = find_marks(report.text, query)
    bodies = list(body_spans(report))
    inside = [mark for mark in marks if any(body.covers(mark) for body in bodies)]
    first = (inside or marks or [Span(0, 0)])[0]
    window = _window(report.text, first)
    return Hit(
        report.id,
        StoryId(story) if story else None,
        _title(report),
        report.outlet,
        report.published.value,
        window.quote(report.text),
        tuple(
            (mark.start - window.start, mark.end - window.start)
            for mark in marks
            if window.covers(mark)
        ),
    )


def _window(body: str, mark: Span) -> Span:
    """Words around the mark, from the start of a word or line to the end of one."""
    start = max(0, mark.start - BEFORE)
    line = body.rfind("\n", start, mark.start)
    if line >= 0:
        start = line + 1
    elif start:
        start = body.find(" ", start, mark.start) + 1 or mark.start
    end = min(len(body), max(start + SNIPPET, mark.end))
    if end < len(body):
        end = max(body.rfind(" ", mark.end, end), mark.end)
    return Span(start, end)


def _title(report: Report) -> str:
    """The headline, else the first line."""
    headline = " ".join(headline_of(report).split())
    if headline:
        return headline
    line = next((each.strip() for each in report.text.splitlines() if each.strip()), "")
    return line if len(line) <= TITLE else line[: line.rfind(" ", 0, TITLE)] + " …"
