"""Rows with few columns in, what any two of them share out; links in, what they connect out.

scipy does it for a pile of some size. For the few reports of a brief numpy alone gives the same
numbers, and spares the third of a second in which scipy is loaded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

FEW = 16  # rows up to which numpy alone is used

Ints = NDArray[np.int64]
Table = NDArray[np.float64]
Whole = TypeVar("Whole", bound=np.integer[Any])


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse table: of each row the columns that hold something, and what they hold."""

    columns: Ints
    ends: Ints  # where each row begins, and the end of the last
    values: NDArray[Any]
    width: int

    @classmethod
    def of(cls, codes: Sequence[NDArray[Any]], values: Sequence[NDArray[Any]]) -> "Rows":
        """A row for each of `codes`, whose numbers become columns."""
        known = sort_unique(np.concatenate([np.empty(0, np.uint32), *codes]))
        return cls.among(known, codes, values)

    @classmethod
    def among(
        cls, known: NDArray[Any], codes: Sequence[NDArray[Any]], values: Sequence[NDArray[Any]]
    ) -> "Rows":
        """The same, the columns being those of `known` codes, sorted, which hold all of these."""
        columns = np.searchsorted(known, np.concatenate([known[:0], *codes]))
        ends = np.cumsum([0, *(len(each) for each in codes)])
        return cls(columns, ends, np.concatenate([np.empty(0, int), *values]), max(len(known), 1))

    @property
    def size(self) -> int:
        """How many rows."""
        return len(self.ends) - 1

    @property
    def owners(self) -> Ints:
        """Of each value the row."""
        owners: Ints = np.repeat(np.arange(self.size), np.diff(self.ends))
        return owners

    def dense(self) -> Table:
        """The whole table; for few rows."""
        table = np.zeros((self.size, self.width))
        table[self.owners, self.columns] = self.values
        return table

    def sparse(self) -> Any:  # noqa: ANN401 - scipy has no types of its own
        """The table as scipy has it."""
        import scipy.sparse as sp  # noqa: PLC0415 - slow to load

        shape = (self.size, self.width)
        return sp.csr_matrix((self.values, self.columns, self.ends), shape=shape)


def sort_unique(codes: NDArray[Whole]) -> NDArray[Whole]:
    """Each code once, sorted. For millions of them much quicker than `np.unique`, which hashes."""
    ordered = np.sort(codes)
    unique: NDArray[Whole] = ordered[np.r_[True, ordered[1:] != ordered[:-1]][: len(ordered)]]
    return unique


def multiply(rows: Rows) -> Table:
    """What each two rows share: the sums of the products of what their columns hold."""
    if rows.size <= FEW:
        dense = rows.dense()
        return dense @ dense.T
    sparse = rows.sparse()
    product: Table = np.asarray((sparse @ sparse.T).todense(), np.float64)
    return product


class Pairs:
    """What chosen pairs of rows share; `others` are rows of the same columns."""

    def __init__(self, rows: Rows, others: Rows | None = None) -> None:
        self._few = rows.size <= FEW
        self._rows: Any = rows.dense() if self._few else rows.sparse()
        self._others: Any = self._rows
        if others is not None:
            self._others = others.dense() if self._few else others.sparse()

    def dot(self, lefts: Ints, rights: Ints) -> Ints:
        """For whole numbers only: the sum of the products for each pair of places."""
        if self._few:
            sums: Ints = (self._rows[lefts] * self._others[rights]).sum(axis=1).astype(np.int64)
            return sums
        product = self._rows[lefts].multiply(self._others[rights]).sum(axis=1)
        return np.asarray(product).ravel().astype(np.int64)


def connect(size: int, lefts: Ints, rights: Ints) -> Ints:
    """For each place the number of its group: places that links connect have one."""
    if size > FEW:
        return _connect_many(size, lefts, rights)
    labels = np.arange(size)
    for _ in range(size):
        lower = np.minimum(labels[lefts], labels[rights])
        if (labels[lefts] == labels[rights]).all():
            break
        np.minimum.at(labels, lefts, lower)
        np.minimum.at(labels, rights, lower)
    return labels


def _connect_many(size: int, lefts: Ints, rights: Ints) -> Ints:
    import scipy.sparse as sp  # noqa: PLC0415 - slow to load
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    graph = sp.coo_matrix((np.ones(len(lefts), np.int8), (lefts, rights)), shape=(size, size))
    labels: Ints = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels
