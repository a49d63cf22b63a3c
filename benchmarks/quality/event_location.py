"""Which place belongs to which event: the event_location sentences (Halterman 2019).

Each sentence has one event verb and the places where its event happened. `accuracy`: share of the
sentences with gold whose chosen place overlaps a gold one. `precision`: the same over the
sentences for which a place was chosen. `none`: share of the sentences without gold for which none
was chosen.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.common import Metric, Text, sample, to_report
from twosource.base.reading import Reading, words_of
from twosource.base.records import Span
from twosource.base.settings import Settings
from twosource.extract.mention_scenes import Scene, find_scenes, place_of
from twosource.extract.parse import parse_reports
from twosource.extract.places import find_places


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its event verb and the places of the event; none where the annotator saw none."""

    text: Text
    trigger: Span
    gold: tuple[Span, ...]
    source: str


def score(data: Path, limit: int | None) -> list[Metric]:
    """Exact choice on all sentences and, where they are, on those annotated anew."""
    folder = data if (data / "labeled_text.jsonl").exists() else data / "event_location"
    if not (folder / "labeled_text.jsonl").exists():
        return []
    cases = sample(read_cases(folder / "labeled_text.jsonl"), lambda case: case.text.id, limit)
    chosen = list(choose(cases))
    metrics = to_metrics("all", cases, chosen)
    again = [index for index, case in enumerate(cases) if case.source == "RELABEL"]
    if again:
        kept = [cases[index] for index in again], [chosen[index] for index in again]
        metrics += to_metrics("relabelled", *kept)
    return metrics


def read_cases(file: Path) -> list[Case]:
    """The sentences of the file that have a verb."""
    cases = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        spans = [(span["label"], Span(span["start"], span["end"])) for span in row["spans"]]
        verbs = [span for label, span in spans if label == "VERB"]
        named = [span for label, span in spans if label == "LOCATION"]
        if verbs and all(_is_whole(span, row["text"]) for span in named):
            places = tuple(sorted(named))
            text = Text(str(number), row["text"])
            cases.append(Case(text, verbs[0], places, row["source"]))
    return cases


def _is_whole(span: Span, text: str) -> bool:
    """Whether a span holds whole words: offsets of some rows ran off when tokens were dropped."""
    words = span.quote(text)
    cut = re.compile(r"\w\B")
    inside = span.start > 0 and cut.match(text, span.start - 1) is not None
    return bool(words.strip()) and not inside and cut.match(text, span.end - 1) is None


def choose(cases: Sequence[Case]) -> Iterator[Span | None]:
    """The place chosen for each case, None for none."""
    reports = [to_report(case.text) for case in cases]
    for case, reading in zip(cases, parse_reports(reports, Settings()), strict=True):
        yield _choose(case, reading)


def _choose(case: Case, reading: Reading) -> Span | None:
    places = tuple(find_places(reading))
    reading = replace(reading, account=replace(reading.account, places=places))
    trigger = words_of(reading, case.trigger).root
    scene = find_scenes(reading).get(trigger.sent.start, Scene())
    found = place_of(trigger, scene, reading)
    return found.span if found is not None else None


def to_metrics(name: str, cases: Sequence[Case], chosen: Sequence[Span | None]) -> list[Metric]:
    """The three shares, in percent."""
    pairs = list(zip(cases, chosen, strict=True))
    right = sum(is_right(case.gold, span) for case, span in pairs)
    gold = sum(bool(case.gold) for case in cases)
    told = sum(span is not None for span in chosen)
    empty = [span for case, span in pairs if not case.gold]
    none = sum(span is None for span in empty)
    stem = f"event_location.{name}"
    return [
        Metric(f"{stem}.accuracy", 100 * right / (gold or 1), gold),
        Metric(f"{stem}.precision", 100 * right / (told or 1), told),
        Metric(f"{stem}.none", 100 * none / (len(empty) or 1), len(empty)),
    ]


def is_right(gold: Sequence[Span], chosen: Span | None) -> bool:
    """Whether the chosen place overlaps a gold one."""
    return chosen is not None and any(chosen.overlaps(span) for span in gold)
