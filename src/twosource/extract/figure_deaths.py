"""A word in, whether and of whom it tells a death out: "hacked to death", "mourn the loss of".

The verb alone would say nothing, or would say it of everybody in its sentence.
"""

from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_counts import class_of
from twosource.extract.figure_idioms import Told

_WORDS = load_words("twosource.extract", "figures")["to_death"]
FATALLY = frozenset(_WORDS["adverbs"])
_CONDEMNS = frozenset(_WORDS["condemns"])
_MOURNS = frozenset(_WORDS["mourns"])
_HAPPENINGS = frozenset(_WORDS["attacks"]) | frozenset(_WORDS["happenings"])
_OF = frozenset({"of"})


def is_to_death(verb: Token) -> bool:
    """As in "hacked to death 14 farmers", "six burned to death"; a court only sentences to it."""
    if verb.lemma_.lower() in _CONDEMNS:
        return False
    return any(
        child.lower_ == "to" and any(each.lower_ == "death" for each in child.children)
        for child in verb.children
    )


def is_fatal(verb: Token) -> bool:
    """Whether all it befalls die of it: not "35 people were shot, eight of them fatally"."""
    return is_to_death(verb) or any(
        child.lower_ in FATALLY and not _is_of_part(child, verb) for child in verb.children
    )


def _is_of_part(word: Token, verb: Token) -> bool:
    between = verb.doc[verb.i + 1 : word.i]
    return any(token.like_num or token.is_punct for token in between)


def who_died(verb: Token) -> list[Token]:
    """The subjects; in "a teen hurt after a shooting has died" the parser takes the shooting."""
    found = subjects(verb)
    marked = any(child.dep_ == "mark" for child in verb.children)
    if not marked or not found or found[0].lemma_.lower() not in _HAPPENINGS:
        return found
    return objects(verb.head) if is_passive(verb.head) else subjects(verb.head)


def read_loss_of(noun: Token) -> Told | None:
    """As in "are mourning the loss of their son", "admitted the loss of nine soldiers"."""
    if noun.lemma_.lower() != "loss":
        return None
    lost = objects_of(noun, _OF)
    if noun.head.lemma_.lower() in _MOURNS or all(class_of(each) == "combatant" for each in lost):
        return Told("killed", noun, tuple(lost))
    return None
