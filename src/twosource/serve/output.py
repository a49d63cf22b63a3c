"""What a command says: results on standard output, progress and skips on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from twosource.base.errors import InputError
from twosource.base.records import Account, Skip
from twosource.render.phrases import plural

PATIENCE = 2.0  # seconds of silence before progress is shown


@dataclass(slots=True)
class Log:
    """Counts what was read and names each skip on standard error as it comes."""

    read: int = 0
    skipped: int = 0
    started: float = field(default_factory=time.monotonic)
    shown: float = 0.0

    def follow(self, stream: Iterable[Account | Skip]) -> Iterator[Account | Skip]:
        """The stream as it is, with its skips named and its progress told."""
        for each in stream:
            if isinstance(each, Skip):
                self.skipped += 1
                self._say(f"skipped {each.origin}: {each.reason}")
            else:
                self.read += 1
                self._tick()
            yield each
        self._close()

    def cut(self, told: int, whole: int) -> None:
        """Say on standard error how many stories are left out, when some are."""
        if told < whole:
            self._say(f"the {told} newest of {whole} stories; more with --limit, --since, --story")

    @property
    def status(self) -> int:
        """The exit status: 0 when every report was read, 1 when some were skipped."""
        return 1 if self.skipped else 0

    def _tick(self) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.started > PATIENCE and now - self.shown > 0.2:  # noqa: PLR2004 - five times a second
            self.shown = now
            sys.stderr.write(f"\r\x1b[K{self.read} reports read")
            sys.stderr.flush()

    def _say(self, message: str) -> None:
        self._wipe()
        sys.stderr.write(f"{message}\n")

    def _wipe(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            self.shown = 0.0

    def _close(self) -> None:
        self._wipe()
        took = time.monotonic() - self.started
        if self.skipped:
            sys.stderr.write(f"{self.read} reports, {self.skipped} skipped\n")
        elif took > PATIENCE:
            sys.stderr.write(f"{plural(self.read, 'report')} in {took:.0f} s\n")


def write(data: bytes | str, file: Path | None = None) -> None:
    """Write a result to a file, or to standard output when none is named."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if file is None:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    except OSError as trouble:
        raise InputError(f"cannot be written: {trouble.strerror}", where=str(file)) from trouble
