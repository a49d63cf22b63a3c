"""Figures against gold: killed and injured of each report, and displacement figures.

gva_incidents: `totals` of a report against its incident's final count. displacement: a gold
figure is found when some displacement figure of the excerpt has its number.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.common import Metric, Text, read_texts, sample
from twosource.base.numbers import parse_number
from twosource.base.records import Account

MOVED = frozenset({"displaced", "evacuated"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold count and what was read for it; None: the report says nothing, taken as 0."""

    gold: float
    read: float | None


def score(data: Path, limit: int | None) -> list[Metric]:
    """Exact share and mean error of killed and injured; recall and precision of displacement."""
    return [*score_incidents(data, limit), *score_displacement(data, limit)]


def score_incidents(data: Path, limit: int | None) -> list[Metric]:
    """Killed and injured, report by report."""
    texts, gold = load_incidents(data, limit)
    if not texts:
        return []
    killed: list[Pair] = []
    injured: list[Pair] = []
    for text, account in zip(texts, read_texts(texts), strict=True):
        right = gold[text.id]
        killed.append(Pair(right[0], read_total(account, "killed")))
        injured.append(Pair(right[1], read_total(account, "injured")))
    return [
        Metric("figures.killed.exact", exact_share(killed), len(killed), known=60, goal=85),
        Metric("figures.killed.mae", mean_error(killed), len(killed)),
        Metric("figures.injured.exact", exact_share(injured), len(injured)),
        Metric("figures.injured.mae", mean_error(injured), len(injured)),
    ]


def score_displacement(data: Path, limit: int | None) -> list[Metric]:
    """Recall of gold figures; precision over all displacement figures read."""
    texts, gold = load_displacement(data, limit)
    if not texts:
        return []
    read = {
        text.id: displacement_values(account)
        for text, account in zip(texts, read_texts(texts), strict=True)
    }
    recall, precision = match_values(gold, read)
    count = sum(len(values) for values in gold.values())
    return [
        Metric("figures.displacement.recall", recall, count, known=76, goal=88),
        Metric("figures.displacement.precision", precision, count, known=68, goal=75),
    ]


def load_incidents(data: Path, limit: int | None) -> tuple[list[Text], dict[str, tuple[int, int]]]:
    """The reports that have a text and an incident, and (killed, injured) for each."""
    folder = data / "gva_incidents"
    if not folder.exists():
        return [], {}
    counts = {
        row["incident_uri"]: (int(row["num_killed"]), int(row["num_injured"]))
        for row in read_lines(folder / "incidents.jsonl")
    }
    rows = [row for row in read_lines(folder / "docs.jsonl") if row["incident_id"] in counts]
    rows = sample((row for row in rows if row.get("text")), lambda row: str(row["doc_id"]), limit)
    texts = [
        Text(str(row["doc_id"]), str(row["text"]), str(row["dct"]), str(row["title"]))
        for row in rows
    ]
    return texts, {str(row["doc_id"]): counts[row["incident_id"]] for row in rows}


def load_displacement(data: Path, limit: int | None) -> tuple[list[Text], dict[str, list[float]]]:
    """The excerpts, and the gold numbers of each (several rows may share an excerpt)."""
    gold: dict[str, list[float]] = {}
    for path in sorted((data / "displacement").glob("*.jsonl")):
        for row in read_lines(path):
            excerpt = row.get("Excerpt") or row.get("excerpt")
            figure = row.get("Displacement figure") or row.get("Quantity")
            value = parse_number(str(figure).removesuffix(".0")) if figure else None
            if excerpt and value is not None:
                gold.setdefault(str(excerpt), []).append(value)
    kept = sample(gold, str, limit)
    return [Text(text, text) for text in kept], {text: gold[text] for text in kept}


def read_lines(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_total(account: Account, measure: str) -> float | None:
    """The best value of a report's total, else its low; None when the report has no such total."""
    for total in account.totals:
        if total.measure == measure:
            return total.best if total.best is not None else total.low
    return None


def displacement_values(account: Account) -> list[frozenset[float]]:
    """What each displacement figure may mean: its value, low and high; no numbers, no figure."""
    found = []
    for figure in account.figures:
        if figure.measure in MOVED:
            numbers = {figure.value, figure.low, figure.high} - {None}
            found.append(frozenset(number for number in numbers if number))
    return [numbers for numbers in found if numbers]


def exact_share(pairs: Sequence[Pair]) -> float:
    """Percent of pairs that agree; silence is taken as 0."""
    return 100 * sum(pair.gold == (pair.read or 0) for pair in pairs) / len(pairs) if pairs else 0.0


def mean_error(pairs: Sequence[Pair]) -> float:
    """Mean absolute difference in persons."""
    return sum(abs(pair.gold - (pair.read or 0)) for pair in pairs) / len(pairs) if pairs else 0.0


def match_values(
    gold: dict[str, list[float]], read: dict[str, list[frozenset[float]]]
) -> tuple[float, float]:
    """Recall and precision in percent: a read figure is right when one gold number is in it."""
    found = wanted = right = made = 0
    for text, values in gold.items():
        figures = read.get(text, [])
        wanted += len(values)
        found += sum(any(value in numbers for numbers in figures) for value in values)
        made += len(figures)
        right += sum(any(value in numbers for value in values) for numbers in figures)
    return share(found, wanted), share(right, made)


def share(part: int, whole: int) -> float:
    """Percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def changed(pairs: Iterable[tuple[str, Pair]]) -> list[str]:
    """One line a wrong case, for a dump to look through."""
    return [
        f"{name}\t{pair.gold}\t{pair.read}" for name, pair in pairs if pair.gold != (pair.read or 0)
    ]
