"""Sayings of counts in, the same out: what is one number of one happening under one key.

"The Front lost 23 of its fighters" tells whose they were, "23 fighters were killed" does not;
"5,200 have fled since Sunday" tells since when, "5,200 displaced people" does not. A number that
agrees to the last digit is then one count, unless the words tell of two kinds of people.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.base.vocabulary import load_words
from twosource.reconcile.intervals import agrees
from twosource.reconcile.keys import SOME_STATE
from twosource.reconcile.measures import STATES
from twosource.reconcile.propositions import Saying

CLASS, SIDE, AREA, PERIOD = 0, 1, 6, 7  # places in the key of a count
UNTOLD = frozenset({"", SOME_STATE})
MANY = 20  # a number from which on two that agree are hardly two counts
STEM = 4  # letters by which two names of one people are known: "Orvan", "Orvanian"

Told = list[Saying]


def join_counts(sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, those that leave something untold under the key of the count they agree with."""
    groups: dict[tuple[object, ...], Told] = defaultdict(list)
    for one in sayings:
        groups[one.event, one.slot, one.key].append(one)
    return [replace(one, key=_key_of(group, groups)) for group in groups.values() for one in group]


def _key_of(group: Told, groups: dict[tuple[object, ...], Told]) -> tuple[str, ...]:
    """The key of the one other group that these say more vaguely, else their own."""
    key, first = group[0].key, group[0]
    others = [
        other[0].key
        for other in groups.values()
        if (other[0].event, other[0].slot) == (first.event, first.slot)
        and _tells_more(other[0].key, key, first.slot)
        and _is_one_number(group, other)
    ]
    return others[0] if len(others) == 1 else key


def _tells_more(other: tuple[str, ...], key: tuple[str, ...], slot: str) -> bool:
    """Whether the other key only adds a side, or leaves out an area or a time that is told here."""
    apart = [place for place, part in enumerate(key) if other[place] != part]
    if apart == [SIDE]:
        return key[SIDE] in UNTOLD and other[SIDE] not in UNTOLD
    spans = slot in STATES and bool(apart) and set(apart) <= {CLASS, AREA, PERIOD}
    plain = {CLASS: ("all", "civilian")}  # "4,200 persons" may be "4,200 villagers"
    return spans and all(
        (other[place], key[place]) == plain.get(place, ("", key[place])) for place in apart
    )


def _is_one_number(group: Told, other: Told) -> bool:
    """Whether every number of the group is one of the other's, of no other kind of people."""
    spans = any(group[0].key[place] != other[0].key[place] for place in (CLASS, AREA, PERIOD))
    return all(any(_agree(one, each, spans=spans) for each in other) for one in group)


def _agree(one: Saying, other: Saying, *, spans: bool) -> bool:
    if one.reach is None or other.reach is None or not agrees(one.reach, other.reach):
        return False
    if spans and (one.reach.low or 0) < MANY:
        return False
    return not _may_be_of_one_side(one) and not _are_two_kinds(one, other)


def _may_be_of_one_side(one: Saying) -> bool:
    """Whether somebody of no known body counts a state's people: he may be of the other's army."""
    return one.key[SIDE] == SOME_STATE and (one.voice.key or "").startswith("person:")


def _are_two_kinds(one: Saying, other: Saying) -> bool:
    """Whether one counts soldiers and another rebels, or each the people of another land."""
    words: dict[str, list[str]] = load_words("twosource.reconcile", "spans")
    regular, loose = set(words["regulars"]), set(words["irregulars"])
    for left, right in ((one, other), (other, one)):
        state = right.key[SIDE].startswith("state:") and right.key[SIDE] != SOME_STATE
        if left.named & loose and (right.named & regular or state):
            return True
    lands, others = _lands(one), _lands(other)
    return bool(lands and others) and lands.isdisjoint(others)


def _lands(one: Saying) -> set[str]:
    """The stems of the names in the statement: "Eight Orvanian soldiers were killed"."""
    return {word[:STEM].lower() for word in one.text.split()[1:] if word[:1].isupper()}
