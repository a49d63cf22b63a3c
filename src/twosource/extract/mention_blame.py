"""A word for an act in, who is said to have done it out: by whom, blamed on whom, claimed by whom.

The words stand at the act itself ("the attack by rebels") or carry it ("blamed the attack on",
"claimed responsibility for the attack", "suspects in the attack", "the attack was the work of").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import is_negated, objects, objects_of, subjects
from twosource.extract.event_words import base_form, words

BY = frozenset({"by"})
FROM = frozenset({"of", "from", "by"})
BLAME = frozenset({"on", "to"})
CLAUSES = frozenset({"acl", "relcl"})
HANGS = frozenset({"for", "of", "with", "in", "to", "behind", "from"})
NOUNS = frozenset({"NOUN", "PROPN"})


def doers_of_noun(noun: Token) -> Iterator[Token]:
    """Who does it, by the words at an event noun: "by rebels", "blamed on rebels"."""
    yield from objects_of(noun, BY)
    for clause in perpetrated(noun):
        blamed = clause.lemma_ in words("support", "blaming")
        yield from objects_of(clause, BLAME) if blamed else subjects(clause)
    yield from (each for each in _blamed(noun) if not _is_whoever(each))


def senders(weapon: Token) -> Iterator[Token]:
    """Who sent a weapon that strikes: "drones launched by the rebels hit the port"."""
    for clause in weapon.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            yield from subjects(clause)


def _is_whoever(head: Token) -> bool:
    """Whether a word stands for whoever did it and tells no more: "the people responsible"."""
    if base_form(head) not in words("support", "whoever"):
        return False
    before = {child.dep_ for child in head.lefts}
    return not before & {"amod", "compound", "nummod"}


def perpetrated(noun: Token) -> list[Token]:
    """The verbs that say who did it: "the attack that was perpetrated by", "claimed by"."""
    return [
        child for child in noun.rights
        if child.dep_ in CLAUSES and child.lemma_ in words("support", "perpetrating")
    ]  # fmt: skip


def _blamed(noun: Token) -> Iterator[Token]:
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in words("support", "blaming"):
        yield from objects_of(verb, BLAME)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ == "be":
        yield from _work_of(verb)
    elif noun.dep_ == "pobj" and verb.lower_ in HANGS and verb.head != verb:
        yield from _over_preposition(verb.head)


def _work_of(verb: Token) -> Iterator[Token]:
    """Whose work it was: "the attack was the work of rebels"."""
    for child in verb.children:
        if child.dep_ == "attr" and base_form(child) in words("support", "works"):
            yield from objects_of(child, FROM)


def _over_preposition(upper: Token) -> Iterator[Token]:
    """Whoever the word above the preposition names: "responsible for it", "accused of it"."""
    lemma = base_form(upper)
    if lemma in words("support", "credits"):
        yield from claimers(upper)
    elif lemma in {"responsible", "guilty"}:
        yield from _responsible(upper)
    elif lemma in words("support", "involving") and upper.pos_ == "VERB":
        yield from () if is_negated(upper) else _party(upper)
    elif lemma in words("modality", "claimed") and upper.pos_ == "VERB":
        yield from objects(upper)
    elif lemma in words("support", "culprits") and upper.pos_ in NOUNS:
        yield upper


def _party(verb: Token) -> list[Token]:
    """Who takes part: the surface subject, or the noun that a participle describes."""
    found = objects(verb) if verb.tag_ == "VBN" else subjects(verb)
    return found or subjects(verb)


def claimers(credit: Token) -> list[Token]:
    """Who takes the credit: "claimed responsibility", "a leaflet in which X claims credit"."""
    verb = credit.head
    if credit.dep_ not in {"dobj", "nsubjpass"} or is_negated(verb):
        return []
    if verb.lemma_ not in words("support", "claiming"):
        return []
    return [each for head in subjects(verb) for each in _behind(head)]


def _behind(head: Token) -> list[Token]:
    """Whoever speaks through a leaflet, a call or a spokesman's statement."""
    if base_form(head) not in words("support", "letters"):
        return [head]
    own = [child for child in head.lefts if child.dep_ == "poss"] or objects_of(head, FROM)
    if own or head.head.pos_ != "VERB":
        return own
    return [each for each in subjects(head.head) if each != head]


def _responsible(word: Token) -> list[Token]:
    """Who is responsible: "X is responsible for it", "held X responsible for it"."""
    verb = word.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return [verb] if verb.pos_ in NOUNS else []
    if is_negated(verb):
        return []
    if verb.dep_ == "xcomp":
        return objects(verb.head)
    return objects(verb) if verb.lemma_ in {"hold", "consider", "deem"} else subjects(verb)
