"""Many reports in, how families and stories keep up out: `python -m benchmarks.speed.scale`.

The reports are real ones and GENERATED variants of them (`variants.py`). Printed are the seconds of
`find_families` and `find_stories` on each size, each in a process of its own with its peak memory,
their ratio, and what one more report costs at each of the sizes. Seconds are the processor's: other
work on the machine does not count.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.quality.common import Text, gold_folder, to_report
from benchmarks.quality.stories import read_events
from benchmarks.speed.shelf import Shelf
from benchmarks.speed.variants import make_variants
from twosource.cluster.families import find_families
from twosource.cluster.growth import group_all, grow
from twosource.cluster.sketches import make_sketch
from twosource.cluster.stories import find_stories

SIZES = (10_000, 100_000)
GROWN = (1_000, 100_000)
SHORTEST = 200  # characters of a text that variants are made of
ADDED = 200  # reports that are added one by one
GOAL, GOAL_GROWN, GOAL_MEMORY = 12.0, 1.3, 3.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and gigabytes of one run; `added`: milliseconds of one more report, the median."""

    size: int
    families: float = 0.0
    stories: float = 0.0
    memory: float = 0.0
    added: float = 0.0
    touched: float = 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print each ratio with its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES)
    parser.add_argument("--grown", type=int, nargs=2, default=GROWN)
    parser.add_argument("--one", choices=("group", "grow"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    data = options.data or gold_folder()
    if options.one:
        work = {"group": measure_groups, "grow": measure_growth}[options.one]
        print(json.dumps(asdict(work(read_texts(data), options.sizes[0]))))
        return 0
    small, large = (_apart("group", size, data) for size in options.sizes)
    for each in (small, large):
        print(f"{each.size:>7,} reports: families {each.families:6.1f} s, stories"
              f" {each.stories:6.1f} s, peak {each.memory:.2f} GB")  # fmt: skip
    ratio = (large.families + large.stories) / (small.families + small.stories)
    print(f"time     {ratio:6.2f}  goal <= {GOAL}")
    print(f"memory   {large.memory:6.2f}  goal <= {GOAL_MEMORY}")
    few, many = (_apart("grow", size, data) for size in options.grown)
    for each in (few, many):
        print(f"{each.size:>7,} reports: one more {each.added:5.1f} ms, touches {each.touched:.0f}")
    print(f"one more {many.added / few.added:6.2f}  goal <= {GOAL_GROWN}")
    return 0


def measure_groups(texts: Sequence[Text], size: int) -> Cost:
    """Families and stories of a pile of this size."""
    reports = [to_report(text) for text in make_variants(texts, size)]
    start = time.process_time()
    families = find_families(reports)
    middle = time.process_time()
    find_stories(reports, families)
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return Cost(size, middle - start, end - middle, peak)


def measure_growth(texts: Sequence[Text], size: int) -> Cost:
    """One more report on a pile of this size, again and again; its sketch is made beforehand."""
    sketches = [make_sketch(to_report(text)) for text in make_variants(texts, size + ADDED)]
    late = frozenset(range(0, len(sketches), len(sketches) // ADDED))  # spread over the pile
    shelf = Shelf()
    kept = [each for number, each in enumerate(sketches) if number not in late]
    shelf.write(kept, group_all(kept))
    times, touched = [], []
    for number in sorted(late):
        start = time.process_time()
        growth = grow([sketches[number]], shelf)
        times.append(1000 * (time.process_time() - start))
        touched.append(len(growth.touched))
        shelf.write([sketches[number]], growth)
    return Cost(size, added=median(times), touched=median(touched))


def read_texts(data: Path) -> list[Text]:
    """The real reports that variants are made of: those of the gold that have whole texts."""
    found = [*_events(data), *_lines(data / "gva_incidents/docs.jsonl", "doc_id"),
             *_lines(data / "timeline17/articles.jsonl", "id")]  # fmt: skip
    return [each for each in found if len(each.text.strip()) >= SHORTEST]


def _events(data: Path) -> Iterator[Text]:
    for file in sorted((data / "news_event_clusters").glob("*.json")):
        yield from (told.text for told in read_events(file, None))


def _lines(file: Path, name: str) -> Iterator[Text]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Text(str(row[name]), row["text"].strip(), title=row.get("title"))


def _apart(what: str, size: int, data: Path) -> Cost:
    """The cost of one run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed.scale", "--one", what]
    command += ["--sizes", str(size), str(size), "--data", str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))  # noqa: S603 - our own
    return Cost(**json.loads(done.stdout))


if __name__ == "__main__":
    raise SystemExit(main())
