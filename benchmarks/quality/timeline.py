"""Timelines: Timeline17 topics in, Date-F1 and alignment ROUGE out, as tilse computes them.

Gold: the expert timelines of Tran et al. 2013. A timeline is cut to the gold's number of dates and
its mean number of sentences a date, the heaviest first (Martschat and Markert 2017). As in tilse,
stop words (ROUGE's list) are left out and endings cut; a few endings stand in for Porter's rules.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.quality.common import Metric, Text, findings_of, sample
from twosource.base.stories import Entry

Timeline = Mapping[str, Sequence[str]]  # ISO day -> sentences
Grams = Counter[tuple[str, ...]]
WORD = re.compile(r"[a-z0-9]+")
ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|edly|ed|ly|ies|es|s|e)$")


def score(data: Path, limit: int | None) -> list[Metric]:
    """Date-F1, AR1-F and AR2-F, means over gold timelines; `limit` counts reports of a topic."""
    folder = data / "timeline17"
    golds = [row for row in _read(folder / "gold_timelines.json") if row["dataset"] == "timeline17"]
    found = {topic: _entries(texts) for topic, texts in _read_topics(folder, limit).items()}
    stops = frozenset((folder / "stopwords-smart.txt").read_text(encoding="utf-8").split())
    rows, within = [], []
    for row in golds:
        if row["topic"] in found:
            gold = {each["date"]: each["sentences"] for each in row["entries"]}
            told = found[row["topic"]]
            rows.append(compare(gold, cut(told, gold), stops))
            within.append(compare(gold, cut(keep_span(told, gold), gold), stops))
    return [*_means("timeline", rows), *_means("timeline.span", within)]


def keep_span(entries: Sequence[Entry], gold: Timeline) -> list[Entry]:
    """The entries from the gold's first day to its last, as published results are measured."""
    return [entry for entry in entries if min(gold) <= entry.when.start <= max(gold)]


def _means(name: str, rows: Sequence[tuple[float, float, float]]) -> list[Metric]:
    known = {"date_f1": 54.4, "ar1_f": 12.0, "ar2_f": 3.5}
    means = [sum(row[place] for row in rows) / len(rows) if rows else 0.0 for place in range(3)]
    return [
        Metric(f"{name}.{kind}", 100 * mean, len(rows), known[kind], 1.15 * known[kind])
        for kind, mean in zip(known, means, strict=True)
    ]


def compare(
    gold: Timeline, told: Timeline, stops: Collection[str] = ()
) -> tuple[float, float, float]:
    """Date-F1 and the two alignment scores of one timeline, each 0 to 1."""
    shared = len(set(gold) & set(told))
    dates = _f1(shared / len(told) if told else 0.0, shared / len(gold) if gold else 0.0)
    golds, tolds = _plain(gold, stops), _plain(told, stops)
    return dates, align(golds, tolds, 1), align(golds, tolds, 2)


def align(gold: Timeline, told: Timeline, size: int) -> float:
    """Alignment ROUGE F1: each day is matched with the nearest and likest of the other side."""
    golds = {day: _grams(texts, size) for day, texts in gold.items()}
    tolds = {day: _grams(texts, size) for day, texts in told.items()}
    return _f1(_share(tolds, golds), _share(golds, tolds))


def cut(entries: Sequence[Entry], gold: Timeline) -> dict[str, list[str]]:
    """The heaviest days, as many as the gold has, with its mean number of sentences each."""
    days: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.when.start == entry.when.end:
            days[entry.when.start].append(entry)
    weights = {day: sum(entry.weight for entry in rows) for day, rows in days.items()}
    best = sorted(weights, key=lambda day: (-weights[day], day))[: len(gold)]
    count = max(1, round(sum(map(len, gold.values())) / len(gold)))
    return {day: _heaviest(days[day], count) for day in sorted(best)}


def _heaviest(entries: Sequence[Entry], count: int) -> list[str]:
    ordered = sorted(entries, key=lambda entry: (-entry.weight, entry.text))
    return [entry.text for entry in ordered[:count]]


def _share(rows: Mapping[str, Grams], others: Mapping[str, Grams]) -> float:
    """The share of the rows' n-grams found on the other side, less the further the days apart."""
    total = sum(sum(grams.values()) for grams in rows.values())
    found = 0.0
    for day, grams in rows.items():
        if others:
            match = min(others, key=lambda other: (_cost(day, other, grams, others[other]), other))
            found += (grams & others[match]).total() / (_apart(day, match) + 1)
    return found / total if total else 0.0


def _cost(day: str, other: str, left: Grams, right: Grams) -> float:
    shared = (left & right).total()
    alike = _f1(shared / (left.total() or 1), shared / (right.total() or 1))
    return (1 - 1 / (_apart(day, other) + 1)) * (1 - alike)


def _apart(day: str, other: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _grams(texts: Iterable[str], size: int) -> Grams:
    grams: Grams = Counter()
    for text in texts:
        words = text.split()
        grams.update(tuple(words[at : at + size]) for at in range(len(words) - size + 1))
    return grams


def _plain(timeline: Timeline, stops: Collection[str]) -> Timeline:
    """The words that ROUGE counts: lower case, without stop words and endings."""
    return {day: [_plain_text(text, stops) for text in texts] for day, texts in timeline.items()}


def _plain_text(text: str, stops: Collection[str]) -> str:
    words = [word for word in WORD.findall(text.lower()) if word not in stops]
    return " ".join(ENDING.sub("", word) for word in words)


def _f1(left: float, right: float) -> float:
    return 2 * left * right / (left + right) if left + right else 0.0


def _entries(texts: Sequence[Text]) -> tuple[Entry, ...]:
    return findings_of(texts).timeline


def _read(file: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return rows


def _read_topics(folder: Path, limit: int | None) -> dict[str, list[Text]]:
    topics: dict[str, list[Text]] = defaultdict(list)
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = Text(row["id"], row["text"], published=row["pub_date"])
            topics[row["topic"]].append(text)
    return {name: sample(rows, lambda row: row.id, limit) for name, rows in sorted(topics.items())}
