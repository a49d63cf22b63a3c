"""Many reports in, how families and stories keep up out: `python -m benchmarks.speed.scale`.

The reports are real ones and GENERATED variants of them (`variants.py`). For each size, each in a
process of its own, are printed: the seconds in which the reports are sketched and those in which
families and stories are found (`group_all`, as an archive is filled), the peak memory until then,
how many links and what largest block there are, and the milliseconds of one more report, added to
the pile again and again. Seconds are the processor's: other work on the machine does not count,
though it slows memory. Reports are made as such, not read: capture and cleaning are no part of it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.quality.common import Text, gold_folder
from benchmarks.speed.originals import read_originals
from benchmarks.speed.shelf import Shelf
from benchmarks.speed.variants import make_variants
from twosource.base.ids import hash_bytes, make_id
from twosource.base.records import Published, Report, ReportId
from twosource.cluster.growth import Growth, group_all, grow
from twosource.cluster.sketches import Sketch, make_sketch

SIZES = (1_000, 10_000, 100_000)
ADDED = 200  # reports that are added one by one, spread over the pile
GOAL, GOAL_GROWN, GOAL_MEMORY = 12.0, 1.3, 3.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds, gigabytes, and of one more report the median milliseconds."""

    size: int
    sketched: float
    grouped: float
    memory: float
    links: int
    families: int  # of two reports and more
    largest: int  # reports of the largest story
    added: float
    touched: float  # reports whose families and stories are worked out again, the median

    @property
    def whole(self) -> float:
        """Sketching and grouping."""
        return self.sketched + self.grouped


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print each ratio with its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    data = options.data or gold_folder()
    if options.one:
        print(json.dumps(asdict(measure(read_originals(data), options.one))))
        return 0
    costs = []
    for size in options.sizes:
        costs.append(_apart(size, data))
        print(_row(costs[-1]), flush=True)
    *_, small, large = costs[:1] + costs
    print(f"time     {large.whole / small.whole:6.2f}  goal <= {GOAL}, for ten times the reports")
    print(f"memory   {large.memory:6.2f}  goal <= {GOAL_MEMORY} GB")
    print(f"one more {large.added / costs[0].added:6.2f}  goal <= {GOAL_GROWN}")
    return 0


def measure(texts: Sequence[Text], size: int, added: int = ADDED) -> Cost:
    """Families and stories of a pile of this size, then one more report, again and again."""
    reports = [_to_report(text) for text in make_variants(texts, size + added)]
    start = time.process_time()
    sketches = [make_sketch(report) for report in reports]
    sketched = (time.process_time() - start) * size / len(reports)
    late = sketches[:: len(sketches) // added][:added]
    last = {each.id for each in late}
    kept = [each for each in sketches if each.id not in last]
    start = time.process_time()
    pile = group_all(kept)
    grouped = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    one_more, touched = _add(late, kept, pile)
    return Cost(
        size, sketched, grouped, memory, len(pile.added),
        sum(len(each.reports) > 1 for each in pile.groups.families),
        max(len(each.reports) for each in pile.groups.stories),
        one_more, touched,
    )  # fmt: skip


def _add(late: Sequence[Sketch], kept: Sequence[Sketch], pile: Growth) -> tuple[float, float]:
    """The median milliseconds of adding one of these, and the median of the reports touched."""
    shelf = Shelf()
    shelf.write(kept, pile)
    times, touched = [], []
    for sketch in late:
        start = time.process_time()
        growth = grow([sketch], shelf)
        times.append(1000 * (time.process_time() - start))
        touched.append(len(growth.touched))
        shelf.write([sketch], growth)
    return median(times), median(touched)


def _to_report(text: Text) -> Report:
    """The report that a text is, nothing marked as furniture."""
    sha = hash_bytes(text.text.encode())
    return Report(
        id=ReportId(make_id("rep", sha, text.id)), sha256=sha, text=text.text, path="-",
        given_id=text.id, given_title=text.title, outlet=text.outlet, language="en",
        published=Published(text.published, "given") if text.published else Published(),
    )  # fmt: skip


def _row(cost: Cost) -> str:
    return (
        f"{cost.size:>7,} reports: sketched in {cost.sketched:.1f} s, grouped in"
        f" {cost.grouped:.1f} s, peak {cost.memory:.2f} GB; {cost.links:,} links,"
        f" {cost.families:,} families, largest story {cost.largest};"
        f" one more {cost.added:.0f} ms, touches {cost.touched:.0f}"
    )


def _apart(size: int, data: Path) -> Cost:
    """The cost of one run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed.scale", "--one", str(size)]
    command += ["--data", str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))  # noqa: S603 - our own
    return Cost(**json.loads(done.stdout))


if __name__ == "__main__":
    raise SystemExit(main())
