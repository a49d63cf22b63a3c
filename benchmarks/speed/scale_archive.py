"""Archives of many reports: `python -m benchmarks.speed.scale_archive --reports 1000 100000`.

For each size it builds an archive from 500 gold texts (half of them news events of several reports,
which get invented days nine days apart, half incidents with their own days) and labelled variants
(`copies_of_texts.py` says how; `copies_of_stories.py`, which stories are copied, too). It prints
the time to keep the reports, the time to find families and stories and to work them out, the peak
memory of the process, the size of the file; then the cost of one more report, kept and brought up
to date, the median of several, and its ratio to the first size. All seconds are those of the
processor: others may use the machine.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.quality.common import Text, gold_folder, sample, to_report
from benchmarks.quality.stories import FOLDER, read_events
from benchmarks.speed.copies_of_stories import fill_stories
from benchmarks.speed.copies_of_texts import make_worlds
from twosource.base.archive import Archive, Run
from twosource.base.packing import pack, unpack
from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.pipeline import read_reports
from twosource.runners.copies import analysis_key
from twosource.runners.update import update_stories

ORIGINALS = 500
LONGEST = 6_000  # characters of an original
PIECE = 500  # reports kept in one transaction
ONE_BY_ONE = 21  # reports added one by one
RUN = Run("2031-05-12T10:00:00+00:00", "scale", (("twosource", "scale"),))
FIRST = date(2012, 1, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build each archive in a process of its own, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path, default=Path("out/scale"))
    parser.add_argument("--data", type=Path, default=gold_folder())
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.only:
        print(json.dumps(measure(options.folder, options.data, options.only)))
        return 0
    load_originals(options.folder, options.data)
    first: dict[str, float] = {}
    for size in options.reports:
        told = [sys.executable, "-m", "benchmarks.speed.scale_archive", "--only", str(size)]
        told += ["--folder", str(options.folder), "--data", str(options.data)]
        done = subprocess.run(told, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program
        row = json.loads(done.stdout.splitlines()[-1])
        first = first or row
        print(_line(row, first), flush=True)
    return 0


def measure(folder: Path, data: Path, size: int) -> dict[str, float]:
    """Build the archive of this size and add some reports one by one."""
    originals = load_originals(folder, data)
    target = folder / f"{size}.archive"
    row: dict[str, float] = {"reports": size}
    start = time.process_time()
    build(target, originals, size)
    row["kept_s"] = time.process_time() - start
    with Archive.open(str(target), RUN) as archive:
        start = time.process_time()
        done = fill_stories(archive, Settings())
        row["update_s"] = time.process_time() - start
        row["stories"], row["copied"] = done.worked_out + done.copied, done.copied
        row["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row["file_mb"] = target.stat().st_size / 1e6
        row["one_more_ms"] = 1000 * median(
            _add_one(archive, originals, n) for n in range(ONE_BY_ONE)
        )
    return row


def build(target: Path, originals: Sequence[Account], size: int) -> None:
    """An archive of this many reports, not yet brought up to date."""
    for old in target.parent.glob(f"{target.name}*"):
        old.unlink()
    worlds = make_worlds(originals, size)
    with Archive.open(str(target), RUN, create=True) as archive:
        while piece := list(islice(worlds, PIECE)):
            archive.keep_items(item for item, _ in piece)
            archive.keep_accounts((analysis_key(told.report), told) for _, told in piece)


def load_originals(folder: Path, data: Path) -> list[Account]:
    """What is read in the originals: read once, then kept in the folder."""
    file = folder / "originals.json"
    if not file.exists():
        texts = [*_events(data), *_incidents(data)]
        reports = [to_report(text) for text in texts]
        file.write_bytes(pack(list(read_reports(reports, Settings()))))
    return unpack(file.read_bytes(), list[Account])


def _events(data: Path) -> Iterator[Text]:
    """Half of the originals: news events of several reports, with invented days."""
    told = read_events(data / FOLDER / "wikinews_big.json", None)
    short = [each for each in told if 0 < len(each.text.text.strip()) <= LONGEST]
    for each in short[: ORIGINALS // 2]:
        day = FIRST + timedelta(9 * int(each.event))
        yield replace(
            each.text, published=day.isoformat(), outlet=f"Outlet {len(each.text.text) % 40}"
        )


def _incidents(data: Path) -> Iterator[Text]:
    """The other half: incidents with the reports that tell of them, and their days."""
    lines = (data / "gva_incidents" / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if 0 < len(row["text"].strip()) <= LONGEST]
    chosen = sample(rows, lambda row: str(row["incident_id"]), ORIGINALS - ORIGINALS // 2)
    for row in chosen:
        outlet = f"Outlet {len(row['text']) % 40}"
        yield Text(row["doc_id"], row["text"], row["dct"], row["title"], outlet)


def _add_one(archive: Archive, originals: Sequence[Account], number: int) -> float:
    """Processor seconds to keep one more report and to bring the stories up to date."""
    original = originals[number * len(originals) // ONE_BY_ONE]
    (item, told), *_ = make_worlds([_touch(original, number)], 1)
    start = time.process_time()
    archive.keep_items([item])
    archive.keep_accounts([(analysis_key(told.report), told)])
    update_stories(archive, Settings())
    return time.process_time() - start


def _touch(original: Account, number: int) -> Account:
    """A further telling of an original: the same text with a sentence of its own at the end."""
    text = f"{original.report.text}\nThis is telling number {number}."
    return replace(original, report=replace(original.report, text=text, path=f"more {number}"))


def _line(row: dict[str, float], first: dict[str, float]) -> str:
    ratio = row["one_more_ms"] / first["one_more_ms"]
    return (
        f"{row['reports']:>7,.0f} reports · kept in {row['kept_s']:.0f} s · {row['stories']:,.0f} "
        f"stories ({row['copied']:,.0f} of them copied) in {row['update_s']:.0f} s · "
        f"peak {row['peak_mb']:,.0f} MB · file {row['file_mb']:,.0f} MB · "
        f"one more {row['one_more_ms']:.0f} ms ({ratio:.2f} x)"
    )


if __name__ == "__main__":
    sys.exit(main())
