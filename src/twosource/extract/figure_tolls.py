"""A number in, the toll that a sentence's grammar gives it out: what its verb says of a toll.

However much stands between: "The toll of Monday's attack on the two villages has risen to nine".
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_cues import ADJECTIVES, NOUNS, OWN, VERBS, is_real

_WORDS = load_words("twosource.extract", "figures")["tolls"]
_NOUNS = frozenset(_WORDS["nouns"])
_TELLING = frozenset(_WORDS["telling"]) | frozenset(_WORDS["revises"])
_LED_BY = {"to": frozenset(_WORDS["revises"]), "at": frozenset(_WORDS["telling"])}
_LEADS = frozenset(_WORDS["leads"])
_SAID_OF = frozenset({"acl", "amod", "relcl"})
_WAYS = frozenset({"down", "up", "upwards", "downwards", "upward", "downward"})
_FEW = 3  # words between a number and the toll that it is: "to seven the official death toll"
_UP = 4  # steps from a number to the verb that tells it


def find_told_toll(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """The measure of the toll whose verb tells the amount, and the toll's noun."""
    verb = _verb_of(amount.noun if amount.noun is not None else sentence.doc[amount.first])
    verb = verb or _changing(amount, sentence)
    if verb is None or not is_real(verb):
        return None
    active = () if is_passive(verb) else subjects(verb)
    for subject in (*active, *objects(verb)):
        lemma = subject.lemma_.lower()
        if lemma in _NOUNS and (subject.i < amount.start or _stands_behind(subject, amount)):
            measure = _measure_of(subject, lemma)
            return (measure, subject) if measure else None
    return _put_at(amount, verb)


def _put_at(amount: Amount, verb: Token) -> tuple[str, Token] | None:
    """As in "put the dead at 19", "put deaths at 30"."""
    doc = verb.doc
    if not verb.i < amount.start or doc[amount.start - 1].lower_ != "at":
        return None
    for thing in objects(verb):
        measure = NOUNS.get(thing.lemma_.lower()) or ADJECTIVES.get(thing.lower_)
        if measure and thing.i < amount.start:
            return measure, thing
    return None


def _verb_of(token: Token) -> Token | None:
    """The verb over the number: "climbed to 17", "reached at least 17", "revised down to 9"."""
    for _ in range(_UP):
        if token.pos_ in {"VERB", "AUX"}:
            return token if token.lemma_.lower() in _TELLING else None
        if token.dep_ == "prep" and token.lower_ not in _LEADS and not _is_down_to(token):
            return None
        token = token.head
    return None


def _stands_behind(noun: Token, amount: Amount) -> bool:
    """As in "brings to seven the number of people killed"."""
    between = noun.doc[amount.end : noun.i]
    led = amount.start > 0 and noun.doc[amount.start - 1].lower_ in _LEADS
    return led and len(between) <= _FEW and any(each.lower_ == "the" for each in between)


def _changing(amount: Amount, sentence: Words) -> Token | None:
    """As in "cut the number of dead in the blast at the pier to 18": "to" may hang on any word.

    So may "at": "put the number of children killed in the school of Dolna at five".
    """
    doc = sentence.doc
    if amount.noun is not None or amount.start <= sentence.start:
        return None
    verbs = _LED_BY.get(doc[amount.start - 1].lower_, frozenset())
    before = doc[sentence.start : amount.start]
    return next((each for each in before if each.pos_ == "VERB" and _tells_toll(each, verbs)), None)


def _tells_toll(verb: Token, verbs: frozenset[str]) -> bool:
    things = {each.lemma_.lower() for each in objects(verb)}
    return verb.lemma_.lower() in verbs and not things.isdisjoint(_NOUNS)


def _is_down_to(word: Token) -> bool:
    """As in "revised the toll down to 11"."""
    return word.lower_ in _WAYS and any(each.lower_ == "to" for each in word.rights)


def _measure_of(noun: Token, lemma: str) -> str | None:
    """What is counted: "death toll", "the number of people injured"; a bare toll is of deaths."""
    for word in noun.lefts:
        measure = NOUNS.get(word.lemma_.lower()) or ADJECTIVES.get(word.lower_)
        if measure:
            return measure
    of = (each for prep in noun.rights if prep.lower_ == "of" for each in prep.children)
    found = next((measure for each in of if (measure := _counted(each))), None)
    if found is not None:
        return found
    return "killed" if lemma == "toll" else None


def _counted(noun: Token) -> str | None:
    words = (noun, *noun.lefts, *(each for each in noun.rights if each.dep_ in _SAID_OF))
    for word in words:
        own = NOUNS.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
        done = VERBS.get(word.lemma_.lower()) if word.tag_ == "VBN" else None
        fled = OWN.get(word.lemma_.lower()) if word.dep_ == "relcl" else None
        found = own or done or fled or ADJECTIVES.get(word.lower_)
        if found:
            return found
    return None
