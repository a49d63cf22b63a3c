"""Addresses in, those whose bytes an archive keeps out."""

from collections.abc import Iterable

from sqlalchemy import select

from twosource.base.archive import Archive
from twosource.base.archive_tables import ITEMS


def kept_origins(archive: Archive, origins: Iterable[str]) -> frozenset[str]:
    """Those that something was captured from, at any time."""
    wanted = sorted(set(origins))
    query = select(ITEMS.c.origin).where(ITEMS.c.origin.in_(wanted)).distinct()
    with archive.reading() as connection:
        return frozenset(connection.execute(query).scalars())
