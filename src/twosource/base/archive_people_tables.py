"""The archive's tables of people and what they decided; judgements are only ever added."""

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    event,
)

from twosource.base.archive_tables import METADATA

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String(32), nullable=False, unique=True),
    Column("made_at", String(32), nullable=False),
    Column("by", String(64), nullable=False, index=True),
    Column("action", String(16), nullable=False, index=True),
    Column("target", String(300), nullable=False, index=True),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("record", LargeBinary, nullable=False),  # the bytes that `hash` is of
)
JUDGED = Table(  # the reports whose words a judgement is about
    "judged_reports",
    METADATA,
    Column("number", Integer, ForeignKey("judgements.number"), primary_key=True),
    Column("report", String(32), primary_key=True, index=True),
)
USERS = Table(
    "users",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),  # its hash
    Column("disabled", Boolean, nullable=False),
    Column("made_at", String(32), nullable=False),
)
SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token", String(64), primary_key=True),  # its hash
    Column("user", String(64), ForeignKey("users.name"), nullable=False, index=True),
    Column("made_at", String(32), nullable=False),
    Column("ends_at", String(32), nullable=False, index=True),
)
VISITS = Table(
    "visits",
    METADATA,
    Column("user", String(64), primary_key=True),
    Column("seen_at", String(32), nullable=False),  # the latest page
    Column("before", String(32)),  # the latest page of the visit before this one
)
FAILURES = Table(  # logins that failed, so that passwords cannot be guessed at will
    "login_failures",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("user", String(64), nullable=False),
    Column("address", String(64), nullable=False),
    Column("failed_at", String(32), nullable=False),
    Index("failures_by_time", "failed_at"),
)

REFUSED = "judgements are only ever added; undo one instead"
SQLITE = """
CREATE TRIGGER judgements_{name} BEFORE {what} ON judgements
BEGIN SELECT RAISE(ABORT, '{refused}'); END
"""
POSTGRES_RULE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{refused}'; END $$ LANGUAGE plpgsql
"""
POSTGRES = """
CREATE TRIGGER judgements_{name} BEFORE {what} ON judgements
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def _guard() -> None:
    """The database itself refuses to change or delete a judgement."""
    told = [("sqlite", SQLITE, what) for what in ("UPDATE", "DELETE")]
    told += [("postgresql", POSTGRES_RULE, "")]
    told += [("postgresql", POSTGRES, what) for what in ("UPDATE", "DELETE", "TRUNCATE")]
    for dialect, pattern, what in told:
        words = pattern.format(name=what.lower(), what=what, refused=REFUSED)
        guard = DDL(words)  # type: ignore[no-untyped-call]  # SQLAlchemy gives it no types
        event.listen(JUDGEMENTS, "after_create", guard.execute_if(dialect=dialect))


_guard()
