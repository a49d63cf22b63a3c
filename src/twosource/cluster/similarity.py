"""The sketches of a block in, how alike its reports are out: cosines of TF-IDF, 0 to 1.

Rarity is that of the shipped table and of the block together, as if `WORLD` texts of the world
stood beside those of the block: what a block's reports all share tells little, and in a block of
two a rare word is still rare.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.cluster.sketches import Sketch
from twosource.cluster.sparse import Rows, multiply

WORLD = 200  # texts of the world that stand beside a block
LONELY = 0.25  # the part that terms of one report count for; tried on piles of two and of hundreds
DIGITS = 9  # the last digits depend on the machine

Table = NDArray[np.float64]


def find_alike(sketches: Sequence[Sketch], world: int = WORLD) -> Table:
    """How alike each two reports are; 0 with itself. The sketches come in the order of ids."""
    table: Table = multiply(weigh_terms(sketches, world)).round(DIGITS)
    np.fill_diagonal(table, 0.0)
    return table


def find_alike_by(sketches: Sequence[Sketch], kind: int) -> Table:
    """How alike each two reports are by their terms of one kind alone."""
    return multiply(weigh_terms(sketches, WORLD, kind))


def weigh_terms(sketches: Sequence[Sketch], world: int, kind: int | None = None) -> Rows:
    """Rows of unit length: damped counts times the rarity of the term; `kind` None: all terms.

    Terms of one report only cannot make two reports alike, but they tell that it speaks of other
    things too: they count for a part of its length.
    """
    kept = [slice(None) if kind is None else each.kinds == kind for each in sketches]
    told = list(zip(sketches, kept, strict=True))
    rows = Rows.of(
        [each.terms[own] for each, own in told], [each.counts[own] for each, own in told]
    )
    halvings = np.zeros(rows.width)
    halvings[rows.columns] = np.concatenate([each.halvings[own] for each, own in told])
    spread = np.bincount(rows.columns, minlength=rows.width)
    rarity = np.log1p((world + len(sketches)) / (world * 2.0 ** (-halvings / 2) + spread))
    weights = rows.values * rarity[rows.columns]
    part = np.where(spread > 1, 1.0, LONELY)
    squares = np.bincount(rows.owners, weights**2 * part[rows.columns], len(sketches))
    lengths = np.sqrt(squares)
    scale = np.divide(1.0, lengths, out=np.ones_like(lengths), where=lengths > 0)
    return Rows(rows.columns, rows.ends, weights * scale[rows.owners], rows.width)
