"""A sentence in, counts of those within a group out: "Two children were among the dead".

Such a count is a part of the group's toll and never added to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_negated, objects, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_counts import Count, Hit, amount_at, class_of, from_amount, read_count
from twosource.extract.figure_cues import is_real

_WORDS = load_words("twosource.extract", "figures")["members"]
_GROUPS = {word: measure for measure, words in _WORDS["groups"].items() for word in words}
_HOLDERS = frozenset(_WORDS["holders"])
_INCLUDES = frozenset({"include", "number", "comprise"})


def find_members(sentence: Words, amounts: Sequence[Amount]) -> list[Hit]:
    """The counts of those told to be among the dead, the wounded and so on."""
    return [hit for token in sentence for hit in _read(token, amounts)]


def _read(word: Token, amounts: Sequence[Amount]) -> Iterator[Hit]:
    measure = _GROUPS.get(word.lower_)
    top = _group(word) if measure else None
    if measure is None or top is None:
        return
    for count in _counts(top, amounts):
        if count.value != 0:
            yield Hit(measure, word, count, part=True)


def _group(word: Token) -> Token | None:
    """The word that stands for the group: "the dead", "those killed"; None where it is no group."""
    if word.dep_ in {"acl", "relcl"} and word.head.lemma_.lower() in _HOLDERS:
        return word.head
    held = any(child.dep_ in {"det", "poss", "nummod"} for child in word.lefts)
    plain = word.lower_ == "victims" and word.dep_ == "nsubj"
    return word if (held or plain) and word.tag_ != "VBD" else None


def _counts(group: Token, amounts: Sequence[Amount]) -> Iterator[Count]:
    head = group.head
    verb = head.head if head.pos_ == "ADP" else head
    if is_negated(verb) or not is_real(verb):
        return
    if group.dep_ == "nsubj" and head.lemma_ in _INCLUDES:
        yield from _read_all(objects(head), amounts)
    elif group.dep_ == "pobj" and head.lower_ == "among" and head.head.lemma_ == "be":
        yield from _read_all(_sides(head.head), amounts)
    elif group.dep_ == "pobj" and head.lower_ == "of" and _is_subject(head.head):
        amount = amount_at(head.head, amounts)
        if amount is not None:
            yield _classed(from_amount(amount), head.head.head)


def _is_subject(number: Token) -> bool:
    return number.dep_ in {"nsubj", "nsubjpass"} and number.head.lemma_ == "be"


def _classed(count: Count, verb: Token) -> Count:
    """The count with the class that the predicate names: "three of the victims were children"."""
    told = next((class_of(c) for c in verb.rights if c.dep_ == "attr"), "all")
    return replace(count, victim_class=told) if told != "all" else count


def _sides(verb: Token) -> list[Token]:
    """Who is told to be among them: the subject, or what stands behind the verb."""
    found = subjects(verb)
    for child in verb.rights:
        if child.dep_ == "attr":
            found += [child, *child.conjuncts]
    return found


def _read_all(heads: Sequence[Token], amounts: Sequence[Amount]) -> Iterator[Count]:
    for head in heads:
        count = read_count(head, amounts)
        if count is not None:
            yield count
