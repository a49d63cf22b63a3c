"""A term in, how rare it is among the world's texts out.

The table is shipped, so that the likeness of two reports depends on these two alone and a further
report of the pile changes nothing between them.
"""

from functools import cache

from twosource.base.vocabulary import load_words
from twosource.cluster.terms import stem_of

TOGETHER = 8  # halvings by which neighbours are less rare than two words drawn apart
SHORTEST, PER_LETTER = 3, 2  # halvings in languages without a table: long words are rarer
LIMIT = 60  # halvings: nothing is rarer


@cache
def _table() -> tuple[dict[str, int], int]:
    """Each common stem's halvings, and those of all other stems."""
    world, field = (load_words("twosource.cluster", name) for name in ("rarity", "field"))
    known = {
        stem: int(grade["halvings"]) for grade in world["grade"] for stem in grade["stems"].split()
    }
    for grade in field["grade"]:
        for word in grade["words"].split():
            stem = stem_of(word)
            known[stem] = min(int(grade["halvings"]), known.get(stem, LIMIT))
    return known, int(world["rarest"])


def count_halvings(term: str, language: str | None = "en") -> int:
    """How often one must halve, by the root of two, to reach the share of texts with the term.

    >>> count_halvings("people") < count_halvings("rebel") < count_halvings("marrowby")
    True
    >>> count_halvings("rebel people") > count_halvings("rebel")
    True
    """
    known, rarest = _table()
    is_read = has_table(language)
    left, _, right = term.partition(" ")
    one = known.get(left, rarest) if is_read else min(SHORTEST + PER_LETTER * len(left), rarest)
    if not right:
        return one
    other = known.get(right, rarest) if is_read else min(SHORTEST + PER_LETTER * len(right), rarest)
    return min(max(one + 2, other + 2, one + other - TOGETHER), LIMIT)


def has_table(language: str | None) -> bool:
    """Whether the rarity of words is known for a language; an unknown one is taken for English."""
    return language in {None, "en"}
