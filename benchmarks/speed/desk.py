"""Pages of the desk against datasette over the same archive, in one run.

`python -m benchmarks.speed.desk out/scale/10000.archive [--requests 60]` starts both on loopback
and asks them in turn, each address of a kind once (*first*) and then all of them once more in
another order (*again*, when the desk may have them in memory); the two take turns to be first.
Asked for are pages of the index of stories against pages of the table `stories`; stories against
their rows, those of which a print is kept (as many as are asked for are printed first, as `add`
does) apart from those that are made when they are asked for;
searches against the same searches in the same index of words; the map and months of the calendar
against the table of happenings with its places or days counted. Printed are the median and the
95th percentile of both in milliseconds, the ratio of the latter (goal: 1 at most), and the
processor's time for a page, which other work on the machine does not lengthen.
"""

import argparse
import os
import random
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from benchmarks.speed.copies_of_archives import RUN
from benchmarks.speed.desk_pages import Pair, pages_of
from twosource.base.archive import Archive
from twosource.serve.web.prints import print_ahead

PATIENCE = 60  # seconds that a server may take to start, or to answer
Server = tuple[int, int]  # a port and a process


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each kind of page and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--requests", type=int, default=60)
    options = parser.parse_args(arguments)
    print_some(options.archive, options.requests)
    ours, theirs = free_port(), free_port()
    desk = [sys.executable, "-m", "twosource.serve.cli", "desk"]
    desk += ["--archive", str(options.archive), "--port", str(ours)]
    other = [sys.executable, "-m", "datasette", str(options.archive), "--port", str(theirs)]
    other += ["--setting", "sql_time_limit_ms", str(1000 * PATIENCE)]
    with closing(sqlite3.connect(options.archive)) as connection:
        kinds = pages_of(connection, quote(options.archive.stem), options.requests)
    with running(desk, ours) as first, running(other, theirs) as second:
        ask(("/keys", "/-/versions"), (ours, theirs))  # either reads its templates once
        for kind, pairs in kinds.items():
            for line in measure(kind, pairs, ((ours, first), (theirs, second))):
                print(line, flush=True)
    return 0


def print_some(archive: Path, count: int) -> None:
    """Print the newest stories, as an update does with those that it wrote."""
    left = iter(range(count))
    with Archive.open(str(archive), RUN) as opened:
        print_ahead(opened, lambda: next(left, None) is not None)


def measure(kind: str, pairs: Sequence[Pair], servers: tuple[Server, Server]) -> Iterator[str]:
    """A line for the first time that these are asked for, and one for the second."""
    if not pairs:
        return
    mixed = random.Random(7).sample(pairs, len(pairs))  # noqa: S311 - no secret
    ports = (servers[0][0], servers[1][0])
    for name, asked in (("first", pairs), ("again", mixed)):
        before = [spent(number) for _, number in servers]
        times = [ask(pair, ports, turned=bool(at % 2)) for at, pair in enumerate(asked)]
        after = [spent(number) for _, number in servers]
        costs = [1000 * (b - a) / len(asked) for a, b in zip(before, after, strict=True)]
        yield line_of(f"{kind}, {len(asked)}, {name}", times) + (
            f" · processor {costs[0]:.1f} and {costs[1]:.1f} ms a page"
        )


def spent(process: int) -> float:
    """Seconds of the processor that a process has used (Linux); others' work does not count."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def ask(pair: Pair, ports: tuple[int, int], *, turned: bool = False) -> tuple[float, float]:
    """Milliseconds of either page; `turned` asks for the second one first.

    Who asks first reads the archive's file for both, where the system did not have it in memory.
    """
    told = []
    order = list(zip(pair, ports, strict=True))
    for address, port in reversed(order) if turned else order:
        start = time.perf_counter()
        with urlopen(f"http://127.0.0.1:{port}{address}", timeout=PATIENCE) as page:
            page.read()
        told.append(1000 * (time.perf_counter() - start))
    return (told[1], told[0]) if turned else (told[0], told[1])


def line_of(kind: str, times: Sequence[tuple[float, float]]) -> str:
    """Medians and 95th percentiles of both, and the ratio of the latter."""
    ours, theirs = (sorted(column) for column in zip(*times, strict=True))
    high = [percentile(column) for column in (ours, theirs)]
    return (
        f"{kind:<46} desk {median(ours):5.0f} ms, p95 {high[0]:5.0f} · datasette "
        f"{median(theirs):5.0f} ms, p95 {high[1]:5.0f} · ratio {high[0] / high[1]:.2f}"
    )


def percentile(times: Sequence[float]) -> float:
    """The 95th percentile; of a single time, the time."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


@contextmanager
def running(program: Sequence[str], port: int) -> Iterator[int]:
    """A server that answers, as the number of its process; it is stopped at the end."""
    with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own programs
        try:
            wait_for(f"http://127.0.0.1:{port}/keys")
            yield server.pid
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Nothing, once the address answers, be it that it has no such page."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE):  # noqa: S310 - loopback
                return
        except (URLError, ConnectionError) as trouble:
            if getattr(trouble, "code", None):
                return
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
