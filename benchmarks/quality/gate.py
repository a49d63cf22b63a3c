"""Floors in, a verdict out: no metric may fall below its floor. `make gate`.

    python -m benchmarks.quality.gate [--raise] [--allow-lower REASON]

`floors.json` holds, for each scorer, the sample size, a hash of the gold it was measured on, and a
floor for each metric. Floors rise with `--raise`; they fall only with `--allow-lower` and a reason,
which is kept in the file. Without the gold the gate says so and passes, unless REQUIRE_ALL=1.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.quality.common import Metric, gold_folder
from benchmarks.quality.run import format_row, score

FLOORS = Path(__file__).with_name("floors.json")
NOISE = 0.05  # points: rounding in the file
UNGATED = (".mae", ".median_km")  # less is better there: shown, not held


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every scorer of the floors file; 1 when a metric fell or the gold changed."""
    options = _parse(arguments)
    data = gold_folder()
    if not data.is_dir():
        print(f"gate: no gold at {data}; set TWOSOURCE_GOLD (see benchmarks/README.md)")
        return 1 if os.environ.get("REQUIRE_ALL") == "1" else 0
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    troubles: list[str] = []
    for name, entry in floors.items():
        if options.only and name not in options.only:
            continue
        metrics = list(score(name, data, entry["limit"]))
        if not options.allow_lower:
            troubles += check(name, entry, metrics, hash_gold(data, entry))
        if options.rise or options.allow_lower:
            floors[name] = move(entry, metrics, hash_gold(data, entry), options.allow_lower)
        for metric in metrics:
            print(format_row(metric))
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    print("\n".join(troubles) or "gate: every metric stands at or above its floor")
    return 1 if troubles else 0


def check(name: str, entry: dict[str, Any], metrics: Sequence[Metric], gold: str) -> Iterator[str]:
    """What is wrong: gold that changed, metrics that fell, floors that nothing measured."""
    if entry["gold"] != gold:
        yield f"gate: {name}: the gold is not that of the floors ({gold} is not {entry['gold']})"
    measured = {metric.name: metric.value for metric in metrics}
    for metric, floor in entry["floors"].items():
        if metric not in measured:
            yield f"gate: {metric} was not measured"
        elif measured[metric] < floor - NOISE:
            yield f"gate: {metric} fell to {measured[metric]:.2f}, below its floor {floor:.2f}"


def move(
    entry: dict[str, Any], metrics: Sequence[Metric], gold: str, lower_for: str | None
) -> dict[str, Any]:
    """The entry with its floors at what is measured: up, or down with a reason."""
    old = entry["floors"]
    gated = [metric for metric in metrics if not metric.name.endswith(UNGATED)]
    new = {metric.name: round(metric.value, 2) for metric in gated}
    kept = {
        name: value if lower_for else max(value, old.get(name, value))
        for name, value in new.items()
    }
    moved = {**entry, "gold": gold, "floors": kept}
    if lower_for and any(kept[name] < old.get(name, 0) for name in kept):
        moved["lowered"] = [*entry.get("lowered", []), lower_for]
    return moved


def hash_gold(data: Path, entry: dict[str, Any]) -> str:
    """A short hash over the names and sizes of the gold's files."""
    digest = sha256()
    for folder in entry["folders"]:
        for file in sorted((data / folder).rglob("*")):
            if file.is_file() and file.name != "README.md":
                digest.update(f"{file.relative_to(data)} {file.stat().st_size}\n".encode())
    return digest.hexdigest()[:16]


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="rise", action="store_true")
    parser.add_argument("--allow-lower", metavar="REASON")
    parser.add_argument("--only", nargs="*")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
