"""The words for an agreement in, how far it has come by the report out."""

from collections.abc import Iterator, Sequence
from typing import Literal

from spacy.tokens import Token

from twosource.extract.agreement_bundles import enters
from twosource.extract.agreement_words import governor, is_real, listed, verbs_at
from twosource.extract.event_words import base_form

State = Literal["agreed", "in_force", "extended", "ended"]
LAST: tuple[State, ...] = ("ended", "extended", "in_force")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BEHIND = frozenset({"despite", "since"})


def state_of(tokens: Sequence[Token]) -> State:
    """The last stage that a report tells of it: ended, extended, in force, else agreed."""
    found = {state for token in tokens for state in _states(token)}
    return next((each for each in LAST if each in found), "agreed")


def _states(word: Token) -> Iterator[State]:
    over = word.head
    if word.dep_ == "pobj" and base_form(over.head) in listed("nouns", "ends"):
        verb = governor(word)
        if verb is None or is_real(verb):
            yield "ended"
    if word.dep_ == "pobj" and over.lower_ in BEHIND:
        yield "in_force"
    for verb in verbs_at(word):
        if is_real(verb):
            yield from _by_verb(word, verb)
    for clause in _agreed(word):
        if clause.lemma_ in listed("verbs", "extending"):
            yield "extended"


def _agreed(word: Token) -> list[Token]:
    """What is agreed to be done with it: "agreed to extend the truce"."""
    verb = word.head
    told = verb.head.lemma_ in listed("verbs", "agreeing") and is_real(verb.head)
    return [verb] if verb.dep_ == "xcomp" and told else []


def _by_verb(word: Token, verb: Token) -> Iterator[State]:
    subject = word.dep_ in SUBJECTS
    if verb.lemma_ in listed("verbs", "extending"):
        yield "extended"
    elif _ends(verb, subject=subject):
        yield "ended"
    elif _has_begun(verb) or (subject and verb.lemma_ in listed("verbs", "holding")):
        yield "in_force"


def _ends(verb: Token, *, subject: bool) -> bool:
    """Whether it is ended by somebody, or ends: not "the truce ended five days of fighting"."""
    if not subject:
        held = verb.lemma_ == "put" and any(each.lower_ == "hold" for each in verb.subtree)
        return verb.dep_ != "advcl" and (held or verb.lemma_ in listed("verbs", "leaving"))
    moves = any(child.dep_ == "dobj" for child in verb.rights)
    return verb.lemma_ in listed("verbs", "ending") and not moves


def _has_begun(verb: Token) -> bool:
    """Whether it holds already: "took effect", "is in force", not "takes effect on Monday"."""
    ahead = verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ not in {"be", "remain"}
    return enters(verb) and verb.tag_ != "VBG" and not ahead
