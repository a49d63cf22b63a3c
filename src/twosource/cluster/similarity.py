"""The sketches of a block in, how alike its reports are out: cosines of TF-IDF, 0 to 1.

Rarity is that of the shipped table and of the block together, as if `WORLD` texts of the world
stood beside those of the block: what a block's reports all share tells little, and in a block of
two a rare word is still rare.
"""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from twosource.cluster.links import FAR, NEAR
from twosource.cluster.sketches import UNDATED, Sketch, days_of

WORLD = 200  # texts of the world that stand beside a block
LONELY = 0.25  # the part that terms of one report count for; tried on piles of two and of hundreds
DIGITS = 9  # the last digits depend on the machine

Table = NDArray[np.float64]


def find_alike(sketches: Sequence[Sketch], world: int = WORLD) -> Table:
    """How alike each two reports are; 0 with itself. The sketches come in the order of ids."""
    rows = weigh_terms(sketches, world)
    table: Table = np.asarray((rows @ rows.T).todense()).round(DIGITS)
    np.fill_diagonal(table, 0.0)
    return table


def fade(table: Table, sketches: Sequence[Sketch]) -> Table:
    """Reports that appeared weeks apart are less alike: look-alikes of other days stay apart."""
    days = np.array([days_of(each) for each in sketches])
    known = days != UNDATED
    apart = np.abs(days[:, None] - days) * (known[:, None] & known)
    faded: Table = table * (1 - np.clip((apart - NEAR) / (FAR - NEAR), 0, 1))
    return faded


def weigh_terms(sketches: Sequence[Sketch], world: int) -> sp.csr_matrix:
    """Rows of unit length: damped counts times the rarity of the term.

    Terms of one report only cannot make two reports alike, but they tell that it speaks of other
    things too: they count for a part of its length.
    """
    terms, columns = np.unique(
        np.concatenate([each.terms for each in sketches]), return_inverse=True
    )
    ends = np.r_[0, np.cumsum([len(each.terms) for each in sketches])]
    halvings = np.zeros(len(terms))
    halvings[columns] = np.concatenate([each.halvings for each in sketches])
    spread = np.bincount(columns, minlength=len(terms))
    rarity = np.log1p((world + len(sketches)) / (world * 2.0 ** (-halvings / 2) + spread))
    weights = np.concatenate([each.counts for each in sketches]) * rarity[columns]
    rows = sp.csr_matrix((weights, columns, ends), shape=(len(sketches), len(terms)))
    part = np.where(spread > 1, 1.0, LONELY)
    lengths = np.sqrt(rows.multiply(rows) @ part)
    scale = np.divide(1.0, lengths, out=np.ones_like(lengths), where=lengths > 0)
    return sp.csr_matrix(rows.multiply(scale[:, None]))
