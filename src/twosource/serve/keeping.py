"""`add` and `show`: reports into an archive, and one table of one report out of a pile."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from twosource.base.errors import InputError, UnknownIdError
from twosource.base.records import Account, Skip
from twosource.capture.paths import capture_paths
from twosource.render.values import to_line
from twosource.render.why_part import table_rows
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.serve.gather import open_archive, read_accounts
from twosource.serve.options import Pile, with_pile
from twosource.serve.output import Log, write


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
    sys.exit(log.status)


@click.command()
@click.argument("table")
@click.option("--report", "identity", required=True, help="The report's id, such as rep_….")
@with_pile
def show(pile: Pile, table: str, identity: str) -> None:
    """Print one table of one report (claims, figures, …): JSON Lines."""
    account = find_account(Log().follow(read_accounts(pile)), identity)
    for row in table_rows(account, table):
        write(to_line(row))


def find_account(read: Iterator[Account | Skip], identity: str) -> Account:
    """The account of this report. Raises UnknownIdError when the pile has no such report."""
    for each in read:
        if isinstance(each, Account) and each.report.id == identity:
            return each
    raise UnknownIdError(f"no report has the id {identity!r}")
