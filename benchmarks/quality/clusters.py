"""Two groupings of the same things in, how well they agree out: B-cubed and pairwise F1."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from benchmarks.quality.common import f1

Label = Mapping[str, Hashable]


def b_cubed(gold: Label, found: Label) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent (Bagga and Baldwin 1998), over the things of the gold.

    A thing that `found` does not hold stands alone.
    """
    if not gold:
        return 0.0, 0.0, 0.0
    homes = {name: found.get(name, ("alone", name)) for name in gold}
    both = Counter((gold[name], homes[name]) for name in gold)
    golds, founds = Counter(gold.values()), Counter(homes.values())
    precision = sum(both[gold[name], homes[name]] / founds[homes[name]] for name in gold)
    recall = sum(both[gold[name], homes[name]] / golds[gold[name]] for name in gold)
    return (
        100 * precision / len(gold),
        100 * recall / len(gold),
        200 * precision * recall / (precision + recall) / len(gold),
    )


def pairwise(gold: Label, found: Label) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent over the pairs of things put together."""
    homes = {name: found.get(name, ("alone", name)) for name in gold}
    right = _pairs(list(Counter((gold[name], homes[name]) for name in gold).values()))
    taken = _pairs(list(Counter(homes.values()).values()))
    true = _pairs(list(Counter(gold.values()).values()))
    return (
        100 * right / taken if taken else 0.0,
        100 * right / true if true else 0.0,
        f1(right, taken, true),
    )


def _pairs(sizes: Sequence[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
