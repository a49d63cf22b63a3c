"""Pages of the desk against datasette over the same archive, in one run.

`python -m benchmarks.speed.desk out/scale/10000.archive [--requests 60]` starts both on loopback
and asks them in turn: a page of the index of stories against a page of the table `stories`, a story
against its row, a search against the same search in the same index of words. It prints the median
and the 95th percentile of each in milliseconds, and the ratio of the latter (goal: 1 at most).
"""

import argparse
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

WORDS = ("police", "fire", "market shooting", "army", "truce", "hospital", '"the police"', "kill*")
PATIENCE = 60  # seconds that a server may take to start
PAGES = 20  # of the index that are asked for

Pair = tuple[str, str]  # a page of the desk and its like in datasette


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each kind of page and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--requests", type=int, default=60)
    options = parser.parse_args(arguments)
    ours, theirs = free_port(), free_port()
    desk = [sys.executable, "-m", "twosource.serve.cli", "desk"]
    desk += ["--archive", str(options.archive), "--port", str(ours)]
    other = [sys.executable, "-m", "datasette", str(options.archive), "--port", str(theirs)]
    with running(desk, ours), running(other, theirs):
        for kind, pairs in pages(options.archive, options.requests).items():
            ask(pairs[0], (ours, theirs))  # either makes its templates and statements once
            times = [ask(pair, (ours, theirs)) for pair in pairs]
            print(line_of(kind, times), flush=True)
    return 0


def pages(archive: Path, count: int) -> dict[str, list[Pair]]:
    """The addresses to ask for: pages of the index, stories, searches."""
    name = quote(archive.stem)
    with sqlite3.connect(archive) as connection:
        rows = connection.execute("select id from stories order by digest limit ?", (count,))
        stories = [str(row[0]) for row in rows]
        table = f"/{name}/stories?_sort_desc=ended&_size=50"
        row = connection.execute("select max(id) from searched").fetchone()
    words = f"/{name}/searched?_fts_table=words&_fts_pk=id&_size=20&_search="
    asked = [quote(WORDS[place % len(WORDS)]) for place in range(count)]
    return {
        f"index of stories ({row[0]:,} reports)": [
            (f"/?page={place % PAGES + 1}", f"{table}&_next={place % PAGES * 50}")
            for place in range(count)
        ],
        "a story": [(f"/stories/{each}", f"/{name}/stories/{each}") for each in stories],
        "a search": [(f"/search?q={each}", words + each) for each in asked],
    }


def ask(pair: Pair, ports: tuple[int, int]) -> tuple[float, float]:
    """Milliseconds of either page."""
    told = []
    for address, port in zip(pair, ports, strict=True):
        start = time.perf_counter()
        with urlopen(f"http://127.0.0.1:{port}{address}", timeout=PATIENCE) as page:
            page.read()
        told.append(1000 * (time.perf_counter() - start))
    return told[0], told[1]


def line_of(kind: str, times: Sequence[tuple[float, float]]) -> str:
    """Medians and 95th percentiles of both, and the ratio of the latter."""
    ours, theirs = (sorted(column) for column in zip(*times, strict=True))
    high = [quantiles(column, n=20)[-1] for column in (ours, theirs)]
    return (
        f"{kind:<34} desk {median(ours):5.0f} ms, p95 {high[0]:5.0f} · datasette "
        f"{median(theirs):5.0f} ms, p95 {high[1]:5.0f} · ratio {high[0] / high[1]:.2f}"
    )


@contextmanager
def running(program: Sequence[str], port: int) -> Iterator[None]:
    """A server that answers; it is stopped at the end."""
    with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own programs
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            yield
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Nothing, once the address answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE):  # noqa: S310 - loopback
                return
        except (URLError, ConnectionError):
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
