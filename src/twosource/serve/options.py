"""The options that several commands share, gathered into one frozen record."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.base.settings import Settings, load_settings

if TYPE_CHECKING:
    from twosource.base.kept import StoryFilter

Command = Callable[..., Any]
MOST = 100  # stories of an archive that are told in one go
PATH = click.Path(path_type=Path)
SETTINGS = ("settings", "sides", "places", "policy", "workers")


@dataclass(frozen=True, slots=True)
class Pile:
    """What a command reads: paths or an archive, and how."""

    settings: Settings
    paths: tuple[str, ...] = ()
    archive: str | None = None  # a file or a database address
    text_only: bool = False
    published: str | None = None
    sensitive: bool = False  # whether findings that people marked sensitive are told


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories of an archive are wanted, the newest first. None: no matter which, all."""

    story: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    @property
    def wanted(self) -> "StoryFilter":
        """The same as the archive is asked for it."""
        from twosource.base.kept import StoryFilter  # noqa: PLC0415 - for an archive only

        return StoryFilter(story=self.story, since=self.since, until=self.until)


def with_settings(command: Command) -> Command:
    """Add the options that make up the settings; the command gets them as `settings`."""

    @click.option("--settings", type=PATH, help="Settings file (default: twosource.toml).")
    @click.option("--sides", help="TOML file: which actors belong to which side.")
    @click.option("--places", help="TOML file: places of your own.")
    @click.option("--policy", type=click.Choice(["strict", "presumed"]), help="What corroborates.")
    @click.option("--workers", type=int, help="Processes that read reports.")
    @wraps(command)
    def run(settings: Path | None, **told: Any) -> Any:  # noqa: ANN401 - as click calls it
        flags = {name: told.pop(name) for name in SETTINGS if name in told}
        return command(settings=load_settings(settings, **flags), **told)

    return run


def with_choice(command: Command) -> Command:
    """Add --story, --since, --until and --limit; the command gets them as `choice`."""

    @click.option("--story", help="Only this story of an archive, by any id that it had.")
    @click.option("--since", help="Stories of an archive that end on this day or later.")
    @click.option("--until", help="Stories of an archive that begin on this day or earlier.")
    @click.option("--limit", type=int, default=MOST, show_default=True,
                  help="Stories of an archive, the newest first; 0: all.")  # fmt: skip
    @wraps(command)
    def run(limit: int, **told: Any) -> Any:  # noqa: ANN401 - as click calls it
        asked = {name: told.pop(name) for name in ("story", "since", "until")}
        return command(choice=Choice(**asked, limit=limit or None), **told)

    return run


def with_pile(command: Command) -> Command:
    """Add PATH... and the options of a pile; the command gets them as `pile`."""

    @click.argument("paths", nargs=-1)
    @click.option("--archive", metavar="FILE", help="The archive: a file or an address.")
    @click.option("--published", help="Date of reports that carry none, such as 2024-05-12.")
    @click.option("--sensitive", is_flag=True, help="Tell what people marked sensitive too.")
    @click.option("--text-only", is_flag=True, help="The whole file is body text.")
    @with_settings
    @wraps(command)
    def run(paths: tuple[str, ...], settings: Settings, **told: Any) -> Any:  # noqa: ANN401 - as click calls it
        names = ("archive", "published", "text_only", "sensitive")
        pile = Pile(settings, paths, **{name: told.pop(name) for name in names})
        if not paths and pile.archive is None:
            raise click.UsageError("Name a file, a folder, - for standard input, or --archive.")
        return command(pile=pile, **told)

    return run
