"""Gold in, the table of `docs/develop/quality.md` out: `make bench`.

python -m benchmarks.quality.run [--data FOLDER] [--only NAME ...] [--limit N] [--json FILE]
"""

import argparse
import importlib
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.quality.common import Metric, gold_folder

# Every scorer by the module that holds it, in the order of the table.
SCORERS = (
    "times",
    "places",
    "event_location",
    "claims",
    "pronouns",
    "figures",
    "fusion",
    "ranges",
    "events",
    "event_types",
    "capitals",
    "body",
    "families",
    "stories",
    "coreference",
    "shootings",
    "timeline",
    "blind",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print the table and, when asked, write the numbers to a file."""
    options = _parse(arguments)
    data = options.data or gold_folder()
    if not data.is_dir():
        print(f"no gold at {data}: set TWOSOURCE_GOLD (benchmarks/README.md tells where from)")
        return 2
    metrics = []
    for name in options.only or SCORERS:
        for metric in score(name, data, options.limit):
            print(format_row(metric), flush=True)
            metrics.append(metric)
    if options.json:
        rows = {metric.name: round(metric.value, 2) for metric in metrics}
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def score(name: str, data: Path, limit: int | None) -> Iterator[Metric]:
    """The metrics of one scorer; a line on standard output says how long it took."""
    module = importlib.import_module(f"benchmarks.quality.{name}")
    start = time.perf_counter()
    yield from module.score(data, limit)
    print(f"# {name}: {time.perf_counter() - start:.0f} s", flush=True)


def format_row(metric: Metric) -> str:
    """One line of the table: name, value, gold behind it, best known, goal."""
    known = "" if metric.known is None else f"known {metric.known:g}"
    goal = "" if metric.goal is None else f"goal {metric.goal:g}"
    return f"{metric.name:<36} {metric.value:7.2f}  n={metric.count:<6} {known:<12} {goal}".rstrip()


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="*", choices=SCORERS)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
