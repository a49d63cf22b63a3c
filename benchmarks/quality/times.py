"""Time expressions against TimeBank and AQUAINT (news) and WikiWars (war narratives).

`python -m benchmarks.quality.times [--data FOLDER] [--limit N] [--cases FILE]`
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.common import Metric, Text, f1, gold_folder, sample, to_report
from benchmarks.quality.timeml import TimeText, Timex, read_folder
from twosource.base.records import Time
from twosource.base.settings import Settings
from twosource.extract.parse import load_model, parse_reports
from twosource.extract.times import find_times

NEWS = ("tbaq/TimeBank", "tbaq/AQUAINT", "tempeval3_platinum")
WARS = ("wikiwars_timex3",)
KNOWN = {"strict_f1": (81.3, 85.0), "relaxed_f1": (90.3, 93.0), "value_f1": (77.6, 83.0)}
KNOWN_WARS = {"lenient_f1": (90.3, 94.0), "lenient_value_f1": (80.8, 86.0)}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over texts: gold and predicted expressions, and the kinds of match."""

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """The counts of both."""
        return Tally(
            self.gold + other.gold, self.predicted + other.predicted, self.strict + other.strict,
            self.relaxed + other.relaxed, self.value + other.value,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """A text with its gold and what was read from it."""

    text: TimeText
    predicted: tuple[Timex, ...]


def score(data: Path, limit: int | None) -> list[Metric]:
    """The metrics of every split of `data/temporal` that is there."""
    found: list[Metric] = []
    total = Tally()
    for name in NEWS:
        tally = _tally(data / "temporal" / name, limit)
        found += _metrics(f"times.{name.rpartition('/')[2].lower()}", tally, KNOWN)
        total += tally
    found += _metrics("times.news", total, KNOWN)
    for name in WARS:
        found += _metrics("times.wars", _tally(data / "temporal" / name, limit), KNOWN_WARS)
    return found


def tally_text(gold: Sequence[Timex], predicted: Sequence[Timex]) -> Tally:
    """The counts of one text. Expressions are matched one to one: same span first, then overlap."""
    pairs = match_times(gold, predicted)
    strict = {(each.start, each.end) for each in gold} & {
        (each.start, each.end) for each in predicted
    }
    right = sum(left.value is not None and left.value == other.value for left, other in pairs)
    return Tally(len(gold), len(predicted), len(strict), len(pairs), right)


def match_times(gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs that share characters, the larger overlap first."""
    pairs = sorted(
        (-min(left.end, right.end) + max(left.start, right.start), left.start, right.start, i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(predicted)
        if left.start < right.end and right.start < left.end
    )
    used: tuple[set[int], set[int]] = (set(), set())
    found: list[tuple[Timex, Timex]] = []
    for *_, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((gold[i], predicted[j]))
    return found


def read_times(texts: Sequence[TimeText]) -> Iterator[Scored]:
    """What `twosource read` finds in each text, in order; a narrative keeps its download date."""
    reports = [to_report(Text(text.id, text.text, text.published)) for text in texts]
    for text, reading in zip(texts, parse_reports(reports, Settings()), strict=True):
        yield Scored(text, tuple(to_timex(each) for each in find_times(reading)))


def to_timex(found: Time) -> Timex:
    """A time of ours as the gold writes it."""
    return Timex(found.span.start, found.span.end, found.type, found.value)


def _tally(folder: Path, limit: int | None) -> Tally:
    texts = sample(read_folder(folder), lambda text: text.id, limit)
    tallies = (tally_text(each.text.times, each.predicted) for each in read_times(texts))
    return sum(tallies, Tally())


def _metrics(name: str, tally: Tally, known: dict[str, tuple[float, float]]) -> list[Metric]:
    if not tally.gold:
        return []
    counts = {
        "strict_f1": tally.strict, "relaxed_f1": tally.relaxed, "value_f1": tally.value,
        "lenient_f1": tally.relaxed, "lenient_value_f1": tally.value,
    }  # fmt: skip
    return [
        Metric(f"{name}.{key}", f1(counts[key], tally.predicted, tally.gold), tally.gold, *bar)
        for key, bar in known.items()
    ]


def dump_cases(folder: Path, limit: int | None, out: Path) -> None:
    """One line for each expression missed, found too much, cut otherwise or valued otherwise."""
    texts = sample(read_folder(folder), lambda text: text.id, limit)
    with out.open("w", encoding="utf-8") as lines:
        for scored in read_times(texts):
            for line in _cases(scored):
                print(line, file=lines)


def _cases(scored: Scored) -> Iterator[str]:
    text, gold = scored.text.text, scored.text.times
    pairs = match_times(gold, scored.predicted)
    for left, right in pairs:
        if (left.start, left.end) != (right.start, right.end):
            yield _case("span", scored, left, right)
        if left.value != right.value:
            yield _case("value", scored, left, right)
    matched = {id(each) for pair in pairs for each in pair}
    for each in gold:
        if id(each) not in matched:
            yield _case("missed", scored, each, None)
    for each in scored.predicted:
        if id(each) not in matched:
            around = text[max(0, each.start - 40) : each.end + 30].replace("\n", " ")
            quote = text[each.start : each.end].replace("\n", " ")
            yield f"extra\t{quote}\t\t{each.value}\t{scored.text.published}\t{around}"


def _case(kind: str, scored: Scored, gold: Timex, found: Timex | None) -> str:
    text = scored.text.text
    around = text[max(0, gold.start - 60) : gold.end + 40]
    ours = f"{text[found.start : found.end]}\t{found.value}" if found else "\t"
    theirs = f"{text[gold.start : gold.end]}\t{gold.value}"
    return f"{kind}\t{theirs}\t{ours}\t{scored.text.published}\t{around}".replace("\n", " ")


def measure_speed(folder: Path) -> float:
    """Seconds that finding times takes, as a share of the parse's, over thirty texts."""
    texts = sample(read_folder(folder), lambda text: text.id, 30)
    reports = [to_report(Text(text.id, text.text, text.published)) for text in texts]
    load_model(Settings().model)
    start = time.perf_counter()
    readings = list(parse_reports(reports, Settings()))
    spent = time.perf_counter() - start
    for reading in readings:
        list(find_times(reading))  # the rules are compiled when they are first tried
    parsed = time.perf_counter()
    for reading in readings:
        list(find_times(reading))
    return (time.perf_counter() - parsed) / spent


def main() -> None:
    """Print the metrics, and the cases when asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=gold_folder())
    parser.add_argument("--limit", type=int)
    parser.add_argument("--cases", type=Path, help="write the differing cases of --split here")
    parser.add_argument("--split", default="tbaq/AQUAINT")
    parser.add_argument("--speed", action="store_true")
    chosen = parser.parse_args()
    if chosen.cases:
        dump_cases(chosen.data / "temporal" / chosen.split, chosen.limit, chosen.cases)
        return
    if chosen.speed:
        print(f"share of the parse: {measure_speed(chosen.data / 'temporal' / chosen.split):.3f}")
        return
    for metric in score(chosen.data, chosen.limit):
        print(f"{metric.name:40} {metric.value:6.1f}  of {metric.goal}  n={metric.count}")


if __name__ == "__main__":
    main()
