"""Texts in capitals: how much of what is read survives when the same gold is read in capitals?

The texts of the other scorers are put in capitals, read again, and scored against the same gold.
`kept` is the share of the figure for the text as it was printed. The case of the texts is restored
before anything is read (`extract/case.py`), so this measures the restorer by what it is for.
"""

import importlib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.quality.common import Metric, in_capitals

# For each scorer the figure that is compared.
COMPARED = {
    "times": "times.news.value_f1",
    "places": "places.geowebnews.detection_f1",
    "claims": "claims.f1",
    "figures": "figures.killed.exact",
}


def score(data: Path, limit: int | None) -> list[Metric]:
    """Two numbers for each scorer that finds its gold: in capitals, and the share kept."""
    found: list[Metric] = []
    for name, figure in COMPARED.items():
        plain = _figures(name, data, limit)
        with in_capitals():
            loud = _figures(name, data, limit)
        if figure in plain:
            found += compare(name, figure, plain, loud)
    return found


def compare(
    name: str, figure: str, plain: Mapping[str, Metric], loud: Mapping[str, Metric]
) -> list[Metric]:
    """The figure in capitals, and the percentage of the plain one that is kept."""
    kept = 100 * loud[figure].value / plain[figure].value if plain[figure].value else 0.0
    count = plain[figure].count
    return [
        Metric(f"capitals.{name}", loud[figure].value, count),
        Metric(f"capitals.{name}.kept", kept, count),
    ]


def _figures(name: str, data: Path, limit: int | None) -> dict[str, Metric]:
    module = importlib.import_module(f"benchmarks.quality.{name}")
    return {metric.name: metric for metric in module.score(data, limit)}
