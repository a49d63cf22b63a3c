"""Outlets, texts and origins in, a drawing of what hangs on what out: three columns and lines.

Places are in units of a drawing `WIDTH` wide; a page scales it. The most carried stand highest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 1000
ROW = 30
TOP = 34  # room for the heads of the columns
COLUMNS = (268, 430, 690)  # where the lines of each column begin or end


@dataclass(frozen=True, slots=True)
class Line:
    """One report: its outlet, its text, and how it hangs on that text; `first` starts it."""

    outlet: str
    text: str
    relation: str


@dataclass(frozen=True, slots=True)
class Rest:
    """A text that carries the word of an origin."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Node:
    """One outlet, text or origin: its label, what is told below it, and where it stands."""

    key: str
    label: str
    below: str
    x: int
    y: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line between two nodes, as SVG draws it; `kind` says how they hang together."""

    d: str
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole drawing."""

    width: int
    height: int
    outlets: tuple[Node, ...]
    texts: tuple[Node, ...]
    origins: tuple[Node, ...]
    paths: tuple[Path, ...]


def draw_origins(
    lines: Sequence[Line], rests: Sequence[Rest], labels: Mapping[str, tuple[str, str, bool]]
) -> Graph:
    """The drawing; `labels` tell each text's and origin's label, what is below it, and its weight.

    Texts stand beside their outlets and origins beside their texts, as far as lines allow.
    """
    texts = _ranked((each.text for each in rests), labels)
    rank = {key: place for place, key in enumerate(texts)}
    outlets = _beside([(each.outlet, rank.get(each.text, 0)) for each in lines])
    origins = _beside([(each.origin, rank[each.text]) for each in rests])
    tall = max(len(outlets), len(texts), len(origins), 1)
    left = _column(outlets, COLUMNS[0], tall, {})
    middle = _column(texts, COLUMNS[1], tall, labels)
    right = _column(origins, COLUMNS[2], tall, labels)
    at = {("o", node.key): node for node in left} | {("t", node.key): node for node in middle}
    at |= {("r", node.key): node for node in right}
    joined = {(("o", e.outlet), ("t", e.text), e.relation) for e in lines if e.text in rank}
    held = {(("t", e.text), ("r", e.origin), "rests") for e in rests}
    paths = [_path(at[a], at[b], kind) for a, b, kind in sorted(joined) + sorted(held)]
    return Graph(WIDTH, TOP + tall * ROW, tuple(left), tuple(middle), tuple(right), tuple(paths))


def _ranked(keys: Iterable[str], labels: Mapping[str, tuple[str, str, bool]]) -> list[str]:
    told = list(keys)
    return sorted(set(told), key=lambda key: (-told.count(key), labels[key][0], key))


def _beside(pairs: Iterable[tuple[str, int]]) -> list[str]:
    """The keys in the order of the mean place of what they hang on: few lines cross."""
    places: dict[str, list[int]] = {}
    for key, place in pairs:
        places.setdefault(key, []).append(place)
    return sorted(places, key=lambda key: (sum(places[key]) / len(places[key]), key))


def _column(
    keys: Sequence[str], x: int, tall: int, labels: Mapping[str, tuple[str, str, bool]]
) -> list[Node]:
    step = ROW * tall / max(len(keys), 1)
    step = min(step, ROW * 1.8)
    first = TOP + (ROW * tall - step * len(keys)) / 2 + step / 2
    return [
        Node(key, *labels.get(key, (key, "", False))[:2], x, round(first + place * step),
             labels.get(key, ("", "", False))[2])
        for place, key in enumerate(keys)
    ]  # fmt: skip


def _path(left: Node, right: Node, kind: str) -> Path:
    start = left.x if left.x == COLUMNS[0] else COLUMNS[1] + 14
    end = right.x - 14 if right.x == COLUMNS[1] else right.x
    bend = round((start + end) / 2)
    return Path(f"M{start} {left.y} C{bend} {left.y} {bend} {right.y} {end} {right.y}", kind)
