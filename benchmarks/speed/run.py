"""Reports in, ratios out: `python -m benchmarks.speed.run [PATH ...]` (default: the demo).

reading   reports a second of `read_reports` over those of the bare spaCy pipeline, one process
copies    the same when each text stands in a second report, as wire copy does
two       reports a second of two processes over those of one
cold      time of `twosource brief` on two reports over a process that only loads the model
memory    peak memory of reading over that of the bare pipeline

Runs alternate (bare, ours, bare, ours, ...) and the medians are divided, so that a noisy machine
hurts both alike. Each ratio is told in wall time and in processor time: where other programs run
beside, only the second tells much. The load of the machine is printed with them.
"""

import argparse
import compileall
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language

import twosource
from twosource.base.errors import UnreadableError
from twosource.base.records import Item, Report, Skip
from twosource.base.settings import Settings
from twosource.capture.paths import capture_paths
from twosource.clean.reports import clean_item
from twosource.pipeline import read_reports
from twosource.runners.local import Line, judge, read_lines

DEMO = "demo/reports"
LOAD = "import spacy; spacy.load('{model}')"
PARTS = ("reading", "copies", "two", "cold", "memory")
GOALS = {"reading": ">= 0.8", "copies": ">= 1.5", "two": ">= 1.8", "cold": "<= 1.6"}
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """What some work took, or two works in proportion: wall time and processor time, seconds."""

    wall: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print each ratio with its goal."""
    options = _parse(arguments)
    settings = Settings()
    reports = load_reports(options.paths)
    if options.memory_of:
        {"bare": read_bare, "ours": read_ours}[options.memory_of](reports, settings)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return 0
    load = os.getloadavg()[0]
    print(f"{len(reports)} reports, medians of {options.runs} runs; load {load:.1f} at the start")
    for part in options.only:
        if part == "memory":
            print(f"memory   {memory_ratio(options.paths):5.2f}  goal <= 1.5", flush=True)
            continue
        found = measure(part, reports, options.paths, settings, options.runs)
        row = f"{part:<8} {found.wall:5.2f} by the clock, {found.cpu:5.2f} of the processor"
        print(f"{row}  goal {GOALS[part]}", flush=True)
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


def measure(
    part: str, reports: Sequence[Report], paths: Sequence[str], settings: Settings, runs: int
) -> Cost:
    """One ratio: how much quicker than its measure, for `cold` how much slower."""
    if part == "cold":
        return proportion(*cold_works(paths, settings), runs)
    list(read_reports(reports[:2], settings))  # loads model and gazetteer
    if part == "two":
        lines = [judge(report, settings) for report in reports]
        one, two = (replace(settings, workers=count) for count in (1, 2))
        return proportion(lambda: _read(lines, one), lambda: _read(lines, two), runs)
    model = spacy.load(settings.model)
    if part == "copies":
        lines = [judge(each, settings) for report in reports for each in twice(report)]
        texts = [report.text for report in reports for _ in range(2)]
        return proportion(lambda: _parse_all(model, texts), lambda: _read(lines, settings), runs)
    texts = [report.text for report in reports]
    return proportion(
        lambda: _parse_all(model, texts),
        lambda: sum(1 for _ in read_reports(reports, settings)),
        runs,
    )


def proportion(left: Work, right: Work, runs: int) -> Cost:
    """The cost of the left work over that of the right; the runs alternate."""
    lefts, rights = [], []
    for _ in range(runs):
        lefts.append(cost_of(left))
        rights.append(cost_of(right))
    return Cost(
        median(one.wall for one in lefts) / median(one.wall for one in rights),
        median(one.cpu for one in lefts) / median(one.cpu for one in rights),
    )


def cost_of(work: Work) -> Cost:
    """What the work takes, its processes with it."""
    wall, cpu = time.perf_counter(), _cpu()
    work()
    return Cost(time.perf_counter() - wall, _cpu() - cpu)


def load_reports(paths: Sequence[str]) -> list[Report]:
    """The reports of the paths that can be read, in English."""
    found = []
    for item in capture_paths(paths):
        if isinstance(item, Item):
            try:
                found.append(clean_item(item))
            except UnreadableError:
                continue
    return [report for report in found if report.language == "en"]


def twice(report: Report) -> Iterator[Report]:
    """The report, and another that carries the same words."""
    yield report
    yield replace(report, path=f"{report.path} again", outlet="Another paper")


def read_bare(reports: Sequence[Report], settings: Settings) -> None:
    """The yardstick: the whole pipeline as it ships, over the texts."""
    _parse_all(spacy.load(settings.model), [report.text for report in reports])


def read_ours(reports: Sequence[Report], settings: Settings) -> None:
    """The same texts through every reading step."""
    for _ in read_reports(reports, settings):
        pass


def cold_works(paths: Sequence[str], settings: Settings) -> tuple[Work, Work]:
    """A cold `brief` on two reports, and a process that only loads the model.

    Both are compiled to bytecode before, as pip does when it installs: an editable checkout is not.
    """
    compileall.compile_dir(str(Path(twosource.__file__).parent), quiet=2)
    files = [str(file) for path in paths for file in _text_files(Path(path))][:2]
    brief = [sys.executable, "-m", "twosource.serve.cli", "brief", *files]
    load = [sys.executable, "-c", LOAD.format(model=settings.model)]
    return lambda: _run(brief), lambda: _run(load)


def memory_ratio(paths: Sequence[str]) -> float:
    """Peak memory of reading over that of the bare pipeline, each in its own process."""
    peaks = {}
    for who in ("bare", "ours"):
        command = [sys.executable, "-m", "benchmarks.speed.run", "--memory-of", who, *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
        peaks[who] = int(done.stdout.strip())
    return peaks["ours"] / peaks["bare"]


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[DEMO])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--memory-of", choices=("bare", "ours"), help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _parse_all(model: Language, texts: Sequence[str]) -> int:
    return sum(len(doc) for doc in model.pipe(texts))


def _read(lines: Sequence[Line | Skip], settings: Settings) -> int:
    return sum(1 for _ in read_lines(iter(lines), settings))


def _cpu() -> float:
    """Seconds of the processor that this process and those it waited for have used."""
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _text_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _run(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603 - our own


if __name__ == "__main__":
    raise SystemExit(main())
