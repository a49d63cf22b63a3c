"""A desk and a request in; what every page shares out: templates, navigation, assets."""

from collections.abc import Callable, Sized
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from twosource import __version__
from twosource.base.archive import Archive
from twosource.base.decisions import stand_of
from twosource.base.settings import Settings
from twosource.render.brief_html import direction
from twosource.render.decided import decided_words
from twosource.render.phrases import STATUS, day_words, group, plural, range_words, span_words

HERE = Path(__file__).parent
ASSETS = HERE / "assets"  # our own files, committed
STATIC = HERE / "static"  # built by npm, not committed
NAVIGATION = (  # address, and what it is called
    ("/", "Stories"),
    ("/map", "Map"),
    ("/calendar", "Calendar"),
    ("/changes", "Changes"),
    ("/outlets", "Outlets"),
    ("/decisions", "Decisions"),
)


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
    clock: Callable[[], str] = utc_now


def desk_of(request: Request) -> Desk:
    """The desk that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


def archive_of(request: Request) -> Archive:
    """The desk's archive, open."""
    archive: Archive = request.app.state.archive
    return archive


DeskNow = Annotated[Desk, Depends(desk_of)]
ArchiveNow = Annotated[Archive, Depends(archive_of)]


@cache
def environment() -> Environment:
    """Jinja as the desk needs it: everything escaped, nothing undefined."""
    made = Environment(
        loader=PackageLoader("twosource.serve.web", "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(STATUS=STATUS, NAVIGATION=NAVIGATION, version=__version__, sheets=sheets())
    made.filters.update(day=day_words, plural=plural, span=range_words, aim=direction)
    made.filters.update(days=span_words, thousands=group, plural_of=plural_of)
    made.filters.update(decided=decided_words, stand=stand_of)
    return made


def plural_of(things: Sized, one: str) -> str:
    """How many there are, with their noun."""
    return plural(len(things), one)


@cache
def sheets() -> tuple[str, ...]:
    """Our style sheets, the shell's first: each part of the desk keeps its own file."""
    names = sorted(file.name for file in ASSETS.glob("*.css"))
    return tuple(sorted(names, key=lambda name: name != "desk.css"))


def has_static(name: str) -> bool:
    """Whether the npm build left this file; pages read well without it."""
    return (STATIC / name).is_file()
