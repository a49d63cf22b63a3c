"""Average linkage."""

import numpy as np
import pytest

from twosource.cluster.linkage import LONELY, NEVER, join_lonely, link_average


def table(size, alike):
    made = np.zeros((size, size))
    for (left, right), likeness in alike.items():
        made[left, right] = made[right, left] = likeness
    return made


def test_groups_are_joined_by_their_mean_likeness():
    alike = table(4, {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8})
    assert link_average([1] * 4, alike, 0.3) == [[0, 1], [2, 3]]
    alike = table(4, {(0, 1): 0.9, (1, 2): 0.9, (0, 3): 0.9, (2, 3): 0.8})
    assert link_average([1] * 4, alike, 0.1) == [[0, 1, 2, 3]]


def test_two_cores_far_less_alike_than_either_within_stay_apart():
    alike = table(4, {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8})
    assert link_average([1] * 4, alike, 0.1) == [[0, 1], [2, 3]]


def test_what_is_loosely_like_a_core_joins_it_while_it_is_alone():
    alike = table(3, {(0, 1): 0.9, (1, 2): 0.4})
    assert link_average([1] * 3, alike, 0.1) == [[0, 1, 2]]


def test_sizes_weigh():
    alike = table(3, {(0, 1): 0.9, (0, 2): 0.6})
    assert link_average([9, 1, 1], alike, 0.5) == [[0, 1, 2]]
    assert link_average([1, 1, 1], alike, 0.5) == [[0, 1], [2]]


def test_what_must_stay_apart_is_never_joined_however_alike_the_rest():
    alike = table(4, {(0, 1): NEVER, (0, 2): 0.9, (1, 2): 0.8, (0, 3): 0.9, (2, 3): 0.9})
    assert link_average([1] * 4, alike, 0.1) == [[0, 2, 3], [1]]


def test_it_agrees_with_a_plain_reckoning_on_random_tables():
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy")
    random = np.random.default_rng(5)
    alike = random.random((24, 24))
    alike = (alike + alike.T) / 2
    np.fill_diagonal(alike, 0)
    apart = [1 - alike[i, j] for i in range(24) for j in range(i + 1, 24)]
    labels = hierarchy.fcluster(hierarchy.linkage(apart, "average"), 0.5, "distance")
    groups = sorted([n for n, label in enumerate(labels) if label == each] for each in set(labels))
    assert link_average([1] * 24, alike, 0.5) == groups


def test_what_is_alone_joins_the_group_of_the_one_it_is_most_like():
    alike = table(5, {(0, 1): 0.9, (1, 2): LONELY, (3, 4): 0.9, (2, 3): LONELY / 2})
    assert join_lonely([[0, 1], [2], [3, 4]], alike, alike) == [[0, 1, 2], [3, 4]]


def test_what_is_alone_stays_alone_beside_what_is_alone_or_hardly_alike_in_words():
    alike = table(3, {(0, 1): 0.9, (1, 2): LONELY})
    assert join_lonely([[0], [1], [2]], alike, alike) == [[0], [1], [2]]
    assert join_lonely([[0, 1], [2]], alike, alike * 0.9) == [[0, 1], [2]]


def test_what_must_stay_apart_from_one_of_a_group_does_not_join_it_alone():
    alike = table(4, {(0, 1): 0.9, (1, 2): 0.3, (0, 2): NEVER, (1, 3): 0.2})
    assert join_lonely([[0, 1], [2], [3]], alike, abs(alike)) == [[0, 1, 3], [2]]
    alike = table(4, {(0, 1): 0.9, (1, 2): 0.3, (0, 3): 0.3, (2, 3): NEVER})
    assert join_lonely([[0, 1], [2], [3]], alike, abs(alike)) == [[0, 1, 2], [3]]
