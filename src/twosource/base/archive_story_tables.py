"""The archive's tables of what is worked out from the reports: stories, findings, what changed.

All of it can be made anew from the reports and the judgements; nothing here is evidence.
"""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, String, Table, Text

from twosource.base.archive_tables import METADATA

STORIES = Table(
    "stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("started", String(10)),
    Column("ended", String(10)),
    Column("reports", Integer, nullable=False),
    Column("edition", String(32), nullable=False),
    Column("digest", String(32), nullable=False),  # of all that the story rests on
    Column("changed_at", String(32), nullable=False, index=True),
    Column("summary", LargeBinary, nullable=False),  # a StoryRow
    Column("record", LargeBinary, nullable=False),  # a Dossier whose reports have no text
)
# as the index of stories is read; the undated come last, as SQLite has it without being told
Index("stories_newest", STORIES.c.ended.desc(), STORIES.c.id).ddl_if(dialect="sqlite")
Index("stories_by_end", STORIES.c.ended.desc().nulls_last(), STORIES.c.id).ddl_if(
    dialect="postgresql"
)
STORY_REPORTS = Table(
    "story_reports",
    METADATA,
    Column("report", String(32), primary_key=True),
    Column("story", String(32), nullable=False, index=True),
)
PARTS = Table(  # events and findings: to which story an id leads
    "story_parts",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("kind", String(8), nullable=False),  # event, finding, family
    Column("story", String(32), nullable=False, index=True),
)
FACETS = Table(  # what stories are filtered by
    "story_facets",
    METADATA,
    Column("story", String(32), primary_key=True),
    Column(
        "kind", String(16), primary_key=True
    ),  # place, country, actor, event_type, status, outlet
    Column("value", String(200), primary_key=True),
    Column("weight", Float, nullable=False),
    Index("facet_values", "kind", "value"),
)
HAPPENINGS = Table(  # of all stories, as a map and a calendar draw them: a `Shown` each
    "story_happenings",
    METADATA,
    Column("event", String(32), primary_key=True),
    Column("story", String(32), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("status", String(16)),
    Column("started", String(10)),
    Column("ended", String(10)),
    Column("precision", String(16)),
    Column("place", Text),
    Column("country", String(8)),
    Column("known", String(16)),  # how exactly the place is known
    Column("lat", Float),
    Column("lon", Float),
    Column("told", Integer, nullable=False),  # by how many reports
    Column("words", Text),  # the sentence of a report that tells of it
    Column("source", String(64)),  # where these words stand: rep_…#c12-80
    Index("happenings_by_day", "started", "ended", "precision"),
)
Index(  # those of one place side by side, the most told first
    "happenings_by_place", HAPPENINGS.c.place, HAPPENINGS.c.country, HAPPENINGS.c.known,
    HAPPENINGS.c.lat, HAPPENINGS.c.lon, HAPPENINGS.c.told.desc(), HAPPENINGS.c.event,
    HAPPENINGS.c.story,
)  # fmt: skip
PRINTS = Table(  # the page of a story, printed ahead of its readers; `archive_prints` tells how
    "story_prints",
    METADATA,
    Column("story", String(32), primary_key=True),
    Column("digest", String(32), nullable=False),  # of the story that it shows
    Column("changed", Integer, nullable=False),  # the last of the changes that it shows
    Column("look", String(32), nullable=False, index=True),  # templates and program; "": wanted
    Column("body", LargeBinary),  # None: it depends on who asks, so it is not kept
)
FORMER = Table(  # ids of before reports were added: old links still lead there
    "former_stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("story", String(32), nullable=False, index=True),
    Column("target", String(32), index=True),  # its id now; None: what it named is told no more
)
STATES = Table(  # each time the stories were brought up to date
    "states",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("made_at", String(32), nullable=False),
    Column("edition", String(32), nullable=False),
    Column("reports", Integer, nullable=False),
    Column("stories", Integer, nullable=False),
)
CHANGES = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("state", Integer, nullable=False, index=True),
    Column("made_at", String(32), nullable=False, index=True),
    Column("story", String(32), nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),  # a Change
)
