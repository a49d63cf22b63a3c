"""A story's id in, the hash of all that it rests on out: whether a page must be worked out anew."""

from sqlalchemy import select

from twosource.base.archive import Archive
from twosource.base.archive_story_tables import STORIES


def digest_of(archive: Archive, story: str) -> str | None:
    """The digest of a story as it is kept now; None when there is no such story."""
    query = select(STORIES.c.digest).where(STORIES.c.id == story)
    with archive.reading() as connection:
        found: str | None = connection.execute(query).scalar_one_or_none()
    return found
