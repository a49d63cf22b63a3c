"""The two ways of reckoning with few and with many rows give the same."""

import numpy as np
import pytest

from twosource.cluster import sparse
from twosource.cluster.sparse import Pairs, Rows, connect, multiply


def some_rows():
    codes = [np.array(each, np.uint32) for each in ([3, 9], [9], [], [3, 7, 9])]
    return Rows.of(codes, [np.arange(1, len(each) + 1) for each in codes])


@pytest.mark.parametrize("few", [0, 64])
def test_products_are_the_same_with_and_without_scipy(few, monkeypatch):
    monkeypatch.setattr(sparse, "FEW", few)
    rows = some_rows()
    assert multiply(rows).tolist() == [[5, 2, 0, 7], [2, 1, 0, 3], [0, 0, 0, 0], [7, 3, 0, 14]]
    lefts, rights = np.array([0, 0, 2]), np.array([3, 1, 3])
    assert Pairs(rows).dot(lefts, rights).tolist() == [7, 2, 0]


@pytest.mark.parametrize("few", [0, 64])
def test_links_connect_the_same_with_and_without_scipy(few, monkeypatch):
    monkeypatch.setattr(sparse, "FEW", few)
    labels = connect(6, np.array([5, 1, 4]), np.array([4, 2, 3]))
    groups = {frozenset(np.flatnonzero(labels == label).tolist()) for label in labels}
    assert groups == {frozenset({0}), frozenset({1, 2}), frozenset({3, 4, 5})}


def test_no_rows_are_no_trouble():
    rows = Rows.of([], [])
    assert multiply(rows).shape == (0, 0)
    assert connect(0, np.empty(0, int), np.empty(0, int)).tolist() == []
