"""A desk and a request in; what every route shares out: the desk itself and its archive."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request

from twosource.base.archive import Archive
from twosource.base.settings import Settings


def utc_now() -> str:
    """The moment, ISO 8601, UTC: the desk's one clock; tests put another in its place."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a desk serves, and to whom. `hosts` are the names it answers to; `*` is any."""

    archive: str  # a file or a database address
    settings: Settings = field(default_factory=Settings)
    login: bool = False
    reviewer: str = "desk"  # who decides when there is no login
    secret: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    prints: bool = False  # print the pages that have no print, once it runs
    clock: Callable[[], str] = utc_now


def desk_of(request: Request) -> Desk:
    """The desk that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


async def _desk(request: Request) -> Desk:
    """As `desk_of`; what waits for nothing needs no thread of its own."""
    return desk_of(request)


async def _archive(request: Request) -> Archive:
    """The desk's archive, open."""
    archive: Archive = request.app.state.archive
    return archive


DeskNow = Annotated[Desk, Depends(_desk)]
ArchiveNow = Annotated[Archive, Depends(_archive)]
