"""Two clues in, why they cannot tell of one event out, or None when nothing speaks against it."""

from datetime import date, timedelta

from twosource.base.nearness import are_apart
from twosource.base.records import When
from twosource.link.clues import Clue, day_of
from twosource.link.concepts import likeness, words_of
from twosource.link.topics import ONSET

VIOLENT = "ASSAULT"
HARMED = frozenset({"kill", "die", "death", "injure", "wound", "hurt", "dead"})
LATE = timedelta(days=6)  # an attack told without a day is news: it is not older than this
SLIP = timedelta(days=2)  # two reports of one attack may be a day or two apart, no more
WIDE = frozenset({"month", "season", "year", "decade"})
MANY = 5  # a count that two attacks hardly share by chance
SAME = 0.9  # likeness of one word


def find_bar(left: Clue, right: Clue) -> str | None:
    """Why the two cannot be one event, or None when nothing speaks against it."""
    if days_apart(left.when, right.when) and not _dated_otherwise(left, right):
        return "different days"
    if left.past != right.past and (left.when is None or left.when != right.when):
        return "one is history, the other is not"
    if left.past and right.past and (left.when is None or right.when is None):
        return "history without a common date"
    return _told_apart(left, right)


def _told_apart(left: Clue, right: Clue) -> str | None:
    """Why the words themselves tell two happenings."""
    if ONSET in {left.lemma, right.lemma} and left.when != right.when:
        return "not said to have set in on one day"
    if _other_counts(left, right):
        return "other numbers in one report"
    if _other_class(left, right):
        return "different kinds of event"
    if _is_attack(left) and _is_attack(right):
        return _attacks_apart(left, right)
    if _is_mishap(left) != _is_mishap(right) and _is_attack(left) != _is_attack(right):
        return "one is violence, the other an accident"
    return None


def _attacks_apart(left: Clue, right: Clue) -> str | None:
    """Two attacks of two places, or of two weeks, are two."""
    one, two = left.placing, right.placing
    if one is not None and two is not None and are_apart(one, two):
        return "different places"
    if _weeks_apart(left, right):
        return "told in different weeks"
    if _is_wide(left) != _is_wide(right) and left.place != right.place:
        return "one has only a month, the other a day"
    return None


def _is_wide(clue: Clue) -> bool:
    """Whether its day is told as some month or year."""
    return clue.when is not None and clue.when.precision in WIDE


def _is_mishap(clue: Clue) -> bool:
    """Whether people came to harm by no violence: killed in a flood, hurt in a crash."""
    harm = bool(HARMED & set(words_of(clue.lemma)))
    return harm and clue.mention.given_id is None and clue.mention.plover.event is None


def _is_attack(clue: Clue) -> bool:
    return clue.mention.given_id is None and clue.mention.plover.event == VIOLENT


def _weeks_apart(left: Clue, right: Clue) -> bool:
    """Whether the days do not meet on which the two may have happened, of which one is not told."""
    if left.when is not None and right.when is not None:
        return False
    one, two = _span(left), _span(right)
    return one is not None and two is not None and (one[1] < two[0] or two[1] < one[0])


def _span(clue: Clue) -> tuple[date, date] | None:
    """From when to when it may have happened: its own days, else the week before its report."""
    if clue.when is not None:
        start, end = day_of(clue.when.start), day_of(clue.when.end)
        return (start, end) if start is not None and end is not None else None
    if clue.published is None or clue.past:
        return None
    return clue.published - LATE, clue.published


def days_apart(left: When | None, right: When | None) -> bool:
    """Whether two stretches of days share no day; False when one is not known."""
    if left is None or right is None:
        return False
    return left.end < right.start or right.end < left.start


def _dated_otherwise(left: Clue, right: Clue) -> bool:
    """Whether two reports date one attack otherwise: one word, one large count, days near."""
    if left.report == right.report or likeness(left.lemma, right.lemma) < SAME:
        return False
    if not any((low or 0) >= MANY for _, _, low, _ in left.counts & right.counts):
        return False
    if left.place is not None and right.place is not None and left.place != right.place:
        return False
    one, two = _span(left), _span(right)
    return one is not None and two is not None and max(one[0], two[0]) - min(one[1], two[1]) <= SLIP


def _other_counts(left: Clue, right: Clue) -> bool:
    """One report that counts twice with other numbers counts two things."""
    if left.report != right.report or not left.counts or not right.counts:
        return False
    measures = {each[0] for each in left.counts} & {each[0] for each in right.counts}
    return bool(measures) and not left.counts & right.counts


def _other_class(left: Clue, right: Clue) -> bool:
    """One speaks of it, the other does it: a call for a ceasefire is not the ceasefire."""
    kinds = {left.mention.kind, right.mention.kind}
    return "speech_act" in kinds and len(kinds) > 1 and not left.mention.given_id
