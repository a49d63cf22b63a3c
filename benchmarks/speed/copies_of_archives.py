"""An archive in, the same many times over out: each copy under ids of its own, days apart.

`python -m benchmarks.speed.copies_of_archives out/scale/10000.archive --copies 9` adds so many
copies to an archive. For the speed of pages only: what readers ask for is copied (reports, stories,
happenings, prints, changes, the index of words), what an update works with is not, so nothing can
be added to such an archive afterwards. Ids are of one length, so that a packed record is renamed
without being read. Texts stay as they are.
"""

import argparse
import re
import sys
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from twosource.base.archive import Archive, Run
from twosource.base.archive_groups import pieces
from twosource.base.archive_story_tables import (
    CHANGES,
    FACETS,
    HAPPENINGS,
    PARTS,
    PRINTS,
    STORIES,
    STORY_REPORTS,
)
from twosource.base.archive_tables import REPORTS
from twosource.base.archive_words import index_words, words_of
from twosource.base.packing import unpack
from twosource.base.records import Report
from twosource.base.searching import find_words

ID = re.compile(rb"(?:rep|sto|fin|evt|fam)_[0-9a-f]{12}")
COPIED = (REPORTS, STORIES, STORY_REPORTS, PARTS, FACETS, HAPPENINGS, PRINTS, CHANGES)
RUN = Run("2031-05-18T06:00:00+00:00", "many", ())
STEP, LAST = 0x9E3779B97F4B, 1 << 48  # odd, so that every copy gets ids of its own
APART = 9  # days by which a copy lies before the one before it
FAST = 1  # how hard a print is packed
DAYS = ("started", "ended", "published")
Row = Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Add the copies and say how many reports there are then."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--copies", type=int, default=9)
    options = parser.parse_args(arguments)
    print(f"{multiply(str(options.archive), options.copies):,} reports")
    return 0


def multiply(target: str, copies: int) -> int:
    """Fill the archive with so many further copies of all that it holds; how many reports then."""
    with Archive.open(target, RUN) as archive:
        with archive.reading() as connection:
            rows = {table: _rows(connection, table) for table in COPIED}
        words = [_words(unpack(each["record"], Report)) for each in rows[REPORTS]]
        for number in range(1, copies + 1):
            with archive.writing() as connection:
                _add_copy(connection, rows, words, number)
    return len(rows[REPORTS]) * (copies + 1)


def _add_copy(
    connection: Connection,
    rows: Mapping[Table, Sequence[Row]],
    words: Sequence[Sequence[str]],
    number: int,
) -> None:
    """One more copy of all rows. Its prints show its own changes, whose numbers are new."""
    for table in COPIED:
        made = [_copy(each, number, table) for each in rows[table]]
        if made:
            connection.execute(insert(table), made)
        if table is REPORTS:
            for row, told in zip(made, words, strict=True):
                index_words(connection, row["id"], row["published"], told)
    last = select(func.coalesce(func.max(CHANGES.c.id), 0)).where(CHANGES.c.story == PRINTS.c.story)
    names = [_rename(row["story"], number) for row in rows[PRINTS]]
    for piece in pieces(names):
        fresh = last.correlate(PRINTS).scalar_subquery()
        connection.execute(update(PRINTS).where(PRINTS.c.story.in_(piece)).values(changed=fresh))


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """The rows of a table; prints are unpacked."""
    rows = [dict(each) for each in connection.execute(select(table)).mappings()]
    if table is PRINTS:
        for row in rows:
            row["body"] = row["body"] and zlib.decompress(row["body"])
    return rows


def _words(report: Report) -> list[str]:
    return [word.folded for word in find_words(words_of(report))]


def _copy(row: Row, number: int, table: Table) -> dict[str, Any]:
    made = {name: _rename(value, number) for name, value in row.items()}
    for name in DAYS:
        if made.get(name):
            made[name] = _earlier(made[name], number)
    if table is CHANGES:
        del made["id"]
    if table is PRINTS:
        made["body"] = made["body"] and zlib.compress(made["body"], FAST)
    return made


def _rename(value: Any, number: int) -> Any:  # noqa: ANN401 - a column's own type
    """The value with each id replaced by that of this copy."""
    if isinstance(value, bytes | memoryview):
        return ID.sub(lambda found: _new_id(found[0], number), bytes(value))
    if isinstance(value, str):
        return ID.sub(lambda found: _new_id(found[0], number), value.encode()).decode()
    return value


def _new_id(identity: bytes, number: int) -> bytes:
    head, _, digits = identity.partition(b"_")
    return b"%s_%012x" % (head, int(digits, 16) ^ (number * STEP % LAST))


def _earlier(value: str, number: int) -> str:
    day = date.fromisoformat(value[:10]) - timedelta(days=APART * number)
    return day.isoformat() + value[10:]


if __name__ == "__main__":
    sys.exit(main())
