"""A filter in, the query over the stories that fit it out."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, select

from twosource.base.archive_search import stories_holding
from twosource.base.archive_story_tables import FACETS, FORMER, STORIES
from twosource.base.kept import StoryFilter

EVERY = StoryFilter()


def fitting(query: Select[Any], wanted: StoryFilter, connection: Connection) -> Select[Any]:
    """The query over the stories that fit all that is wanted."""
    if wanted.since:
        query = query.where(STORIES.c.ended >= wanted.since)
    if wanted.until:
        query = query.where(STORIES.c.started <= wanted.until)
    if wanted.story:
        former = select(FORMER.c.story).where(FORMER.c.id == wanted.story)
        query = query.where((STORIES.c.id == wanted.story) | STORIES.c.id.in_(former))
    if wanted.changed_since:
        query = query.where(STORIES.c.changed_at > wanted.changed_since)
    if wanted.words:
        query = query.where(STORIES.c.id.in_(stories_holding(connection, wanted.words)))
    for kind in ("place", "country", "actor", "event_type", "status", "outlet"):
        value = getattr(wanted, kind)
        if value:
            query = query.where(_carries(kind, value))
    return query


def _carries(kind: str, value: str) -> ColumnElement[bool]:
    return exists().where(
        FACETS.c.story == STORIES.c.id, FACETS.c.kind == kind, FACETS.c.value == value
    )
