"""Reports in, ratios out: `python -m benchmarks.speed.run [PATH ...]` (default: the demo).

reading   reports a second of `read_reports` over those of the bare spaCy pipeline, one process
cold      wall time of `twosource brief` on two reports over a process that only loads the model
memory    peak memory of reading over that of the bare pipeline

Runs alternate (bare, ours, bare, ours, ...) and the medians are divided, so that a noisy machine
hurts both alike.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import spacy

from twosource.base.errors import UnreadableError
from twosource.base.records import Item, Report
from twosource.base.settings import Settings
from twosource.capture.paths import capture_paths
from twosource.clean.reports import clean_item
from twosource.pipeline import read_reports

DEMO = "demo/reports"
LOAD = "import spacy; spacy.load('{model}')"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print each ratio with its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[DEMO])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory-of", choices=("bare", "ours"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    settings = Settings()
    reports = load_reports(options.paths)
    if options.memory_of:
        work = {"bare": read_bare, "ours": read_ours}[options.memory_of]
        work(reports, settings)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return 0
    print(f"{len(reports)} reports, medians of {options.runs} runs")
    print(f"reading  {reading_ratio(reports, settings, options.runs):5.2f}  goal >= 0.8")
    print(f"cold     {cold_ratio(options.paths, settings, options.runs):5.2f}  goal <= 1.6")
    print(f"memory   {memory_ratio(options.paths):5.2f}  goal <= 1.5")
    return 0


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


def read_bare(reports: Sequence[Report], settings: Settings) -> None:
    """The yardstick: the whole pipeline as it ships, over the texts."""
    model = spacy.load(settings.model)
    time_it(lambda: sum(len(doc) for doc in model.pipe([report.text for report in reports])))


def read_ours(reports: Sequence[Report], settings: Settings) -> None:
    """The same texts through every reading step."""
    time_it(lambda: sum(len(each.times) for each in read_reports(reports, settings)))


def reading_ratio(reports: Sequence[Report], settings: Settings, runs: int) -> float:
    """Our reports a second over the bare pipeline's."""
    model = spacy.load(settings.model)
    texts = [report.text for report in reports]
    list(read_reports(reports[:2], settings))  # loads model and gazetteer
    bare, ours = [], []
    for _ in range(runs):
        bare.append(time_it(lambda: sum(len(doc) for doc in model.pipe(texts))))
        ours.append(time_it(lambda: sum(1 for _ in read_reports(reports, settings))))
    return median(bare) / median(ours)


def cold_ratio(paths: Sequence[str], settings: Settings, runs: int) -> float:
    """Wall time of a cold `brief` on two reports over a process that only loads the model."""
    files = [str(file) for path in paths for file in _text_files(Path(path))][:2]
    brief = [sys.executable, "-m", "twosource.serve.cli", "brief", *files]
    load = [sys.executable, "-c", LOAD.format(model=settings.model)]
    loads, briefs = [], []
    for _ in range(runs):
        loads.append(time_it(lambda: _run(load)))
        briefs.append(time_it(lambda: _run(brief)))
    return median(briefs) / median(loads)


def memory_ratio(paths: Sequence[str]) -> float:
    """Peak memory of reading over that of the bare pipeline, each in its own process."""
    peaks = {}
    for who in ("bare", "ours"):
        command = [sys.executable, "-m", "benchmarks.speed.run", "--memory-of", who, *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
        peaks[who] = int(done.stdout.strip())
    return peaks["ours"] / peaks["bare"]


def time_it(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _text_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _run(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603 - our own


if __name__ == "__main__":
    raise SystemExit(main())
