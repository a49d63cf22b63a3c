"""An archive in; pages of its stories, printed in the background while the desk answers, out.

`add`, `watch` and decisions print what they change. What is left is an archive that was written by
another program or looked at with another one: its prints have another look, or it has none. A
process of its own prints them, as politely as the system lets it, so that no reader waits for it;
it ends when all is printed, or with the desk. Nothing is held while a page is made, and a few are
written at a time, so that writers go on as well.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from sqlalchemy.exc import DBAPIError

from twosource.base.archive import Archive, Run
from twosource.base.archive_stories import count_stories
from twosource.serve.web.look import environment, look_of
from twosource.serve.web.prints import print_ahead
from twosource.serve.web.shell import Desk
from twosource.serve.web.story_query import choices_of

PATIENCE = 10.0  # seconds that the end waits for the page that is being printed
PROGRAM = (sys.executable, "-m", "twosource.serve.web.printer")


@contextmanager
def at_hand(desk: Desk, archive: Archive) -> Iterator[None]:
    """Before the desk answers and while it does, make what readers will ask for."""
    warm_up(archive)
    with printing(desk.archive, desk.clock()):
        yield


@contextmanager
def printing(target: str, now: str) -> Iterator[subprocess.Popen[str]]:
    """Print what has no print until the block ends. `target`: where the archive is.

    The look is the asking desk's own: what is printed is what that desk looks for, even when the
    program's files are replaced while it runs.
    """
    asked = {"archive": target, "now": now, "look": look_of()}
    told = json.dumps(asked)  # not in its arguments: others see those
    with subprocess.Popen(  # noqa: S603 - our own program
        PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
    ) as child:
        try:
            with suppress(BrokenPipeError):
                _send(child, told)
            yield child
        finally:
            _end(child)


def warm_up(archive: Archive) -> None:
    """Read the templates, count the stories and what filters offer, before somebody waits."""
    made = environment()
    for name in made.list_templates(extensions=["html"]):
        made.get_template(name)
    with suppress(DBAPIError):
        choices_of(archive)
        count_stories(archive)


def print_until_told() -> None:
    """Print what has no print, until all is printed or standard input ends: the desk is gone."""
    asked = json.loads(sys.stdin.readline())
    stop = Event()
    Thread(target=_wait_for_end, args=(stop,), daemon=True).start()
    run = Run(asked["now"], "print", ())
    with Archive.open(asked["archive"], run) as archive, suppress(DBAPIError):  # a busy archive
        print_ahead(archive, lambda: not stop.is_set(), asked["look"])


def _wait_for_end(stop: Event) -> None:
    sys.stdin.read()
    stop.set()


def _send(child: "subprocess.Popen[str]", words: str) -> None:
    if child.stdin is not None:
        child.stdin.write(f"{words}\n")
        child.stdin.flush()


def _end(child: "subprocess.Popen[str]") -> None:
    if child.stdin is not None:
        with suppress(BrokenPipeError):
            child.stdin.close()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
