"""The archive's tables, for SQLite and PostgreSQL alike."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 4  # of this layout; 2 added stories, changes, judgements, users; 3 happenings, prints;
# 4 the words of happenings
METADATA = MetaData()

ARCHIVE = Table(
    "twosource_archive",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String(32), nullable=False),
)
ITEMS = Table(  # bytes as captured, never altered
    "items",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("origin", Text, nullable=False),
    Column("media_type", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("captured_at", String(32), nullable=False),
)
REPORTS = Table(
    "reports",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("sha256", String(64), ForeignKey("items.sha256"), nullable=False),
    Column("analysis", String(32), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("outlet", Text),
    Column("published", String(32)),
    Column("language", String(8)),
    Column("record", LargeBinary, nullable=False),
    Column("added_at", String(32), nullable=False),
)
ACCOUNTS = Table(  # what was read, kept by what it depends on: copies share a row
    "accounts",
    METADATA,
    Column("analysis", String(32), primary_key=True),
    Column("edition", String(32), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)
RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("started_at", String(32), nullable=False),
    Column("command", Text, nullable=False),
    Column("edition", String(32), nullable=False),
    Column("versions", Text, nullable=False),
)
SKIPS = Table(
    "skips",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("step", String(32), nullable=False),
    Column("origin", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
