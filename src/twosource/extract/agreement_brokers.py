"""The sentences that tell of an agreement in, who brings it about out."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import conjuncts, objects, objects_of, subjects
from twosource.extract.agreement_people import may_agree
from twosource.extract.agreement_words import NOUNS, is_real, listed
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast

BY = frozenset({"of", "by", "from", "between"})
NAMING = frozenset({"poss", "compound", "nmod", "amod"})
BESIDE = frozenset({"appos", "compound"})
STEM = 4  # letters that a people's word and its land's share: "Orvanian", "Orvania"


def mediators(sentences: Sequence[Words], tokens: Sequence[Token], cast: Cast) -> list[Token]:
    """The heads of those who bring it about, in the sentences that tell of it."""
    named = {token.i for token in tokens}
    found = [
        each for sentence in sentences for token in sentence for each in _brokers_at(token, named)
    ]
    return [each for head in found for each in _known(head, cast)]


def _known(head: Token, cast: Cast) -> list[Token]:
    """Who it is by name: an office by its holder, a panel by whose it is."""
    if may_agree(head, cast):
        return [head]
    near = [child for child in head.children if child.dep_ in {"appos", "poss", "compound"}]
    return [each for each in near if may_agree(each, cast)][:1]


def _brokers_at(token: Token, named: set[int]) -> Iterator[Token]:
    word = token.lemma_.lower()
    if word in listed("verbs", "mediating") and _is_done(token):
        yield from (each for head in subjects(token) for each in _with_joined(head, token))
        yield from (child for child in token.lefts if child.dep_ in {"npadvmod", "compound"})
    elif word in listed("verbs", "hosting") and token.pos_ == "VERB" and is_real(token):
        yield from subjects(token) if _is_of_talks(token, named) else ()
    elif token.pos_ in NOUNS and base_form(token) in listed("nouns", "auspices"):
        yield from objects_of(token, BY) or _lost_agents(token)
        yield from (child for child in token.lefts if child.dep_ in NAMING)
    elif token.pos_ in NOUNS and base_form(token) in listed("nouns", "help"):
        yield from _helpers(token, named)
    elif token.pos_ in NOUNS and base_form(token) in listed("nouns", "brokers"):
        yield from _called(token)
    elif token.pos_ in NOUNS and base_form(token) in listed("nouns", "envoys"):
        yield from _announcing(token, named)


def _announcing(noun: Token, named: set[int]) -> Iterator[Token]:
    """An envoy who tells of it, of nobody who agrees: "A and B agreed, UN envoy C announced"."""
    head = noun.head if noun.dep_ in {"compound", "appos"} else noun
    if head.dep_ != "nsubj" or not any(each.i in named for each in head.head.subtree):
        return
    whose = [each.text[:STEM] for each in head.subtree if each.text[:1].isupper()]
    others = [each for each in noun.sent if not head.left_edge.i <= each.i <= head.right_edge.i]
    if whose and not any(each.text[:STEM] in whose for each in others):
        yield head


def _lost_agents(noun: Token) -> list[Token]:
    """Who is behind a "by" right after a noun that the parser gave to the verb."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    own = [child for child in after.rights if child.dep_ == "pobj"] if after.lower_ == "by" else []
    return [each for head in own for each in conjuncts(head)]


def _with_joined(head: Token, verb: Token) -> list[Token]:
    """A subject with those it is joined to: "A and B, which sponsored the talks"."""
    joint = head.head if head.dep_ == "conj" and verb.dep_ == "relcl" else head
    named = [each for each in joint.rights if each.dep_ == "appos" and each.pos_ == "PROPN"]
    return [*conjuncts(joint), *named]


def _is_done(verb: Token) -> bool:
    thanked = verb.dep_ == "pcomp" and verb.head.lower_ == "for"  # "thanked A for brokering it"
    return (verb.tag_ != "VBG" or thanked) and is_real(verb)


def _is_of_talks(verb: Token, named: set[int]) -> bool:
    """Whether talks or the agreement are what is hosted or led."""
    about = [*objects(verb), *([verb.head, verb.head.head.head] if verb.dep_ == "acl" else [])]
    return any(each.i in named or base_form(each) in listed("nouns", "talks") for each in about)


def _helpers(noun: Token, named: set[int]) -> Iterator[Token]:
    """Who helped to it: "agreed with the help of A"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and _tells(noun, named):
        yield from objects_of(noun, frozenset({"of", "from"}))


def _tells(noun: Token, named: set[int]) -> bool:
    return any(token.i in named for token in noun.sent)


def _called(noun: Token) -> Iterator[Token]:
    """Who is called its broker: "A, the mediator", "the mediator was A", "A acts as mediator"."""
    verb = noun.head
    if noun.dep_ in {"appos", "compound"}:
        yield from conjuncts(verb)
    elif noun.dep_ in {"attr", "nsubj"} and verb.lemma_ == "be":
        other = "nsubj" if noun.dep_ == "attr" else "attr"
        yield from (
            each for child in verb.children if child.dep_ == other for each in conjuncts(child)
        )
    elif noun.dep_ == "pobj" and verb.lower_ == "as":
        over = verb.head  # "with A as mediator"
        yield from objects_of(over, frozenset({"with"})) or subjects(over)
        yield from conjuncts(over) if over.pos_ in NOUNS else ()
    yield from (
        each for child in noun.children if child.dep_ in BESIDE
        for each in conjuncts(child)
    )  # fmt: skip
