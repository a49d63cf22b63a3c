"""Pairs of words in, how common each is in the pile out.

What several independent texts share is the vocabulary of the happening or of the trade ("shells
fell", "police said") and shows no descent. Copies of one text count once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.grams import Hashes


@dataclass(frozen=True)
class Spread:
    """The pairs of a pile, sorted, and in how many texts each stands."""

    pairs: Hashes
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[Sequence[Hashes]]) -> "Spread":
        """The spread of pairs over texts, each given as the pairs of its copies."""
        each = [np.unique(np.concatenate(copies)) for copies in texts if len(copies)]
        pairs = np.concatenate([*each, np.empty(0, dtype=np.uint32)])
        return cls(*np.unique(pairs, return_counts=True))

    def weigh(self, shared: Hashes) -> float:
        """The number of pairs that two texts share; what n more texts share counts 1 / (n + 1)."""
        if not len(self.pairs):
            return float(len(shared))
        places = np.searchsorted(self.pairs, shared).clip(max=len(self.pairs) - 1)
        counts = np.where(self.pairs[places] == shared, self.counts[places], 0)
        return float((1 / np.maximum(counts - 1, 1)).sum())
