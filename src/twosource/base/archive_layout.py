"""Every table of the archive in one place: importing this module makes the layout whole."""

from twosource.base import (
    archive_group_tables,
    archive_people_tables,
    archive_search_tables,
    archive_story_tables,
)
from twosource.base.archive_tables import ARCHIVE, METADATA, VERSION

# what is captured and read is in `archive_tables` itself
GROUPS = (archive_story_tables, archive_group_tables, archive_search_tables, archive_people_tables)

__all__ = ["ARCHIVE", "GROUPS", "METADATA", "VERSION"]
