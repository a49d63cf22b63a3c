"""Events across reports: ECB+ topics with their given mentions in, CoNLL F1 out.

Gold: EventCorefBank+ (Cybulska and Vossen 2014) in the setup of Barhom et al. 2019. The mentions
are given, whole reports are read, every topic is linked by itself, singletons count.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from scipy.optimize import linear_sum_assignment

from benchmarks.quality.common import Metric, Text, findings_of, sample
from twosource.base.records import GivenMention, Span

Cluster = frozenset[str]
Token = tuple[int, int, str]  # sentence, number in the sentence, the word


def score(data: Path, limit: int | None) -> list[Metric]:
    """CoNLL F1 and its three parts; `limit` counts topics."""
    topics = sample(read_topics(data / "ecbplus"), lambda topic: topic[0], limit)
    gold: list[Cluster] = []
    found: list[Cluster] = []
    for name, texts, chains in topics:
        gold += [frozenset(f"{name}/{mention}" for mention in chain) for chain in chains]
        found += [frozenset(f"{name}/{mention}" for mention in each) for each in _link(texts)]
    return to_metrics("coreference", gold, found, known=74.2)


def to_metrics(
    name: str, gold: Sequence[Cluster], found: Sequence[Cluster], known: float | None = None
) -> list[Metric]:
    """The four numbers of one comparison."""
    count = sum(map(len, gold))
    parts = {"muc": muc(gold, found), "b3": b_cubed(gold, found), "ceafe": ceaf_e(gold, found)}
    mean = sum(parts.values()) / 3
    metrics = [Metric(f"{name}.conll_f1", mean, count, known, goal=82)]
    return metrics + [Metric(f"{name}.{part}", value, count) for part, value in parts.items()]


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """MUC link F1 in percent (Vilain et al. 1995)."""
    right, total = _links(gold, found)
    back, said = _links(found, gold)
    return _f1(right / total if total else 0, back / said if said else 0)


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """B-cubed F1 in percent (Bagga and Baldwin 1998)."""
    return _f1(_overlap(gold, found), _overlap(found, gold))


def ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """Entity-based CEAF F1 in percent, with phi 4 (Luo 2005)."""
    if not gold or not found:
        return 0.0
    matrix = [[-2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold]
    rows, columns = linear_sum_assignment(matrix)
    best = -sum(matrix[row][column] for row, column in zip(rows, columns, strict=True))
    return _f1(best / len(gold), best / len(found))


def _links(key: Sequence[Cluster], answer: Sequence[Cluster]) -> tuple[int, int]:
    where = _index(answer)
    right = total = 0
    for cluster in key:
        parts = {where.get(mention, mention) for mention in cluster}
        right += len(cluster) - len(parts)
        total += len(cluster) - 1
    return right, total


def _overlap(key: Sequence[Cluster], answer: Sequence[Cluster]) -> float:
    where = {mention: cluster for cluster in answer for mention in cluster}
    total = sum(map(len, key))
    shared = 0.0
    for cluster in key:
        for mention in cluster:
            shared += len(cluster & where.get(mention, frozenset())) / len(cluster)
    return shared / total if total else 0.0


def _index(clusters: Iterable[Cluster]) -> Mapping[str, int | str]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _f1(recall: float, precision: float) -> float:
    total = recall + precision
    return 200 * recall * precision / total if total else 0.0


def _link(texts: Sequence[Text]) -> list[Cluster]:
    """The events found, each as the given mentions in it."""
    names = {(text.id, given.id) for text in texts for given in text.given}
    events = findings_of(texts).events
    given = [[str(each.given_id) for each in event.mentions if each.given_id] for event in events]
    clusters = [frozenset(each) for each in given if each]
    missing = {name for _, name in names} - set(chain.from_iterable(clusters))
    return clusters + [frozenset({name}) for name in sorted(missing)]


Topic = tuple[str, list[Text], list[Cluster]]


def read_topics(folder: Path) -> list[Topic]:
    """Each topic: its name, its reports with given mentions, its gold chains."""
    texts: dict[str, list[Text]] = defaultdict(list)
    chains: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text, rows in read_mentions(folder, "Event"):
        topic = text.id.split("_")[0]
        texts[topic].append(text)
        for row, given in zip(rows, text.given, strict=True):
            chains[topic, str(row["coref_chain"])].add(given.id)
    return [
        (topic, rows, [frozenset(ids) for key, ids in sorted(chains.items()) if key[0] == topic])
        for topic, rows in sorted(texts.items())
    ]


def read_mentions(folder: Path, kind: str) -> Iterator[tuple[Text, list[Mapping[str, Any]]]]:
    """Each report with the gold mentions of a kind ("Event", "Entity") given, and their rows."""
    mentions: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for file in sorted((folder / "cybulska_setup").glob(f"*_{kind}_gold_mentions.json")):
        for row in json.loads(file.read_text(encoding="utf-8")):
            mentions[str(row["doc_id"])].append(row)
    for name, tokens in _read_reports(folder / "ECB+"):
        told = {(sentence, number) for sentence, number, _ in tokens}
        rows = [row for row in mentions[name] if _places(row) <= told]
        yield _to_text(name, tokens, rows), rows


def _read_reports(folder: Path) -> Iterable[tuple[str, list[Token]]]:
    """Each report's tokens, without the address that opens the newer half of them."""
    for file in sorted(folder.glob("*/*.xml")):
        root = ElementTree.parse(file).getroot()  # noqa: S314 - a gold file of our own choice
        first = 1 if "ecbplus" in file.stem else 0  # the setup counts without the address
        rows = [
            (int(token.attrib["sentence"]) - first, int(token.attrib["number"]), token.text or "")
            for token in root.iter("token")
        ]
        yield file.stem, [row for row in rows if row[0] >= 0]


def _to_text(name: str, tokens: Sequence[Token], rows: Sequence[Mapping[str, Any]]) -> Text:
    pieces: list[str] = []
    places: dict[tuple[int, int], tuple[int, int]] = {}
    position = 0
    last = None
    for sentence, number, word in tokens:
        gap = "" if last is None else (" " if sentence == last else "\n\n")
        position += len(gap)
        places[sentence, number] = (position, position + len(word))
        pieces += [gap, word]
        position += len(word)
        last = sentence
    given = tuple(_to_given(f"{name}#{place}", row, places) for place, row in enumerate(rows))
    return Text(name, "".join(pieces), given=given)


def _to_given(
    name: str, row: Mapping[str, Any], places: Mapping[tuple[int, int], tuple[int, int]]
) -> GivenMention:
    spans = [places[place] for place in _places(row)]
    return GivenMention(name, Span(min(spans)[0], max(spans)[1]))


def _places(row: Mapping[str, Any]) -> set[tuple[int, int]]:
    return {(int(row["sent_id"]), int(number)) for number in row["tokens_number"]}
