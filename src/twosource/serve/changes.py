"""`changes`: what differs in an archive since a day, a moment, or the last update."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.base.errors import InputError
from twosource.base.kept import Change
from twosource.base.settings import Settings
from twosource.render.changes import changes_page, changes_text
from twosource.render.paint import Paint
from twosource.render.values import to_page
from twosource.serve.brief import terminal_paint
from twosource.serve.gather import open_archive
from twosource.serve.options import PATH, Pile, with_settings
from twosource.serve.output import write

if TYPE_CHECKING:
    from twosource.base.archive import Archive

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\+00:00|Z)?)?")
MOST = 500


@click.command()
@click.option("--archive", metavar="FILE", required=True, help="The archive: a file or an address.")
@click.option("--since", help="A day or moment (UTC), or `last`: the last update. Default: all.")
@click.option("--story", help="Only this story, by any id that it has or had.")
@click.option("--limit", type=int, default=MOST, show_default=True, help="Changes, latest first.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@click.option("-o", "--output", type=PATH, help="Write to a file.")
@with_settings
def changes(settings: Settings, archive: str, form: str, output: Path | None, **ask: Any) -> None:  # noqa: ANN401 - as click calls it
    """Print what changed: new stories, figures revised and by whom, statuses that moved and why."""
    with open_archive(Pile(settings, archive=archive)) as opened:
        rows = find_rows(opened, **ask)
        titles = find_titles(opened, rows)
    if form == "json":
        write(to_page(changes_page(rows, ask["since"])), output)
    else:
        write(changes_text(rows, titles, Paint() if output else terminal_paint()), output)


def find_rows(
    archive: "Archive", since: str | None, story: str | None, limit: int
) -> tuple[Change, ...]:
    """The changes asked for. Raises InputError for a `since` that is no day or moment."""
    from twosource.base.archive_changes import list_changes, states  # noqa: PLC0415 - heavy

    if since == "last":
        last = states(archive, limit=1)
        return list_changes(archive, last[0].number - 1, story, limit=limit) if last else ()
    if since is not None and not MOMENT.fullmatch(since):
        raise InputError(
            f"--since {since!r} is no day or moment", remedy="Say 2031-05-12 or 2031-05-12T10:00"
        )
    return list_changes(archive, since, story, limit=limit)


def find_titles(archive: "Archive", changes: Iterable[Change]) -> dict[str, str]:
    """The titles of the stories as they are now; a former story has the title of what it became."""
    from twosource.base.archive_stories import story_titles  # noqa: PLC0415 - heavy

    return story_titles(archive, {each.story for each in changes})
