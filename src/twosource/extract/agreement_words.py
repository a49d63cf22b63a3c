"""A word in, the kind of agreement that it names out."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from twosource.base.vocabulary import load_words
from twosource.extract.event_words import base_form

Kind = Literal["ceasefire", "peace", "exchange", "withdrawal", "treaty", "other"]
KINDS: tuple[Kind, ...] = ("ceasefire", "peace", "exchange", "withdrawal", "treaty", "other")
NOUNS = frozenset({"NOUN", "PROPN"})


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """One list of `words/agreements.toml`, as a set."""
    return frozenset(load_words("twosource.extract", "agreements")[table][key])


def kind_named(token: Token) -> Kind | None:
    """The kind of agreement that a noun names with the words before it; None for another noun.

    A word that only stands before other nouns ("peace") names none by itself.
    """
    if token.pos_ not in NOUNS:
        return None
    own = _kind_of(base_form(token))
    if own is None or own == "peace":
        return None
    before = [base_form(child) for child in token.lefts if child.dep_ in {"compound", "amod"}]
    special = [kind for kind in map(_kind_of, before) if kind not in {None, "other"}]
    return special[0] if special else own


def _kind_of(word: str) -> Kind | None:
    return next((kind for kind in KINDS if word in listed("kinds", kind)), None)


def kind_agreed(verb: Token) -> Kind:
    """The kind of agreement by what is agreed to: "to withdraw", "to release prisoners"."""
    word = verb.lemma_.lower()
    kinds: tuple[Kind, ...] = ("withdrawal", "exchange", "ceasefire")
    return next((kind for kind in kinds if word in listed("agreed", kind)), "other")
