"""Average linkage and what feeds it."""

import numpy as np
import pytest

from twosource.cluster.candidates import find_candidates
from twosource.cluster.linkage import link_average


def test_groups_are_joined_by_their_mean_likeness():
    alike = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}
    assert link_average([1] * 4, alike, 0.3) == [[0, 1], [2, 3]]
    assert link_average([1] * 4, alike, 0.1) == [[0, 1, 2, 3]]


def test_sizes_weigh():
    alike = {(0, 1): 0.9, (0, 2): 0.6}
    assert link_average([9, 1, 1], alike, 0.5) == [[0, 1, 2]]
    assert link_average([1, 1, 1], alike, 0.5) == [[0, 1], [2]]


def test_it_agrees_with_a_plain_reckoning_on_random_tables():
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy")
    random = np.random.default_rng(5)
    table = random.random((24, 24))
    table = (table + table.T) / 2
    alike = {(i, j): float(table[i, j]) for i in range(24) for j in range(i + 1, 24)}
    apart = [1 - alike[i, j] for i in range(24) for j in range(i + 1, 24)]
    labels = hierarchy.fcluster(hierarchy.linkage(apart, "average"), 0.5, "distance")
    groups = sorted([n for n, label in enumerate(labels) if label == each] for each in set(labels))
    assert link_average([1] * 24, alike, 0.5) == groups


def test_candidates_share_hashes():
    hashes = [np.array(each, dtype=np.uint64) for each in ([1, 2, 3], [2, 3, 4], [3, 9], [])]
    assert find_candidates(hashes, 2) == [(0, 1)]
    assert find_candidates(hashes, 1) == [(0, 1), (0, 2), (1, 2)]
    assert find_candidates([], 1) == []
