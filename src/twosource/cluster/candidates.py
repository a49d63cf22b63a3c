"""Hashes of many reports in, the pairs worth comparing out.

Two reports are compared when they share rare hashes. What many reports share is passed over, so
the work grows with the reports and not with their square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.signatures import Hashes

COMMON = 40  # hashes that more reports share pair each report with its next neighbours only,
NEIGHBOURS = 3  # which still joins a text that a hundred outlets copied
LARGE = 5_000  # from this many reports on, a quarter of the hashes stands for all
KEPT = 4


def find_candidates(hashes: Sequence[Hashes], least: int) -> list[tuple[int, int]]:
    """The pairs of places, left before right, that share at least `least` hashes, sorted."""
    if len(hashes) >= LARGE:
        hashes = [each[each % np.uint64(KEPT) == 0] for each in hashes]
        least = -(-least // KEPT)
    size = len(hashes)
    owners = np.repeat(np.arange(size), [len(each) for each in hashes])
    keys = np.concatenate([*hashes, np.empty(0, dtype=np.uint64)])
    order = np.lexsort((owners, keys))
    codes, counts = np.unique(_shared(owners[order], keys[order], size), return_counts=True)
    return [divmod(code, size) for code in codes[counts >= least].tolist()]


def _shared(owners: NDArray[np.int64], keys: Hashes, size: int) -> NDArray[np.int64]:
    """Left * size + right of two owners of one key, once for each key; keys come sorted."""
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, int)
    lengths = np.diff(np.r_[starts, len(keys)])
    is_common = np.repeat(lengths > COMMON, lengths)
    found = [np.empty(0, dtype=np.int64)]
    for step in range(1, COMMON):
        same = keys[step:] == keys[:-step]
        if step > NEIGHBOURS:
            same &= ~is_common[step:]
        if not same.any():
            break
        found.append(owners[:-step][same] * size + owners[step:][same])
    return np.concatenate(found)
