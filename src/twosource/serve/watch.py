"""`watch`: add what is new at some paths, again and again, one line a round."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from threading import Event

import click

from twosource.base.errors import InputError
from twosource.capture.fetching import Fetcher, Limits
from twosource.capture.paths import capture_paths, is_address
from twosource.render.phrases import plural
from twosource.runners.local import Way
from twosource.runners.watching import (
    Round,
    Watch,
    add_new,
    fetch_new,
    find_mark,
    list_files,
)
from twosource.serve.gather import open_archive
from twosource.serve.keeping import print_pages
from twosource.serve.options import Pile, with_pile
from twosource.serve.output import write


@click.command()
@click.option(
    "--every", type=float, default=60.0, show_default=True, help="Seconds between rounds."
)
@click.option("--once", is_flag=True, help="One round only.")
@click.option(
    "--pause", type=float, default=1.0, show_default=True,
    help="Seconds between two requests to one host.",
)  # fmt: skip
@with_pile
def watch(pile: Pile, every: float, pause: float, *, once: bool) -> None:
    """Add what is new in folders, files, feeds and pages to an archive; update its stories.

    A path may be an address (http, https): of a feed, each entry's page is fetched once; the
    network is used for nothing else. A file that did not change is not read again. Stop it with
    Ctrl-C: the round under way ends first, and nothing is lost.
    """
    if pile.archive is None or not pile.paths:
        raise InputError("no archive or no path is named", remedy="Say PATH --archive FILE")
    known = Watch()
    status = 0
    with stopping() as stop, Fetcher(Limits(pause=pause)) as fetcher:
        while not stop.is_set():
            status = run_round(pile, known, fetcher) or status
            if once or stop.wait(every):
                break
    sys.exit(status)


def run_round(pile: Pile, known: Watch, fetcher: Fetcher) -> int:
    """One round: look, add, say what was done. The exit status: 1 when something was skipped."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    addresses = [path for path in pile.paths if is_address(path)]
    paths = [path for path in pile.paths if not is_address(path)]
    files = known.changed(list_files(paths))
    marks = [find_mark(file) for file in files]
    way = Way(pile.text_only, pile.published)
    with open_archive(pile, create=True, now=now) as archive:
        items = chain(capture_paths(files), fetch_new(archive, addresses, known, fetcher))
        done = add_new(archive, items, known, way, pile.settings)
        print_pages(archive)
    known.note(files, marks)
    for skip in done.skips:
        sys.stderr.write(f"skipped {skip.origin}: {skip.reason}\n")
    write(f"{line_of(done, now)}\n")
    return 1 if done.skips else 0


def line_of(done: Round, now: str) -> str:
    """A round in one line: `10:15:00 · 2 reports added, 1 skipped · 1 story written, 3 changes`."""
    told = plural(done.added, "report") + " added"
    if done.skips:
        told += f", {len(done.skips)} skipped"
    written = plural(done.update.written, "story", "stories")
    return f"{now} · {told} · {written} written, {plural(done.update.changes, 'change')}"


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that is set by Ctrl-C or a polite kill; a second one ends the program at once."""
    stop = Event()

    def ask(number: int, _frame: object) -> None:
        stop.set()
        signal.signal(number, signal.default_int_handler)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
