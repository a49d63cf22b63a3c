"""Scored pairs in, groups out: average link, the same whatever order the pairs come in."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping

Pair = tuple[int, int]
Bar = Callable[[int, int], bool]


def join_groups(
    size: int, scores: Mapping[Pair, float], least: float, bar: Bar = lambda _a, _b: False
) -> list[list[int]]:
    """The groups of the numbers below `size`, each sorted; pairs without a score count as 0.

    The two groups with the highest average score are joined first, ties by lowest members,
    until no average reaches `least`. Groups that hold a pair under the bar are never joined.
    """
    groups: dict[int, list[int]] = {number: [number] for number in range(size)}
    sums = _sum_sides(scores)
    heap = [(-value, left, right, 2) for (left, right), value in scores.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, left, right, counted = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        if len(groups[left]) + len(groups[right]) != counted:
            continue  # an older average: a newer one stands in the heap
        if any(bar(one, two) for one in groups[left] for two in groups[right]):
            continue
        groups[left] = sorted(groups[left] + groups.pop(right))
        _merge_sums(sums, left, right)
        for other in sorted(sums[left]):
            mean = sums[left][other] / (len(groups[left]) * len(groups[other]))
            if mean >= least:
                one, two = sorted((left, other))
                counted = len(groups[left]) + len(groups[other])
                heapq.heappush(heap, (-mean, one, two, counted))
    return [groups[number] for number in sorted(groups)]


def _sum_sides(scores: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), value in sorted(scores.items()):
        sums[left][right] = sums[right][left] = value
    return sums


def _merge_sums(sums: dict[int, dict[int, float]], left: int, right: int) -> None:
    """Give the sums of `right` to `left` and drop it."""
    for other, value in sorted(sums.pop(right, {}).items()):
        del sums[other][right]
        if other != left:
            sums[left][other] = sums[left].get(other, 0.0) + value
            sums[other][left] = sums[left][other]
