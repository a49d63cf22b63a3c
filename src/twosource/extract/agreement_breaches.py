"""The words for an agreement in, what is said to break it out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_negated, noun_phrase, objects_of, subjects
from twosource.base.reading import span_of
from twosource.base.records import Claim, Span, Term
from twosource.extract.agreement_terms import terms
from twosource.extract.agreement_words import NOUNS, is_real, kind_named, listed
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast

BY = frozenset({"by"})
ON = frozenset({"to", "on"})
NEAR = frozenset({"of", "by", "in", "to"})
OWNERS = frozenset({"poss"})
BESIDE = frozenset({"compound", "amod", "nmod"})
Breach = tuple[Token, Sequence[Token]]


def breaches(
    tokens: Sequence[Token], near: Iterable[Words], cast: Cast, claims: Sequence[Claim]
) -> tuple[Term, ...]:
    """What is said to break an agreement, in the words for it and in the sentences `near`."""
    found: dict[int, Breach] = {}
    for token in tokens:
        for breach in _breaches_of(token):
            found.setdefault(breach[0].i, breach)
    for sentence in near:
        for breach in _bare(sentence):
            found.setdefault(breach[0].i, breach)
    rows = [
        replace(term, span=_tight(breach[0])) if breach[0].pos_ in NOUNS else term
        for _, breach in sorted(found.items()) for term in terms(*breach, cast, claims)
    ]  # fmt: skip
    return tuple(dict.fromkeys(rows))


def _tight(noun: Token) -> Span:
    """A breach told as a noun, with what it breaks, whose it is and where, no more."""
    near = [child for child in noun.rights if child.lower_ in NEAR]
    last = noun
    for child in near:
        if child.left_edge.i == last.right_edge.i + 1 or child.left_edge.i == last.i + 1:
            last = child.right_edge
    words = noun.doc[noun_phrase(noun).start : last.i + 1]
    return span_of(words)


def _breaches_of(noun: Token) -> Iterator[Breach]:
    """What breaks it: "accused A of violating the truce", "violations of it by A"."""
    verb = noun.head
    if is_broken(noun):
        if _is_told(verb):
            yield verb, subjects(verb) or _accused(verb)
        return
    above = verb.head if noun.dep_ == "pobj" and verb.lower_ in {"of", "to"} else verb
    act = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "in" else above
    if base_form(above) not in listed("nouns", "breaches") or above == noun:
        return
    if act.pos_ == "VERB":
        yield from [] if is_negated(act) else [(act, subjects(act))]
    else:
        yield from _by_noun(above)


def _bare(sentence: Words) -> Iterator[Breach]:
    """Breaches by that word alone: "51 violations, 32 of them by the army"; no others' rights."""
    for token in sentence:
        if token.pos_ in NOUNS and base_form(token) in listed("nouns", "breaches"):
            of_other = any(child.lower_ == "of" and _is_other(child) for child in token.rights)
            beside = [child for child in token.lefts if child.dep_ in BESIDE]
            other = any(each.pos_ in NOUNS and kind_named(each) is None for each in beside)
            if not (of_other or other or token.head.lower_ == "in"):
                yield from _by_noun(token)


def _is_other(preposition: Token) -> bool:
    """Whether what is broken by the words is no agreement: "of human rights"."""
    return not any(kind_named(each) for each in preposition.children if each.dep_ == "pobj")


def _by_noun(noun: Token) -> Iterator[Breach]:
    """A breach told as a noun, with whose it is; none that is only feared or denied."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    verb = verb.head if verb.tag_ == "CD" else verb  # "eleven of the violations were …"
    if any(child.lower_ in {"any", "no", "further"} for child in noun.lefts):
        return
    if verb.pos_ == "VERB" and not (_is_told(verb) or verb.dep_ == "xcomp"):
        return
    owners = [child for child in noun.lefts if child.dep_ in OWNERS]
    laid = objects_of(verb, ON) if verb.lemma_ in listed("verbs", "laying") else []
    yield noun, objects_of(noun, BY) or owners or laid


def _is_told(verb: Token) -> bool:
    """Whether it is said to be so: not denied, not feared, no "if"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    denied = {verb.lemma_, above.lemma_} & listed("verbs", "denying")
    return is_real(verb) and not denied


def _accused(verb: Token) -> list[Token]:
    """Whom the words before "of violating" name: "accused the rebels of violating"."""
    above = verb.head.head
    return [above] if verb.dep_ == "pcomp" and above.pos_ in NOUNS else []


def is_broken(noun: Token) -> bool:
    """Whether somebody is said to break it, in these words or not: "violated the truce"."""
    verb = noun.head
    return noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in listed("verbs", "breaking")
