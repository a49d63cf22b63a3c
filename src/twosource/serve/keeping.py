"""`add` and `show`: reports into an archive, and one table of one report out of a pile."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from twosource.base.archive import Archive
from twosource.base.errors import InputError, UnknownIdError
from twosource.base.records import Account, Skip
from twosource.base.stories import Dossier
from twosource.capture.paths import capture_paths
from twosource.reconcile.situation import join_situations
from twosource.render.dossier import family_row, situation_row, story_row
from twosource.render.values import to_line
from twosource.render.why_part import table_rows
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.serve.gather import build_dossier, open_archive, read_accounts
from twosource.serve.options import Pile, with_pile
from twosource.serve.output import Log, write

PRINTED = 300  # pages at once: some seconds
# the tables that are not of a single report
SITUATION = "situation"
STORIES = "stories"
FAMILIES = "families"
WHOLE = frozenset({SITUATION, STORIES, FAMILIES})

Row = dict[str, Any]


@click.command()
@with_pile
def add(pile: Pile) -> None:
    """Read reports into an archive and bring its stories up to date; made when there is none."""
    if pile.archive is None:
        raise InputError("no archive is named", remedy="Say --archive FILE")
    log = Log()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_archive(pile, create=True, now=now) as archive:
        items = capture_paths(pile.paths, sys.stdin.buffer)
        way = Way(pile.text_only, pile.published)
        for _ in log.follow(add_pile(items, pile.settings, way, archive)):
            pass
        update_stories(archive, pile.settings)
        print_pages(archive)
    sys.exit(log.status)


@click.command()
@click.argument("table")
@click.option("--report", "identity", help="The report's id, such as rep_….")
@with_pile
def show(pile: Pile, table: str, identity: str | None) -> None:
    """Print one table of one report (claims, figures, …): JSON Lines.

    Three tables are of all reports: `situation`, the state of each theme, joined over the stories,
    `stories`, each with the reason why its reports are one story, and `families`: reports of one
    text, with what ties each two of them.
    """
    if table in WHOLE:
        for row in _whole_table(build_dossier(pile, Log()), table):
            write(to_line(row))
        return
    if identity is None:
        raise InputError("no report is named", remedy="Say --report rep_…")
    account = find_account(Log().follow(read_accounts(pile)), identity)
    for row in table_rows(account, table):
        write(to_line(row))


def _whole_table(dossier: Dossier, table: str) -> Iterator[Row]:
    """The rows of a table of all reports; a report that no other shares its text with is no row."""
    if table == STORIES:
        yield from map(story_row, dossier.stories)
    elif table == FAMILIES:
        yield from (family_row(family) for family in dossier.families if family.edges)
    else:
        yield from map(situation_row, join_situations(dossier.situation, dossier.stories))


def print_pages(archive: Archive) -> None:
    """Print the pages of the newest stories that changed, so that the desk has them at hand.

    Of very many the rest is left to the desk: it prints while nobody waits.
    """
    from twosource.serve.web.prints import print_ahead  # noqa: PLC0415 - templates are for this

    left = iter(range(PRINTED))
    print_ahead(archive, lambda: next(left, None) is not None)


def find_account(read: Iterator[Account | Skip], identity: str) -> Account:
    """The account of this report. Raises UnknownIdError when the pile has no such report."""
    for each in read:
        if isinstance(each, Account) and each.report.id == identity:
            return each
    raise UnknownIdError(f"no report has the id {identity!r}")
