"""A word in, the kind of agreement that it names and the words around it out."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Token

from twosource.base.grammar import is_negated, objects, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.event_words import base_form

Kind = Literal["ceasefire", "peace", "exchange", "withdrawal", "treaty", "other"]
KINDS: tuple[Kind, ...] = ("ceasefire", "peace", "exchange", "withdrawal", "treaty", "other")
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
HELD = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
UP = 4  # words looked at on the way to the verb
UNSURE = frozenset({"may", "might", "could", "would", "should", "can", "if", "unless", "whether"})
AHEAD = frozenset({"will", "shall", "to", "wo"})


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """One list of `words/agreements.toml`, as a set."""
    return frozenset(load_words("twosource.extract", "agreements")[table][key])


def kind_named(token: Token) -> Kind | None:
    """The kind of agreement that a noun names with the words before it; None for another noun.

    A word that only stands before other nouns ("peace", "prisoner") names none by itself.
    """
    if token.pos_ not in NOUNS:
        return None
    own = _kind_of(base_form(token))
    if own is None or base_form(token) in listed("kinds", "before"):
        return None
    if token.head.lower_ == "in" and base_form(token) in listed("kinds", "exchange"):
        return None  # "in exchange"
    before = [base_form(child) for child in token.lefts if child.dep_ in {"compound", "amod"}]
    special = [kind for kind in map(_kind_of, before) if kind not in {None, "other"}]
    return special[0] if special else own


def _kind_of(word: str) -> Kind | None:
    return _kinds().get(word)


@cache
def _kinds() -> dict[str, Kind]:
    """The kind of each noun; of a noun with several the first of `KINDS`."""
    return {word: kind for kind in reversed(KINDS) for word in sorted(listed("kinds", kind))}


def kind_agreed(verb: Token) -> Kind:
    """The kind of agreement by what is agreed to: "to withdraw", "to release prisoners"."""
    word = verb.lemma_.lower()
    kinds: tuple[Kind, ...] = ("withdrawal", "exchange", "ceasefire")
    return next((kind for kind in kinds if word in listed("agreed", kind)), "other")


def swaps(verb: Token) -> bool:
    """Whether people or bodies are exchanged: "exchanged 24 prisoners"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in listed("verbs", "swapping"):
        return False
    return any(base_form(each) in listed("nouns", "swapped") for each in objects(verb))


def governor(noun: Token) -> Token | None:
    """The verb that an agreement is subject or object of, over "the end of", "out of"."""
    token = noun
    for _ in range(UP):
        if not _leads_up(token):
            break
        token = token.head
        if token.pos_ in NOUNS and base_form(token) not in listed("nouns", "own"):
            return None
        if token.pos_ in VERBS:
            return token
    return None


def _leads_up(token: Token) -> bool:
    """Whether what is said of the word above is said of the agreement, too."""
    if token.dep_ == "prep":
        return token.lower_ in listed("words", "over")
    if token.dep_ in {"compound", "nmod"}:
        return base_form(token.head) in listed("nouns", "own")
    return token.dep_ in HELD or (token.dep_ == "conj" and token.head.pos_ in NOUNS)


def verbs_at(noun: Token) -> Iterator[Token]:
    """The verbs that say something of an agreement: its own, joined ones, those of clauses."""
    own = governor(noun)
    if own is not None:
        yield own
        if own.dep_ == "ccomp" and own.tag_ == "VBG":
            yield own.head  # "declared a truce lasting until Sunday"
        yield from (each for each in own.rights if _goes_on(each))
    yield from (each for each in noun.rights if each.dep_ in {"acl", "relcl"})


def _goes_on(verb: Token) -> bool:
    """Whether a clause goes on about the same: "signed it and …", not "… so that people leave"."""
    if verb.dep_ == "advcl":
        marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
        return not marks & {"so", "that", "because", "if", "unless"}
    return verb.dep_ == "conj" and verb.pos_ in VERBS


def is_real(verb: Token) -> bool:
    """Whether it is told as a fact: not "if it collapses", "would end", "did not sign"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "mark"}}
    return not helpers & (UNSURE | AHEAD) and not is_negated(verb)


def is_ahead(verb: Token) -> bool:
    """Whether it is told as to come: "will end", "is due to expire"."""
    return any(child.lower_ in AHEAD for child in verb.lefts if child.dep_ == "aux")


def meant(head: Token) -> list[Token]:
    """Whom a subject means: "the group said it would halt" means the group."""
    verb = head.head
    for _ in range(UP):
        if head.pos_ != "PRON" or verb.dep_ == "ccomp" or verb.head == verb:
            break
        verb = verb.head
    told = head.pos_ == "PRON" and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"
    return (subjects(verb.head) if told else []) or [head]


def is_definite(noun: Token) -> bool:
    """Whether it is known already: "the truce", "their truce"; what one agrees to is, too."""
    known = {"the", "this", "that", "these"}
    return any(child.dep_ == "poss" or child.lower_ in known for child in noun.lefts)
