"""Shootings of one state in, CoNLL F1 of their mentions out: happenings of one kind, told alike.

gva_incidents: incidents with two reports or more; each pool holds ten of one state that follow one
another in time, all their reports read as one pile. The mentions that are given are the first two
of each report that say "shooting" or a form of it; gold: reports of one incident tell of one event.
What a report says of other shootings is not marked in this gold and counts against the program.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from benchmarks.quality.common import Metric, Text, findings_of, sample
from benchmarks.quality.coreference import Cluster, to_metrics
from twosource.base.records import GivenMention, Span

TOGETHER = 10  # incidents of a pool
MOST = 2  # given mentions of a report
ACT = re.compile(r"\b(?:shoots?|shot|shootings?)\b", re.IGNORECASE)

Pool = tuple[str, list[Text], list[Cluster]]


def score(data: Path, limit: int | None) -> list[Metric]:
    """CoNLL F1 and its three parts; `limit` counts pools."""
    gold: list[Cluster] = []
    found: list[Cluster] = []
    for _, texts, chains in sample(read_pools(data / "gva_incidents"), lambda one: one[0], limit):
        gold += chains
        found += link(texts)
    return to_metrics("shootings", gold, found)


def link(texts: list[Text]) -> list[Cluster]:
    """The events of a pile, each as the given mentions in it."""
    events = findings_of(texts).events
    told = [frozenset(one.given_id for one in event.mentions if one.given_id) for event in events]
    return [each for each in told if each]


def read_pools(folder: Path) -> list[Pool]:
    """Each pool: its name, its reports with given mentions, its gold chains."""
    texts = _read_texts(folder / "docs.jsonl")
    states: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in map(json.loads, _lines(folder / "incidents.jsonl")):
        if len(texts.get(row["incident_uri"], ())) > 1:
            states[row["state"]].append((_day(row["date"]), row["incident_uri"]))
    return [
        _to_pool(f"{state} {ids[start][0]}", [texts[name] for _, name in ids[start:][:TOGETHER]])
        for state, ids in ((name, sorted(rows)) for name, rows in sorted(states.items()))
        for start in range(0, len(ids) - TOGETHER + 1, TOGETHER)
    ]


def _to_pool(name: str, incidents: list[list[Text]]) -> Pool:
    chains = [frozenset(one.id for text in rows for one in text.given) for rows in incidents]
    return name, list(chain.from_iterable(incidents)), chains


def _read_texts(file: Path) -> dict[str, list[Text]]:
    """The reports of each incident that name the act."""
    texts: dict[str, list[Text]] = defaultdict(list)
    for row in map(json.loads, _lines(file)):
        if given := tuple(find_acts(row["doc_id"], row["text"])):
            text = Text(row["doc_id"], row["text"], row["dct"], given=given)
            texts[row["incident_id"]].append(text)
    return texts


def find_acts(report: str, text: str) -> Iterator[GivenMention]:
    """The first words of a report that name the act."""
    for number, match in zip(range(MOST), ACT.finditer(text), strict=False):
        yield GivenMention(f"{report}#{number}", Span(*match.span()))


def _day(words: str) -> str:
    return datetime.strptime(words, "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
