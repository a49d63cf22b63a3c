"""A word that tells of a happening in, what stood where it struck and who is counted out."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import conjuncts, is_negated, objects_of, subjects
from twosource.extract.event_words import base_form, words
from twosource.extract.mention_cast import is_thing
from twosource.extract.mention_triggers import Trigger

IN = frozenset({"in", "at", "on", "to", "from", "within"})
OF = frozenset({"of"})
AS = frozenset({"as"})
INCLUDING = frozenset({"including"})
NAMING = frozenset({"identify", "name", "call"})
STRIKING = frozenset({"Explosions/Remote violence", "Violence against civilians"})


def struck_near(word: Token, trigger: Trigger) -> Iterator[Token]:
    """The things beside which it struck: "exploded outside the bank", "in front of the court"."""
    event = trigger.event
    if event is None or event.name not in words("things", "struck_by"):
        return
    prepositions = words("things", "beside")
    for head in objects_of(word, prepositions | IN):
        if base_form(head) in words("things", "sides"):
            yield from objects_of(head, OF)
        else:
            inside = [] if is_thing(head) else objects_of(head, OF)  # "in the yard of the school"
            yield from (each for each in inside if is_thing(each))
            yield head
    for child in word.children:
        if child.dep_ in {"prep", "advmod"} and child.lower_ in prepositions:
            # "next to the bank", "outside of the bank": the second preposition hangs on the first.
            yield from objects_of(child, IN | OF)


def strayed(head: Token) -> list[Token]:
    """Further things that the parser joins to a thing's owner: "the offices of A, the bank, …"."""
    owners = [child for prep in head.rights if prep.lower_ == "of" for child in prep.children]
    joined = [each for owner in owners for each in conjuncts(owner) if each != owner]
    for first in (each for each in head.rights if each.dep_ == "appos"):
        listed = conjuncts(first)  # "the exchange, a hotel and a bar": no word explains the first
        joined += listed if len(listed) > 1 else []
    return [each for each in joined if _is_apart(each)]


def _is_apart(noun: Token) -> bool:
    things = words("things", "words")
    new = any(child.dep_ in {"det", "nummod"} for child in noun.lefts)
    return new and base_form(noun) in things


def whole_of(head: Token) -> list[Token]:
    """What a damaged part belongs to: "the windows of the bank" is the bank; else the word."""
    if base_form(head) not in words("things", "parts"):
        return [head]
    owners = [child for child in head.lefts if child.dep_ == "poss"]
    return objects_of(head, OF) or [each for each in owners if each.pos_ == "NOUN"] or [head]


def told_apart(head: Token) -> Iterator[Token]:
    """Who a word for all of them stands for: "those killed are A and B", "identified as A"."""
    if base_form(head) in words("things", "remains") or _counts(head):
        yield from objects_of(head, OF)
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "including":
            yield from objects_of(head, INCLUDING)
        if child.dep_ == "acl" and child.lemma_ in NAMING:
            yield from named_by(child)
    if head.head.pos_ == "VERB" and head.dep_ in {"nsubjpass", "dobj"}:
        yield from objects_of(head.head, INCLUDING)
    yield from _one_of_them(head)
    yield from _equated(head)


def _one_of_them(head: Token) -> Iterator[Token]:
    """Whom "one of the priests who were killed" explains: "Jane Roe, one of the priests who"."""
    counted = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    if counted is not None and counted.pos_ == "NUM" and counted.dep_ == "appos":
        yield counted.head


def _counts(head: Token) -> bool:
    """Whether a word only says how many of those behind its "of": "a group of", "one of"."""
    return head.pos_ == "NUM" or base_form(head) in words("things", "groups")


def far_objects(noun: Token) -> list[Token]:
    """Whom an act's noun names behind a place or a time: "the killing in May of two judges"."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    between = (
        [each for each in behind.rights if each.dep_ == "pobj"] if behind.pos_ == "ADP" else []
    )
    return [each for word in between for each in objects_of(word, OF)]


def named_by(verb: Token) -> Iterator[Token]:
    """Who a verb says that somebody is: "are A and B", "identified as A", "include A"."""
    for child in verb.children:
        if child.dep_ in {"attr", "oprd", "dobj"} or (verb.lemma_ == "be" and _is_late(child)):
            yield from conjuncts(child)
        if verb.lemma_ == "be" and child.dep_ == "prep" and child.lower_ == "among":
            yield from subjects(verb)  # "two officers are among the wounded"
    yield from objects_of(verb, AS)


def _is_late(child: Token) -> bool:
    """Whether a subject stands behind its "are": "among the dead are A and B"."""
    return child.dep_ == "nsubj" and child.i > child.head.i


def _equated(head: Token) -> Iterator[Token]:
    """The nouns that a "are" or an "identified as" sets equal to a word."""
    top = head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NUM":
        top = head.head.head
    verb = top.head
    if top.dep_ == "nsubj" and verb.lemma_ == "be" and not is_negated(verb):
        for child in verb.children:
            if child.dep_ == "attr":
                yield from conjuncts(child)
    if top.dep_ == "nsubjpass" and verb.lemma_ in {"identify", "name"}:
        yield from objects_of(verb, AS)
