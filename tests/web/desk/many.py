"""A small archive in, the same many times over out: each copy under ids of its own, days apart.

Ids are of one length, so that a packed record is renamed without being read.
"""

import re
from datetime import date, timedelta

from sqlalchemy import insert, select

from twosource.base.archive import Archive, Run
from twosource.base.archive_search import index_missing
from twosource.base.archive_story_tables import CHANGES, FACETS, PARTS, STORIES, STORY_REPORTS
from twosource.base.archive_tables import REPORTS

ID = re.compile(rb"(?:rep|sto|fin|evt|fam)_[0-9a-f]{12}")
COPIED = (REPORTS, STORIES, STORY_REPORTS, PARTS, FACETS, CHANGES)
RUN = Run("2031-05-18T06:00:00+00:00", "many", ())
STEP, LAST = 0x9E3779B97F4B, 1 << 48  # odd, so that every copy gets ids of its own
DAYS = ("started", "ended", "published")


def multiply(target, copies):
    """Fill the archive with so many further copies of all that it holds; how many reports then."""
    with Archive.open(target, RUN) as archive:
        with archive.reading() as connection:
            rows = {
                table: [dict(each) for each in connection.execute(select(table)).mappings()]
                for table in COPIED
            }
        for number in range(1, copies + 1):
            with archive.writing() as connection:
                for table in COPIED:
                    made = [_copy(each, number, table) for each in rows[table]]
                    connection.execute(insert(table), made)
        index_missing(archive)
    return len(rows[REPORTS]) * (copies + 1)


def _copy(row, number, table):
    made = {name: _rename(value, number) for name, value in row.items()}
    for name in DAYS:
        if made.get(name):
            made[name] = _earlier(made[name], number)
    if table is CHANGES:
        del made["id"]
    return made


def _rename(value, number):
    """The value with each id replaced by that of this copy."""
    if isinstance(value, bytes | memoryview):
        return ID.sub(lambda found: _new_id(found[0], number), bytes(value))
    if isinstance(value, str):
        return ID.sub(lambda found: _new_id(found[0], number), value.encode()).decode()
    return value


def _new_id(identity, number):
    head, _, digits = identity.partition(b"_")
    return b"%s_%012x" % (head, int(digits, 16) ^ (number * STEP % LAST))


def _earlier(value, number):
    day = date.fromisoformat(value[:10]) - timedelta(days=9 * number)
    return day.isoformat() + value[10:]
