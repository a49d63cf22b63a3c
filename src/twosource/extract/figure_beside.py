"""A number that no word tells in, a hit like the one before it out: parts, units, places.

"200 deaths, including ten civilians"; "300 families, about 1,500 people"; "nine killed in Karsk and
two in Torda".
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_counts import Hit, class_of, fits_person, from_amount, is_person

_WORDS = load_words("twosource.extract", "figures")
_PART_WORDS = frozenset(_WORDS["subsets"]["before"])
_PART_PHRASES: frozenset[str] = frozenset(_WORDS["subsets"]["phrases"])
_PARTED = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "detained", "other"})
_FATALLY = frozenset(_WORDS["to_death"]["adverbs"])
_BESIDE = frozenset({",", "(", "or", "-", "--", "in"})
_CLOSERS = frozenset({",", ".", ";", ")", "and", "-", "--", "in", "across"})
_JOINTS = frozenset({"and", ",", ";", "while", "with"})
_AT = frozenset({"in", "at", "near", "from"})
_WITH_THEM = (["and", "their"], ["and", "his"], ["and", "her"])
_OPENERS = frozenset({"of", "among"})
_WERE = frozenset({"were", "are", "was", "is"})
_FAR = 14  # tokens between two counts of one kind at two places


def take_up_hit(amount: Amount, hits: Sequence[Hit]) -> Hit | None:
    """The hit that a number is by the last one before it; None when it is nothing of the kind."""
    before = [hit for hit in hits if hit.count.end <= amount.start and hit.measure in _PARTED]
    if not before:
        return None
    last = before[-1]
    if (
        _is_same_in_other_unit(amount, last)
        or _is_elsewhere(amount, last)
        or _is_with_them(amount, last)
    ):
        return Hit(last.measure, last.cue, from_amount(amount), amount.noun)
    return _as_listed(amount, last) or _as_part(amount, last)


def _as_listed(amount: Amount, whole: Hit) -> Hit | None:
    """As in "14 were killed: nine civilians", "of the 14 killed, nine were civilians"."""
    doc, count = whole.cue.doc, from_amount(amount)
    if not (whole.count.low or 0) > (amount.low or 0) or count.unit != "persons":
        return None
    between = [token.lower_ for token in doc[whole.count.end : amount.start]]
    if amount.noun is not None:
        after = ":" in between and fits_person(amount)
        return Hit(whole.measure, whole.cue, count, amount.noun, part=True) if after else None
    openers = {token.lower_ for token in doc[max(whole.count.start - 2, 0) : whole.count.start]}
    follower = doc[amount.last] if amount.last < len(doc) else None
    if openers.isdisjoint(_OPENERS) or follower is None or follower.lower_ not in _WERE:
        return None
    klass = next((name for each in follower.rights if (name := class_of(each)) != "all"), "all")
    return Hit(whole.measure, whole.cue, replace(count, victim_class=klass), part=True)


def _is_same_in_other_unit(amount: Amount, last: Hit) -> bool:
    """As in "300 families, about 1,500 people" and "300 families (1,500 people)"."""
    doc, place = last.cue.doc, last.count.end
    if place != amount.start - 1 or doc[place].lower_ not in _BESIDE or amount.noun is None:
        return False
    units = {from_amount(amount).unit, last.count.unit}
    closed = amount.end >= len(doc) or doc[amount.end].lower_ in _CLOSERS
    return units == {"persons", "households"} and closed


def _is_elsewhere(amount: Amount, last: Hit) -> bool:
    """As in "709 people were displaced in Karsk and 363 in Torda"."""
    doc = last.cue.doc
    if amount.noun is not None or last.count.first is None or amount.start - last.count.end > _FAR:
        return False
    if amount.last + 1 >= len(doc) or doc[amount.last].lower_ not in _AT:
        return False
    if doc[amount.start - 1].lower_ not in _JOINTS or doc[amount.last + 1].pos_ != "PROPN":
        return False
    return _names_a_place(doc, last.count.end, amount.start)


def _is_with_them(amount: Amount, last: Hit) -> bool:
    """As in "killing a couple and their four children": the parser may part the two."""
    doc = last.cue.doc
    between = [token.lower_ for token in doc[last.count.end : amount.start]]
    if last.count.value == 0 or amount.noun is None or not is_person(amount.noun):
        return False
    if between not in _WITH_THEM or amount.end >= len(doc):
        return False
    return doc[amount.end].pos_ not in {"VERB", "AUX", "ADJ"}


def _names_a_place(doc: Doc, start: int, end: int) -> bool:
    between = doc[start:end]
    return any(token.lower_ in _AT and token.nbor(1).pos_ == "PROPN" for token in between)


def _as_part(amount: Amount, whole: Hit) -> Hit | None:
    """As in "200 deaths, including ten civilians": the part takes the measure of its whole."""
    doc = whole.cue.doc
    between = {token.lower_ for token in doc[whole.count.end : amount.start]}
    after = " ".join(token.lower_ for token in doc[amount.last : amount.last + 3])
    told = " ".join(token.lower_ for token in doc[max(amount.start - 3, 0) : amount.start])
    marked = any(phrase in after or phrase in told for phrase in _PART_PHRASES)
    if not between & _PART_WORDS and not marked:
        return None
    count = from_amount(amount)
    if count.victim_class == "all" and any(phrase in after for phrase in _PART_PHRASES):
        follower = next(
            (t for t in doc[amount.last : amount.last + 6] if class_of(t) != "all"), None
        )
        count = replace(count, victim_class=class_of(follower))
    measure = "killed" if _FATALLY & set(after.split()) else whole.measure
    return Hit(measure, whole.cue, count, amount.noun)
