"""A file that is dear to make in; made by one process while the others wait, out."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep, time

PAUSE = 0.2  # seconds between two looks
STALE = 180.0  # seconds after which the maker is taken for dead


def make_once(file: Path, make: Callable[[Path], None]) -> None:
    """Call `make` unless another process is making the file; return when it is there.

    The lock is a file beside it. `make` must write aside and rename: when a lock was taken for
    dead too early, two make the same file and nothing is lost.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.with_suffix(".lock")
    while not file.exists():
        if not _take(lock):
            sleep(PAUSE)
            continue
        try:
            if not file.exists():
                make(file)
        finally:
            lock.unlink(missing_ok=True)


def _take(lock: Path) -> bool:
    """Whether the lock is ours now; one that was left behind is removed."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        with suppress(OSError):
            if time() - lock.stat().st_mtime > STALE:
                lock.unlink()
        return False
    return True
