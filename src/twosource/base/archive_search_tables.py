"""The archive's index of words: which report holds which, on SQLite (FTS5) and on PostgreSQL.

All of it can be made anew from the reports. The words are folded by `searching.find_words` before
they get here, so that both databases find the same.
"""

from sqlalchemy import DDL, Column, Index, Integer, String, Table, event

from twosource.base.archive_tables import METADATA

SEARCHED = Table(  # one row for each report that is in the index of words
    "searched",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("report", String(32), nullable=False, unique=True),
    Column("published", String(32)),
    Index("searched_newest", "published", "id"),
)
# `words` keeps no text of its own: the reports have it.
FTS5 = DDL(  # type: ignore[no-untyped-call]
    "CREATE VIRTUAL TABLE words USING fts5(body, content='', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
)
COLUMN = DDL("ALTER TABLE searched ADD COLUMN body tsvector")  # type: ignore[no-untyped-call]
GIN = DDL("CREATE INDEX words ON searched USING gin (body)")  # type: ignore[no-untyped-call]

event.listen(SEARCHED, "after_create", FTS5.execute_if(dialect="sqlite"))
event.listen(SEARCHED, "after_create", COLUMN.execute_if(dialect="postgresql"))
event.listen(SEARCHED, "after_create", GIN.execute_if(dialect="postgresql"))
