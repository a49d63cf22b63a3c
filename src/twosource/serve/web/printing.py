"""An archive in; pages of its stories, printed in the background while the desk answers, out.

`add` and `watch` print what they change. What is left is an archive to which nothing came since the
program or its layout changed: its prints have another look, or it has none. One thread prints them,
one at a time, once, and rests between two, so that readers wait for one page at most; nothing is
held while a page is made, and a few prints are written at a time, so that writers go on as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from sqlalchemy.exc import DBAPIError

from twosource.base.archive import Archive
from twosource.serve.web.prints import print_ahead
from twosource.serve.web.story_query import choices_of

REST = 0.02  # seconds between two pages: about as long as one takes
PATIENCE = 5.0  # seconds that the end waits for the page that is being printed


@contextmanager
def printing(archive: Archive, rest: float = REST) -> Iterator[Thread]:
    """Print what has no print until all is printed, or the block ends."""
    stop = Event()
    thread = Thread(target=_print, args=(archive, stop, rest), name="prints", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join(PATIENCE)


def _print(archive: Archive, stop: Event, rest: float) -> None:
    with suppress(DBAPIError):  # a busy archive: pages are made when they are asked for, as before
        choices_of(archive)  # what filters offer is dear to count, and remembered
        print_ahead(archive, lambda: not stop.wait(rest))
