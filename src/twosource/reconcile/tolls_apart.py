"""Counts that are compared in, the same out, those of another attack set apart.

Events are joined by likeness, so two attacks of one town and one day may stand in one. Counts of
two reports stay together if they agree or are one speaker's, and nothing in their scenes keeps them
apart; numbers that cannot both be true only if their scenes are one, or both reports come to them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from twosource.reconcile.independence import FIRM
from twosource.reconcile.intervals import agrees, is_compatible
from twosource.reconcile.propositions import OWN_WORD, Saying
from twosource.reconcile.scenes import are_one, are_other, is_of_several, name_two_places

FURTHER = "further"  # ends the key of what its report tells as more than its toll


def keep_one_attack(group: Sequence[Saying]) -> list[Saying]:
    """The sayings of one toll; those of another attack under an event, or a key, of their own."""
    parts = _components(group)
    if len(parts) < 2:  # noqa: PLR2004 - one attack
        return list(group)
    main = min(parts, key=_weight)
    kept = list(main)
    for number, part in enumerate(sorted(parts, key=_weight)):
        if part is not main:
            kept += part if _fits(part, main) else [_move(one, number) for one in part]
    return kept


def _components(group: Sequence[Saying]) -> list[list[Saying]]:
    """The sayings that hang together by ties, however far round."""
    home = list(range(len(group)))
    for left, right in combinations(range(len(group)), 2):
        if home[left] != home[right] and _tied(group[left], group[right]):
            low, high = sorted((home[left], home[right]))
            home = [low if each == high else each for each in home]
    found: dict[int, list[Saying]] = defaultdict(list)
    for place, one in enumerate(group):
        found[home[place]].append(one)
    return list(found.values())


def _tied(left: Saying, right: Saying) -> bool:
    """Whether two counts are of one attack, as far as their reports tell."""
    if _is_share(left, right) or _is_share(right, left) or _are_two_persons(left, right):
        return False
    if _is_sum(left, right) or _is_sum(right, left):
        return False
    if left.report == right.report:
        return _tied_here(left, right)
    return not are_other(left.scene, right.scene) and _tied_across(left, right)


def _tied_across(left: Saying, right: Saying) -> bool:
    """Whether counts of two reports, of scenes that may be one, are of one attack."""
    if left.reach is None or right.reach is None:
        return True
    if agrees(left.reach, right.reach):
        return True
    if _says_nobody(left) or _says_nobody(right):
        return _of_one_deed(left, right) or _speak_of_one(left, right)
    if set(left.voice.marks) & set(right.voice.marks):
        return True
    if left.whole or right.whole:
        return _of_one_whole(left, right)
    return (left.leading and right.leading) or are_one(left.scene, right.scene)


def _speak_of_one(left: Saying, right: Saying) -> bool:
    """Whether two speakers tell of one kind of target, or of one day and one named place."""
    if are_one(left.scene, right.scene):
        return True
    one, two = left.scene, right.scene
    spoken = not {left.voice.kind, right.voice.kind} & OWN_WORD
    return spoken and one.spot is not None and (one.spot, one.days) == (two.spot, two.days)


def _is_share(part: Saying, all_told: Saying) -> bool:
    """Whether people of one calling are counted, and fewer than all: "six teachers" beside 35."""
    if not part.narrow or all_told.narrow or part.reach is None or all_told.reach is None:
        return False
    return (part.reach.low or 0) < (all_told.reach.low or 0)


def _is_sum(whole: Saying, part: Saying) -> bool:
    """Whether the one adds up several places, and the other counts fewer in one of them."""
    if whole.reach is None or part.reach is None or not is_of_several(whole.scene, part.scene):
        return False
    return (part.reach.low or 0) < (whole.reach.low or 0)


def _are_two_persons(left: Saying, right: Saying) -> bool:
    """Whether each tells of one person, in words that share nothing: "his son", "the mayor"."""
    return left.single and right.single and not left.named & right.named


def _tied_here(left: Saying, right: Saying) -> bool:
    """Within one report: nothing tells them apart, or two who are named contradict each other.

    A part goes with its whole, and what is told as more ("another six") is no rival of the rest.
    """
    if are_other(left.scene, right.scene) or _elsewhere(left, right):
        return False
    if left.voice != right.voice and {left.voice.kind, right.voice.kind} <= FIRM:
        return True
    loose = bool(left.whole) != bool(right.whole) or FURTHER in left.key
    if loose or (left.whole and not _of_one_whole(left, right)):
        return _compatible(left, right)
    own = {left.voice.kind, right.voice.kind} & OWN_WORD
    if own and _says_nobody(left) != _says_nobody(right):
        return _of_one_deed(left, right) or are_one(left.scene, right.scene)
    return True


def _says_nobody(one: Saying) -> bool:
    return one.reach is not None and one.reach.high == 0


def _elsewhere(left: Saying, right: Saying) -> bool:
    """Whether their report tells them of two deeds in two places."""
    if _of_one_deed(left, right):
        return False
    return name_two_places(left.scene, right.scene)


def _of_one_deed(left: Saying, right: Saying) -> bool:
    return left.own_event is not None and left.own_event == right.own_event


def _of_one_whole(left: Saying, right: Saying) -> bool:
    """Whether the two are parts of one number: "14, six of them children" beside "14, eight …"."""
    one, two = left.whole_reach, right.whole_reach
    return one is not None and two is not None and agrees(one, two)


def _fits(part: Sequence[Saying], main: Sequence[Saying]) -> bool:
    """Whether all of the part can be true beside all of the main toll, in one scene."""
    return all(_compatible(one, two) for one in part for two in main)


def _compatible(left: Saying, right: Saying) -> bool:
    if are_other(left.scene, right.scene) or _are_two_persons(left, right):
        return False
    if left.reach is None or right.reach is None:
        return True
    return is_compatible(left.reach, right.reach)


def _weight(part: Sequence[Saying]) -> tuple[int, int, int, str]:
    """The toll that most reports tell comes first, then one that a report comes to."""
    reports = len({one.report for one in part})
    leading = sum(one.leading for one in part)
    return -reports, -leading, -len(part), min(repr(one.citation) for one in part)


def _move(one: Saying, number: int) -> Saying:
    if one.own_event is not None and one.own_event != one.event:
        return replace(one, event=one.own_event)
    return replace(one, key=(*one.key, f"attack {number}"))
