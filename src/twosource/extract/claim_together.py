"""A speaker's head word in, the others who say the same in the same breath out.

"Police and witnesses said", "both the army and the militia said": each vouches for it.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import conjuncts
from twosource.base.reading import Reading
from twosource.extract.claim_voices import can_speak

PLACES = frozenset({"nsubj", "pobj"})  # as a subject, or behind "by" and "according to"
PLURALS = frozenset({"NNS", "NNPS"})
ARTICLES = frozenset({"det", "poss", "amod", "compound", "nummod"})


def others_beside(reading: Reading, head: Token) -> Iterator[Token]:
    """The heads of those joined to a speaker; a second office of one person is none."""
    if head.dep_ not in PLACES:
        return
    for other in conjuncts(head):
        if other != head and _is_another(other) and can_speak(reading, other):
            yield other


def _is_another(noun: Token) -> bool:
    """Whether it is somebody else: not the "founder" of "the president and founder"."""
    if noun.pos_ == "PRON":
        return False
    if noun.pos_ == "PROPN" or noun.tag_ in PLURALS:
        return True
    return any(child.dep_ in ARTICLES for child in noun.lefts)
