"""An open archive in, its outlets out: how many reports, how many texts, over which days."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Select, func, select

from twosource.base.archive import Archive
from twosource.base.archive_tables import REPORTS


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. `texts` counts texts of which no two are the same, word for word."""

    name: str
    reports: int
    texts: int
    first: str | None  # ISO dates of the oldest and the newest report, None when none is dated
    last: str | None


def list_outlets(archive: Archive, *, limit: int = 100, offset: int = 0) -> tuple[Outlet, ...]:
    """The outlets, those of most reports first."""
    query = _counted().order_by(func.count().desc(), REPORTS.c.outlet)
    with archive.reading() as connection:
        rows = connection.execute(query.limit(limit).offset(offset)).mappings().all()
    return tuple(_outlet(row) for row in rows)


def find_outlet(archive: Archive, name: str) -> Outlet | None:
    """One outlet; None when no report is of it."""
    with archive.reading() as connection:
        row = connection.execute(_counted().where(REPORTS.c.outlet == name)).mappings().first()
    return None if row is None else _outlet(row)


def count_outlets(archive: Archive) -> int:
    """How many outlets there are."""
    query = select(func.count(REPORTS.c.outlet.distinct()))
    with archive.reading() as connection:
        return int(connection.execute(query).scalar_one())


def count_nameless(archive: Archive) -> int:
    """How many reports name no outlet."""
    query = select(func.count()).select_from(REPORTS).where(REPORTS.c.outlet.is_(None))
    with archive.reading() as connection:
        return int(connection.execute(query).scalar_one())


def _outlet(told: RowMapping) -> Outlet:
    return Outlet(
        told["outlet"], told["reports"], told["texts"], _day(told["first"]), _day(told["last"])
    )


def _counted() -> Select[Any]:
    return (
        select(
            REPORTS.c.outlet,
            func.count().label("reports"),
            func.count(REPORTS.c.analysis.distinct()).label("texts"),
            func.min(REPORTS.c.published).label("first"),
            func.max(REPORTS.c.published).label("last"),
        )
        .where(REPORTS.c.outlet.is_not(None))
        .group_by(REPORTS.c.outlet)
    )


def _day(value: str | None) -> str | None:
    return value[:10] if value else None
