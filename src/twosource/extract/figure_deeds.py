"""A verb in, whom it tells of by who does it out: "45,000 people left the district".

Leaving, searching, losing, burying and lifting: the verb alone would say nothing, and with another
subject it says something else (envoys leave a town, a side loses eight games).
"""

from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_counts import class_of
from twosource.extract.figure_idioms import Told

_WORDS = load_words("twosource.extract", "figures")
_LEAVING = {name: frozenset(words) for name, words in _WORDS["leaving"].items() if name != "least"}
_SEARCHING = {name: frozenset(words) for name, words in _WORDS["searching"].items()}
_LOSERS = frozenset(_WORDS["losing"]["who"])
_LOST = frozenset(_WORDS["losing"]["whom"])
_BURIERS = frozenset(_WORDS["burying"]["who"])
_FOR = frozenset({"for"})
_NEAR = 5  # tokens behind "cross" within which "into" or "the border" stands
DEED_WORDS = _LEAVING["verbs"] | _SEARCHING["verbs"] | {"lose", "bury", "round"}


def read_deed(verb: Token, lemma: str) -> Told | None:
    """What the verb tells by who does it; None when it tells nothing of people hit."""
    if lemma not in DEED_WORDS:
        return None
    if lemma == "round":
        return _read_round_up(verb)
    if is_passive(verb):
        return None
    if lemma in _LEAVING["verbs"]:
        return _read_leaving(verb)
    if lemma in _SEARCHING["verbs"]:
        return _read_search(verb)
    return _read_loss(verb) if lemma == "lose" else _read_burial(verb)


def _read_round_up(verb: Token) -> Told | None:
    """As in "rounded up more than 200 demonstrators"; cattle are no persons."""
    up = any(child.lower_ == "up" and child.dep_ == "prt" for child in verb.children)
    return Told("detained", verb, tuple(objects(verb))) if up else None


def _read_leaving(verb: Token) -> Told | None:
    """As in "45,000 people had left the district", "8,000 residents crossed into Torland"."""
    goers = [each for each in subjects(verb) if _is_people(each)]
    if not goers or not (_is_from(verb) or _is_into(verb)):
        return None
    return Told("displaced", verb, tuple(goers))


def _is_people(token: Token) -> bool:
    """Whether it is a word for people in general, or a bare number."""
    return token.lemma_.lower() in _LEAVING["who"] or token.pos_ == "NUM" or token.like_num


def _is_from(verb: Token) -> bool:
    return any(
        each.lemma_.lower() in _LEAVING["from"] or each.pos_ == "PROPN" for each in objects(verb)
    )


def _is_into(verb: Token) -> bool:
    if verb.lemma_.lower() == "leave":
        return False
    near = verb.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, verb.sent.end)]
    return any(token.lower_ in _LEAVING["into"] for token in near)


def _read_search(verb: Token) -> Told | None:
    """As in "rescuers are searching for eight others"; police search for suspects."""
    if not _lemmas(subjects(verb)) & _SEARCHING["who"]:
        return None
    missed = [each for each in objects_of(verb, _FOR) if each.lemma_.lower() in _SEARCHING["whom"]]
    return Told("missing", verb, tuple(missed)) if missed else None


def _read_loss(verb: Token) -> Told | None:
    """As in "the army admitted losing eight", "we lost 14 brave sons"."""
    own = [each for each in objects(verb) if _is_of_troops(_whom(each))]
    if own:  # whoever loses soldiers, or men, of its own
        return Told("killed", verb, tuple(own))
    lost = [each for each in objects(verb) if each.pos_ == "NUM" or each.lemma_ in _LOST]
    who = subjects(verb) or (
        subjects(verb.head) if verb.dep_ in {"xcomp", "ccomp", "pcomp"} else []
    )
    if not lost or not _lemmas(who) & _LOSERS:
        return None
    return Told("killed", verb, tuple(lost))


def _is_of_troops(lost: Token) -> bool:
    return lost.lower_ == "men" or class_of(lost) == "combatant"


def _whom(lost: Token) -> Token:
    """The fighters of "lost 23 of its fighters", "lost 23 fighters"."""
    of = next((child for child in lost.rights if child.lower_ == "of"), None)
    return lost if of is None else next(iter(of.rights), lost)


def _read_burial(verb: Token) -> Told | None:
    """As in "we have buried nine people"; a landslide buries them alive."""
    if not _lemmas(subjects(verb)) & _BURIERS:
        return None
    return Told("killed", verb, tuple(objects(verb)))


def _lemmas(tokens: list[Token]) -> set[str]:
    return {name for each in tokens for name in (each.lemma_.lower(), each.lower_)}
