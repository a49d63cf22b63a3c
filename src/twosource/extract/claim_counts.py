"""A verb in, the count that it gives out: "put the number of dead at 12", "counted 12 bodies".

Such verbs say nothing by themselves: only with a toll as their object, and a number.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import is_passive
from twosource.extract.claim_words import word_set
from twosource.extract.figure_cues import ADJECTIVES, NOUNS, VERBS

HARM = frozenset(NOUNS) | frozenset(ADJECTIVES)
OUTSIDE = frozenset({"agent", "advcl", "cc", "punct", "npadvmod"})
CONTRAST = frozenset({"while", "whereas"})


def find_count(verb: Token) -> tuple[str, Token] | None:
    """The frame "counting" and the head of what is counted; None when it counts nothing."""
    lemma = verb.lemma_.lower()
    if lemma in word_set("counting", "tolls"):
        wanted = word_set("counting", "nouns")
    elif lemma in word_set("counting", "bodies"):
        wanted = HARM
    else:
        return None
    label = "nsubjpass" if is_passive(verb) else "dobj"
    counted = next((child for child in verb.children if child.dep_ == label), None)
    if counted is None or not _told(counted, wanted) or not _numbered(verb):
        return None
    return "counting", counted


def _told(noun: Token, wanted: frozenset[str]) -> bool:
    near = [noun, *(c for c in noun.children if c.dep_ in {"compound", "amod", "acl", "nmod"})]
    if any(c.lemma_.lower() in wanted or c.lower_ in wanted for c in near):
        return True
    return any(c.dep_ == "acl" and c.lemma_.lower() in VERBS for c in noun.rights)


def _numbered(verb: Token) -> bool:
    """Whether a number stands in what completes the verb."""
    last = verb.right_edge.i
    first = verb.left_edge.i if is_passive(verb) else verb.i
    return any(token.like_num for token in verb.doc[first : last + 1])


def counted_words(verb: Token) -> Iterator[Token]:
    """All that the verb counts: "its toll to 45 dead and 60 wounded, including ten children"."""
    for child in verb.rights:
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.lefts)
        numbered = any(token.like_num for token in child.subtree)
        joined = child.dep_ == "conj" and (own or not numbered)
        if not joined and child.dep_ not in OUTSIDE and not _dates(child):
            yield from child.subtree


def _dates(child: Token) -> bool:
    """Whether it says only when the count was given: "on Friday"."""
    return child.dep_ == "prep" and child.lower_ == "on" and not any(
        token.like_num for token in child.subtree
    )  # fmt: skip


def sets_against(clause: Token) -> bool:
    """Whether a clause gives another's count: "…, while the rebels put it at 70"."""
    marks = {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
    own = any(child.dep_ == "nsubj" for child in clause.lefts)
    verbs = word_set("counting", "tolls") | word_set("counting", "says")
    return bool(marks & CONTRAST) and own and clause.lemma_.lower() in verbs
