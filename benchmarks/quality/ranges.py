"""Ranges against gold: the least and the most killed, and injured, that accounts of a strike give.

airwars_gaza: totals of the narrative against the coded minimum and maximum. dronestream: the
figure of a one-sentence narrative.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.common import Metric, Text, read_texts, sample
from twosource.base.records import Account


@dataclass(frozen=True, slots=True)
class Interval:
    """Least and most; None for the most: open."""

    low: float
    high: float | None


def score(data: Path, limit: int | None) -> list[Metric]:
    """Exact minimum, exact maximum, overlap."""
    return [*score_airwars(data, limit), *score_strikes(data, limit)]


def score_airwars(data: Path, limit: int | None) -> list[Metric]:
    """Killed and injured of each narrative that has a coded range."""
    path = data / "airwars_gaza" / "incidents.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    rows = sample(rows, lambda row: str(row["code"]), limit)
    texts = [Text(str(row["code"]), str(row["text"])) for row in rows]
    accounts = list(read_texts(texts))
    metrics: list[Metric] = []
    for measure, goals in (("killed", (85, 85, 75)), ("injured", (None, None, None))):
        pairs = [
            (
                Interval(row[f"{measure}_min"], row[f"{measure}_max"]),
                read_interval(account, measure),
            )
            for row, account in zip(rows, accounts, strict=True)
            if row.get(f"{measure}_min") is not None
        ]
        values = exact_low(pairs), exact_high(pairs), overlap(pairs)
        names = ("min", "max", "overlap")
        metrics += [
            Metric(f"ranges.{measure}.{name}", value, len(pairs), goal=goal)
            for name, value, goal in zip(names, values, goals, strict=True)
        ]
    return metrics


def score_strikes(data: Path, limit: int | None) -> list[Metric]:
    """Deaths in one-sentence narratives that give them as a number or a range."""
    path = data / "dronestream" / "strikes.json"
    if not path.exists():
        return []
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if _has_range(row)]
    rows = sample(rows, lambda row: str(row["_id"]), limit)
    accounts = read_texts([Text(str(row["_id"]), str(row["narrative"])) for row in rows])
    pairs = [
        (Interval(int(row["deaths_min"]), int(row["deaths_max"])), read_interval(account, "killed"))
        for row, account in zip(rows, accounts, strict=True)
    ]
    return [
        Metric("ranges.strikes.min", exact_low(pairs), len(pairs)),
        Metric("ranges.strikes.max", exact_high(pairs), len(pairs)),
    ]


def _has_range(row: dict[str, str]) -> bool:
    numbers = f"{row['deaths_min']}{row['deaths_max']}"
    return bool(row["narrative"] and row["deaths_min"] and row["deaths_max"] and numbers.isdigit())


def read_interval(account: Account, measure: str) -> Interval:
    """The total's interval; nothing said is taken as 0. An open end is the best, else the low."""
    for total in account.totals:
        if total.measure == measure:
            low = total.low if total.low is not None else 0
            known = [each for each in (total.high, total.best, total.low) if each is not None]
            return Interval(low, known[0] if known else None)
    return Interval(0, 0)


def exact_low(pairs: Sequence[tuple[Interval, Interval]]) -> float:
    """Percent with the right minimum."""
    return _percent([gold.low == read.low for gold, read in pairs])


def exact_high(pairs: Sequence[tuple[Interval, Interval]]) -> float:
    """Percent with the right maximum."""
    return _percent([gold.high == read.high for gold, read in pairs])


def overlap(pairs: Sequence[tuple[Interval, Interval]]) -> float:
    """Percent whose intervals share a number; an open end reaches any number."""
    return _percent([
        read.low <= _top(gold) and gold.low <= _top(read) for gold, read in pairs
    ])  # fmt: skip


def _top(interval: Interval) -> float:
    return float("inf") if interval.high is None else interval.high


def _percent(truths: Sequence[bool]) -> float:
    return 100 * sum(truths) / len(truths) if truths else 0.0
