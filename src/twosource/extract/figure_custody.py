"""A verb in, whom it tells held, taken or let go out: "is holding 140 soldiers", "freed 30".

Held by an enemy is captured, held by the law is detained. Those let go are freed, and a count of
them stands beside the count of those held: neither is a toll of the other.
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.numbers import VAGUE
from twosource.base.vocabulary import load_words
from twosource.extract.figure_counts import class_of, is_person
from twosource.extract.figure_idioms import Told

_WORDS = {
    name: frozenset(words)
    for name, words in load_words("twosource.extract", "figures")["custody"].items()
}
_SEIZED = frozenset(load_words("twosource.extract", "figures")["nouns"]["captured"])
_FORCES = frozenset({"combatant", "police"})
_BY = frozenset({"by"})
_NEAR = 7  # tokens behind a verb within which "custody" or "the hands of" stands
CUSTODY_WORDS = frozenset({
    *_WORDS["frees"], *_WORDS["gives"], *_WORDS["holds"], *_WORDS["puts"],
    *_WORDS["jails"], *_WORDS["camps"],
})  # fmt: skip


def read_custody(verb: Token, lemma: str) -> Told | None:
    """What the verb tells of people held, taken or let go; None when nothing."""
    for read in (_read_freed, _read_taken, _read_held):
        told = read(verb, lemma)
        heads = tuple(each for each in told.heads if _is_people(each)) if told is not None else ()
        if told is not None and heads:
            return Told(told.measure, told.cue, heads)
    return None


def _is_people(head: Token) -> bool:
    """Whether people are counted: a number, or a noun for persons; no names, films or talks."""
    if head.pos_ == "NUM" or head.like_num:
        return True
    if head.lower_ in VAGUE:  # "hundreds of soldiers"
        head = next(iter(objects_of(head, frozenset({"of"}))), head)
    return head.pos_ == "NOUN" and is_person(head)


def _read_freed(verb: Token, lemma: str) -> Told | None:
    """As in "freed 30 hostages", "were let go", "handed over 17 captives"; not from a hospital."""
    if lemma not in _WORDS["frees"] | _WORDS["gives"] or _names(verb.sent, "cures"):
        return None
    heads = _whom(verb)
    if lemma == "let":
        gone = [each for each in verb.children if each.lower_ in {"go", "leave"}]
        heads += [each for child in gone for each in (*objects(child), *_own(child))]
        if not gone and not _is_out(verb):
            return None
    elif lemma == "set" and not any(each.lower_ == "free" for each in verb.children):
        return None
    elif lemma in _WORDS["gives"] - {"let", "set"}:
        heads = [each for each in heads if _is_captive(each)]
    return Told("freed", verb, tuple(each for each in heads if each.tag_ != "PRP"))


def _whom(verb: Token) -> list[Token]:
    """Whom it befalls; a bare past form behind them befalls them: "30 hostages freed"."""
    return objects(verb) or (subjects(verb) if verb.tag_ == "VBN" else [])


def _own(verb: Token) -> list[Token]:
    return [each for each in verb.lefts if each.dep_ == "nsubj"]


def _is_out(verb: Token) -> bool:
    """As in "were let out of prison"."""
    after = [token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]]
    return "out" in after and not _WORDS["jails"].isdisjoint(after)


def _is_captive(head: Token) -> bool:
    """Whether it is one who was held: a hostage, a soldier, "captured policemen"."""
    words = [head, *objects_of(head, frozenset({"of"}))]
    told = {each.lower_ for word in words for each in word.lefts}
    kinds = any(word.lemma_.lower() in _SEIZED or class_of(word) in _FORCES for word in words)
    return kinds or bool(told & _WORDS["marks"])


def _read_taken(verb: Token, lemma: str) -> Told | None:
    """As in "taken into custody", "police picked up 40 students", "gunmen took away 67 girls"."""
    if lemma not in _WORDS["puts"]:
        return None
    after = {token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]}
    if lemma in _WORDS["places"] and after & {"into", "in", "under"} and after & _WORDS["jails"]:
        return Told("detained", verb, tuple(objects(verb)))
    way = next((each.lower_ for each in verb.children if each.lower_ in _WORDS["ways"]), None)
    doers = {each.lemma_.lower() for each in (*subjects(verb), *objects_of(verb, _BY))}
    if way is None or (way == "up") != (lemma == "pick"):
        return None
    if doers & _WORDS["police"]:
        return Told("detained", verb, tuple(objects(verb)))
    return Told("captured", verb, tuple(objects(verb))) if doers & _WORDS["captors"] else None


def _read_held(verb: Token, lemma: str) -> Told | None:
    """As in "is still holding 140 soldiers", "170 were being held", "are in the hands of"."""
    if lemma in _WORDS["stays"]:
        kind = _kind_of_place(verb)
        return Told(kind, verb, tuple(subjects(verb))) if kind else None
    if lemma not in _WORDS["holds"]:
        return None
    if not is_passive(verb):
        return Told("captured", verb, tuple(each for each in objects(verb) if _is_captive(each)))
    heads = [each for each in objects(verb) if each.tag_ != "PRP"]
    taken = any(class_of(each) == "combatant" for each in heads) or _names(verb.sent, "foes")
    return Told("captured" if taken else "detained", verb, tuple(heads))


def _kind_of_place(verb: Token) -> str | None:
    """As in "are in custody", "remain in captivity", "are in the hands of the rebels"."""
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.lower_ not in {"in", "behind", "under"}:
            continue
        for place in (each for each in prep.children if each.dep_ == "pobj"):
            word = place.lower_
            if word in _WORDS["camps"] and (word != "hands" or _has_hands(place)):
                return "captured"
            if word in _WORDS["jails"]:
                return "detained"
    return None


def _has_hands(hands: Token) -> bool:
    """As in "in the hands of the rebels", "in enemy hands"."""
    owners = [*objects_of(hands, frozenset({"of"})), *hands.lefts]
    return any(each.lemma_.lower() in _WORDS["captors"] for each in owners)


def _names(sentence: Words, kind: str) -> bool:
    return any(token.lemma_.lower() in _WORDS[kind] for token in sentence)
