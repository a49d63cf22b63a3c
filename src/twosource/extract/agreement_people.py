"""The words for an agreement in, who enters into it out.

Where words stand that tell of a party ("signed by A", "between A and B"), a name counts though it
is in no list of bodies, and a country though it stands there as a place does.
"""

from calendar import day_name, month_name
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.base.countries import by_capital, by_demonym, by_name
from twosource.base.grammar import bare_phrase, conjuncts, objects_of, subjects
from twosource.extract.agreement_words import governor, listed, meant, verbs_at
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast

CALENDAR = frozenset((*day_name, *month_name))  # "Tuesday's deal" is no deal of Tuesday
BETWEEN = frozenset({"between", "among", "with"})
OF = frozenset({"of", "from", "for"})
NAMING = frozenset({"poss", "compound", "nmod", "amod"})


def parties(tokens: Sequence[Token], cast: Cast) -> list[Token]:
    """The heads of those who enter into it; whoever declares it, when nobody else is told."""
    for find in (_bound, _at_odds, _declaring):
        heads = [head for token in tokens for each in find(token) for head in _sent_by(each)]
        found = [each for head in heads for each in _all_of(head, cast) if may_agree(each, cast)]
        if len(found) == 1:
            more = [each for token in tokens for each in (*_telling(token), *_declaring(token))]
            found += [
                each for head in more for each in _all_of(head, cast) if may_agree(each, cast)
            ]
        if found:
            return found
    return []


def is_side(head: Token) -> bool:
    """Whether a word only says that they are the ones: "the parties", "both leaders"."""
    if base_form(head) in listed("nouns", "sides"):
        return True
    both = any(child.lower_ in {"both", "two", "each"} for child in head.lefts)
    return both and base_form(head) in listed("nouns", "pairs")


def _all_of(head: Token, cast: Cast) -> list[Token]:
    """A head with a body that the parser joined to its country: "the army of A and the Front".

    An office beside a name stands for the name: "the president, Dario Venn".
    """
    if cast.at(head) is None:
        beside = [child for child in head.rights if child.dep_ == "appos"]
        named = [each for child in beside for each in conjuncts(child)]
        return [each for each in named if may_agree(each, cast)] or [head]
    joint = [each for each in objects_of(head, OF) if each.dep_ == "conj"]
    bodies = [each for each in joint if cast.at(each) and not by_name(bare_phrase(each).text)]
    return [head, *bodies]


def _telling(word: Token) -> Iterator[Token]:
    """Who tells of its own truce: "the army says that a truce with the rebels is holding".

    So does who acts under it: "police withdrew under a deal with protesters".
    """
    verb = governor(word)
    if not objects_of(word, frozenset({"with"})):
        return
    if verb is not None and verb.dep_ == "ccomp":
        yield from subjects(verb.head)
    elif word.dep_ == "pobj" and word.head.lower_ == "under":
        yield from subjects(word.head.head)


def _at_odds(word: Token) -> Iterator[Token]:
    """Who accuse each other of breaking it."""
    for token in word.sent:
        if token.lemma_ in {"accuse", "blame"} and any(
            child.lower_ in {"each", "one", "other"} for thing in token.rights
            for child in thing.subtree if thing.dep_ == "dobj"
        ):  # fmt: skip
            yield from subjects(token)


def may_agree(head: Token, cast: Cast) -> bool:
    """Whether a word can stand for somebody who agrees: an actor, a state, a name, a community."""
    if head.pos_ in {"PRON", "NUM"} or head.text in CALENDAR or is_side(head):
        return False
    if cast.at(head) is not None or base_form(head) in listed("nouns", "groups"):
        return True
    if head.text.isupper() and head.i not in cast.places:
        return True  # "the rebel group ABC"
    if head.pos_ not in {"PROPN", "ADJ"}:
        return False
    name = bare_phrase(head).text
    if by_name(name) or by_capital(name) or by_demonym(name):
        return True
    return head.pos_ == "PROPN" and head.i not in cast.places


def _bound(word: Token) -> Iterator[Token]:
    """Who is bound: "between A and B", "A signed it with B", "signed by A", "A's truce"."""
    yield from objects_of(word, BETWEEN)
    if word.dep_ == "pobj" and base_form(word.head.head) == "signing":
        yield from objects_of(word.head.head, frozenset({"by"}))
    if word.pos_ == "VERB":
        yield from (each for head in subjects(word) for each in meant(head))
    for child in word.lefts:
        if child.dep_ == "poss" or (child.dep_ in NAMING and len(conjuncts(child)) > 1):
            yield from conjuncts(child)
    for verb in verbs_at(word):
        told = listed("verbs", "declaring") if _is_end_of(word) else frozenset()
        if verb.lemma_ in told | listed("verbs", "making") | listed("verbs", "leaving"):
            yield from _doers(verb, word)
            yield from objects_of(verb, BETWEEN)

    if word.dep_ == "pobj" and word.head.lower_ in listed("words", "under"):
        verb = word.head.head  # "in the accord, A and B pledged …"
        yield from subjects(verb) if verb.lemma_ in listed("verbs", "agreeing") else ()


def _is_end_of(word: Token) -> bool:
    """Whether its end is told: "announced the end of the truce"."""
    return word.dep_ == "pobj" and base_form(word.head.head) in listed("nouns", "ends")


def _doers(verb: Token, word: Token) -> Iterator[Token]:
    """Who does with it what a verb says, by subject or by "by"."""
    heads = [*subjects(verb), *objects_of(verb, frozenset({"by"}))]
    yield from (each for head in heads if head != word for each in meant(head))


def _declaring(word: Token) -> Iterator[Token]:
    """Who lays it on itself: "declared a unilateral ceasefire"."""
    for verb in verbs_at(word):
        if verb.lemma_ in listed("verbs", "declaring"):
            yield from _doers(verb, word)


def _sent_by(head: Token) -> list[Token]:
    """Whose delegates they are: "of A and B", "of A and of B"; else themselves."""
    if base_form(head) not in listed("nouns", "delegates"):
        return [head]
    joint = [child for prep in head.rights for child in prep.rights if child.dep_ == "conj"]
    further = [each for prep in joint for each in prep.rights if each.dep_ == "pobj"]
    return [*objects_of(head, OF), *further] or [head]
