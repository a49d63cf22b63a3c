"""The archive's tables of which reports belong together, and of what is still to be worked out.

All of it can be made anew from the reports and the judgements. What readers see is in
`archive_story_tables`; here is what that is made of.
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table

from twosource.base.archive_tables import METADATA

TURN = Table(  # one row: who changes the groups counts up, so that two never do at once
    "turn",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("basis", String(32), nullable=False),  # versions and settings that stories rest on
    Column("judged", Integer, nullable=False),  # number of the last judgement that is applied
)
PENDING = Table(  # reports that came since: no story is found for them yet
    "pending",
    METADATA,
    Column("report", String(32), primary_key=True),
)
SKETCHES = Table(
    "sketches",
    METADATA,
    Column("report", String(32), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
KEYS = Table(  # what reports must share to be compared
    "sketch_keys",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("report", String(32), primary_key=True),
    sqlite_with_rowid=False,
)
LINKS = Table(
    "links",
    METADATA,
    Column("one", String(32), primary_key=True),
    Column("other", String(32), primary_key=True),
    Column("grade", Integer, nullable=False),
    Index("links_back", "other", "one"),
    sqlite_with_rowid=False,
)
MEMBERS = Table(
    "members",
    METADATA,
    Column("report", String(32), primary_key=True),
    Column("family", String(32), nullable=False, index=True),
    Column("story", String(32), nullable=False, index=True),  # as found, before any judgement
)
FAMILIES = Table(
    "families",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)
FOUND = Table(  # stories as found, before any judgement
    "found_stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)
PLANNED = Table(  # stories as they are to be shown: as found, or as people put them
    "planned_stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("by_hand", Boolean, nullable=False, index=True),
    Column("due", Integer, index=True),  # the turn that asked for it; None: it is worked out
)
PLANNED_REPORTS = Table(
    "planned_reports",
    METADATA,
    Column("report", String(32), primary_key=True),
    Column("story", String(32), nullable=False, index=True),
)
