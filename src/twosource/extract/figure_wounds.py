"""A word in, who is told hurt by it without a verb of hurting out.

"was struck by a bullet", "hit in the leg", "is in critical condition", "with a gunshot wound",
"is expected to survive".
"""

from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_idioms import Told

_WORDS = load_words("twosource.extract", "figures")["wounds"]
_STRIKES = frozenset(_WORDS["strikes"])
_MISSILES = frozenset(_WORDS["missiles"])
_LIMBS = frozenset(_WORDS["limbs"])
_STATES = frozenset(_WORDS["states"])
_MENDS = frozenset(_WORDS["mends"])
_EXPECTS = frozenset(_WORDS["expects"])
_SHOTS = frozenset(_WORDS["shots"])
_MARKS = frozenset(_WORDS["marks"])
WOUND_WORDS = frozenset({*_STRIKES, *_MENDS, *_MARKS, "condition"})
_PLACED = frozenset({"list", "leave", "report", "put", "describe"})


def read_struck(verb: Token, lemma: str) -> Told | None:
    """As in "was struck by gunfire", "a round hit the boy", "was hit in the leg"."""
    if lemma not in _STRIKES:
        return None
    doers = [each.lemma_.lower() for each in subjects(verb)]
    doers += [each.lemma_.lower() for each in objects_of(verb, frozenset({"by", "with"}))]
    limbs = [each.lemma_.lower() for each in objects_of(verb, frozenset({"in"}))]
    if _MISSILES.isdisjoint(doers) and _LIMBS.isdisjoint(limbs):
        return None
    return Told("injured", verb, tuple(objects(verb)))


def read_mending(verb: Token, lemma: str) -> Told | None:
    """As in "is expected to survive", "was treated and released"."""
    if lemma == "treat" and is_passive(verb):
        return Told("injured", verb, tuple(objects(verb)))
    if lemma not in _MENDS or verb.dep_ != "xcomp":
        return None
    upper = verb.head
    if upper.lemma_.lower() not in _EXPECTS:
        return None
    return Told("injured", upper, tuple(objects(upper) if is_passive(upper) else subjects(upper)))


def read_state(noun: Token) -> Told | None:
    """As in "two are in critical condition", "left one boy in serious condition"."""
    states = {child.lower_ for child in noun.lefts}
    prep = noun.head
    if _STATES.isdisjoint(states) or noun.dep_ != "pobj" or prep.lower_ != "in":
        return None
    return Told("injured", noun, _bearers(prep.head))


def read_mark(noun: Token) -> Told | None:
    """As in "a man with a gunshot wound", "suffering from gunshot wounds"."""
    kinds = {child.lemma_.lower() for child in noun.lefts if child.dep_ in {"amod", "compound"}}
    prep = noun.head
    if _SHOTS.isdisjoint(kinds) or noun.dep_ != "pobj" or prep.lower_ not in {"with", "from"}:
        return None
    holder = prep.head
    if prep.lower_ == "from" and holder.lemma_.lower() not in {"suffer", "recover", "bleed"}:
        return None
    return Told("injured", noun, _bearers(holder))


def _bearers(holder: Token) -> tuple[Token, ...]:
    """Those who are in a state: the noun it hangs on, or the subject of its verb."""
    if holder.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return (holder,)
    if holder.pos_ not in {"VERB", "AUX"}:
        return ()
    if is_passive(holder) or (holder.lemma_.lower() in _PLACED and objects(holder)):
        return tuple(objects(holder))
    return tuple(subjects(holder))
