"""Sayings of counts in, what a larger part says against a smaller whole out.

"Nine people were killed" and "34 civilians were killed" are counts of two keys, and yet they cannot
both be true: the part would be larger than the whole. The part then has a word on the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.reconcile.propositions import OWN_WORD, Saying

PARTS = frozenset({"civilian", "child", "woman", "journalist", "medic"})
SIDE = 1  # place of the side in the key of a count


def tell_larger_parts(sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Each count of a part that somebody gives, as a count of the whole that it exceeds.

    Both must be what their reports come to: a part of another attack says nothing.
    """
    wholes = [one for one in sayings if one.key[0] == "all" and _leads(one)]
    for part in sayings:
        if part.key[0] in PARTS and _leads(part):
            exceeded = [one for one in wholes if _exceeds(part, one)]
            if exceeded and len(exceeded) == len(_beside(part, wholes)):
                yield replace(part, key=exceeded[0].key, own=None)


def _leads(one: Saying) -> bool:
    told = one.leading and one.reach is not None and not one.denies
    return told and one.voice.kind not in OWN_WORD


def _beside(part: Saying, wholes: Sequence[Saying]) -> list[Saying]:
    """The counts of all people with which the part may be compared."""
    return [
        one
        for one in wholes
        if (one.event, one.slot) == (part.event, part.slot)
        and one.key[SIDE] in {"", part.key[SIDE]}
        and one.key[SIDE + 1 :] == part.key[SIDE + 1 :]
    ]


def _exceeds(part: Saying, whole: Saying) -> bool:
    if not _beside(part, [whole]) or part.report == whole.report or part.voice == whole.voice:
        return False
    least = part.reach.low if part.reach is not None else None
    most = whole.reach.high if whole.reach is not None else None
    return least is not None and most is not None and least > most > 0
