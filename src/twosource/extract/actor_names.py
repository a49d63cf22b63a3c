"""A sentence in, the known bodies and the states that act in it out."""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_name
from twosource.extract.actor_drafts import Draft, government_of, state_named
from twosource.extract.actor_words import Known, is_title, known_at, run_words

BETWEEN = frozenset({"between", "with"})
TOWARDS = frozenset({"with", "on", "upon", "against", "between"})


def find_known(sentence: Words) -> Iterator[Draft]:
    """The bodies of the word list, longest names first, none overlapping."""
    skip = -1
    for token in sentence:
        if token.i < skip or not token.text[:1].isalpha():
            continue
        known = known_at(token)
        if known is None or _is_inner(token, known):
            continue
        skip = token.i + len(known.words)
        body = known.name if known.kind in {"media", "ngo", "igo", "rebel_group"} else None
        yield Draft(
            token.doc[skip - 1], token.i, skip, known.kind, known.name, known.country,
            body or known.name, sort="name",
        )  # fmt: skip


def _is_inner(token: Token, known: Known) -> bool:
    """Whether an outlet's word is only the last of another name: "the New Dawn"."""
    if known.kind != "media" or len(known.words) > 1 or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.head == token and before.pos_ == "PROPN" and not before.is_sent_start


def find_states(sentence: Words, free: set[int]) -> Iterator[Draft]:
    """Countries and capitals that act, speak or are spoken to: their governments."""
    skip = -1
    for token in sentence:
        if token.i < skip or token.i not in free or not token.text[0].isupper():
            continue
        end, country = _state_at(token)
        if country is None:
            continue
        skip = end
        head = token.doc[end - 1]
        if _is_last_name(token):
            continue
        if _acts(head, named_country=by_name(_text(token, end)) is not None):
            name = government_of(country)
            yield Draft(head, token.i, end, "state_government", name, country, name, sort="country")


def _state_at(token: Token) -> tuple[int, str | None]:
    for size in (3, 2, 1):
        end = token.i + size
        if end <= token.sent.end and (size == 1 or token.doc[end - 1].text[0].isupper()):
            found = state_named(_text(token, end))
            if found is not None:
                return end, found.iso3
    return token.i, None


def _text(token: Token, end: int) -> str:
    return token.doc[token.i : end].text


def _is_last_name(token: Token) -> bool:
    """Whether a capital's name is a person's here: "Hospital director Lutz Amman"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    named = before.head == token and before.pos_ == "PROPN" and before.text.istitle()
    return named and not is_title(before) and by_name(before.text) is None


def _acts(head: Token, *, named_country: bool) -> bool:
    """Whether a country's or capital's name stands for its government here.

    A capital acts only as a subject, in "according to", when it is accused or warned, or where it
    has dealings with another ("talks between A and B"); a country also when it is addressed.
    """
    if head.i and head.nbor(-1).lower_ in run_words("presses"):
        return False  # "the state news agency Sana"
    top = head
    while top.dep_ in {"conj", "appos"} and top.head != top:
        top = top.head
    verb = top.head
    if top.dep_ == "nsubj":
        return verb.lemma_ != "be" or named_country
    if top.dep_ == "nsubjpass":
        return named_country
    if top.dep_ in {"dobj", "dative"}:
        addressed = named_country or verb.lemma_ in run_words("addressing")
        return addressed and verb.pos_ == "VERB"
    return top.dep_ == "pobj" and _deals(verb, named_country=named_country)


def _deals(preposition: Token, *, named_country: bool) -> bool:
    """Whether a state acts behind a preposition: "by", "according to", "talks with"."""
    above = preposition.head
    if preposition.lower_ == "by" or above.lower_ == "according":
        return True
    if preposition.lower_ in BETWEEN and above.lemma_ in run_words("dealings"):
        return True
    return named_country and preposition.lower_ in TOWARDS
