"""Families: which newspaper texts descend from an agency's dispatch (COUNTER, in Urdu).

A pair counts as derived when the two texts come out in one family, the pile being all texts of
the sample. It counts as wholly derived when the edge between the two says "copy".
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.common import Metric, Text, f1, sample, to_report
from twosource.cluster.families import find_families

FOLDER = "counter_urdu_reuse/COUNTER"


@dataclass(frozen=True, slots=True)
class Pair:
    """A dispatch, a newspaper text and what a person said of the two."""

    name: str
    dispatch: Text
    paper: Text
    descent: str  # WD wholly, PD partly, ND not derived


def score(data: Path, limit: int | None) -> list[Metric]:
    """The three F1 of the pairs, dated and named as the gold tells."""
    pairs = sample(read_pairs(data / FOLDER), lambda pair: pair.name, limit)
    found = predict(pairs)
    derived = [pair.descent != "ND" for pair in pairs]
    wholly = [pair.descent == "WD" for pair in pairs]
    taken, copied = [each is not None for each in found], [each == "copy" for each in found]
    return [
        Metric("families.weighted_f1", weighted_f1(derived, taken), len(pairs), 80.8, 85),
        Metric("families.derived_f1", one_f1(derived, taken), len(pairs), 86.4, 91),
        Metric("families.wholly_f1", weighted_f1(wholly, copied), len(pairs), 86.0, 88),
    ]


def predict(pairs: Sequence[Pair]) -> list[str | None]:
    """For each pair what joins it: its edge's relation, or "others"; None when it is apart."""
    texts = [text for pair in pairs for text in (pair.dispatch, pair.paper)]
    names = {text.id: to_report(text).id for text in texts}
    families = find_families([to_report(text) for text in texts])
    home = {name: family for family in families for name in family.reports}
    found: list[str | None] = []
    for pair in pairs:
        left, right = sorted((names[pair.dispatch.id], names[pair.paper.id]))
        edges = {(each.left, each.right): each.relation for each in home[left].edges}
        relation = edges.get((left, right), "others")
        found.append(relation if home[left] is home[right] else None)
    return found


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs: NNNN.xml is the dispatch, NNNNp.xml the newspaper's text."""
    pairs = []
    for file in sorted(folder.glob("*p.xml")):
        source = file.with_name(file.name.replace("p.xml", ".xml"))
        dispatch, paper = ET.parse(source).getroot(), ET.parse(file).getroot()  # noqa: S314 - gold
        name = source.stem
        pairs.append(
            Pair(
                name,
                _text(name, dispatch),
                _text(file.stem, paper),
                dispatch.get("classification", ""),
            )
        )
    return pairs


def weighted_f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """The F1 of both classes, each weighted by its share of the gold."""
    yes = sum(gold) / len(gold) if gold else 0.0
    no = one_f1([not each for each in gold], [not each for each in found])
    return yes * one_f1(gold, found) + (1 - yes) * no


def one_f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """The F1 of the true class, in percent."""
    right = sum(one and other for one, other in zip(gold, found, strict=True))
    return f1(right, sum(found), sum(gold))


def _text(name: str, root: ET.Element) -> Text:
    day = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d\d)", root.get("newsdate", ""))
    published = f"20{day[3]}-{day[2]}-{day[1]}" if day else None
    return Text(
        name, root.findtext("body") or "", published=published,
        title=root.findtext("headline"), outlet=root.get("newspaper"),
    )  # fmt: skip
