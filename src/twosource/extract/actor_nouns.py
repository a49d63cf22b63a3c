"""A sentence in, the actors that it describes without naming them out: "the ministry", "rebels"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_demonym, by_name
from twosource.base.grammar import LEFT_PARTS
from twosource.extract.actor_drafts import (
    Draft,
    Region,
    contested_region,
    country_of_words,
    country_phrase,
    government_of,
    ministry_name,
)
from twosource.extract.actor_machines import find_machine, is_machine
from twosource.extract.actor_words import (
    Known,
    is_staff,
    known_at,
    noun_kind,
    pointers,
    quantities,
    run_words,
    singular,
)

NOT_SAID = frozenset({"det", "predet", "nummod", "quantmod", "poss", "advmod", "punct"})
OF = frozenset({"of", "in", "for"})
MILITARY = "state_military"


def find_nouns(sentence: Words, free: set[int]) -> Iterator[Draft]:
    """Common nouns for those who act, each with its country and the body it belongs to."""
    for token in sentence:
        if token.i not in free or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        people = _people(token)
        if people is not None:
            yield people
            continue
        kind = noun_kind(token)
        machine = find_machine(token) if kind is None else None
        if machine is not None:
            yield machine
            continue
        if kind is None and _points(token):
            yield _pointer(token)
        if kind is None or _is_part(token):
            continue
        yield _describe(token, kind)


def _pointer(noun: Token) -> Draft:
    """A body named before; "the Syrian news agency" is one of Syria's."""
    start = _start(noun)
    country = country_of_words(list(noun.doc[start : noun.i]))
    code = country.iso3 if country else None
    return Draft(noun, start, noun.i + 1, "unidentified", country=code, sort="pointer")


def _points(noun: Token) -> bool:
    """Whether it is "the group", "the Britain-based monitor": a body that was named before."""
    if noun.tag_ != "NN" or singular(noun) not in pointers() or noun.dep_ in {"compound", "nmod"}:
        return False
    held = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.lefts)
    return held and not any(c.dep_ in {"relcl", "acl"} for c in noun.rights)


def _is_part(token: Token) -> bool:
    """Whether a noun is only a part of another actor's words: "Prime Minister Jane Roe"."""
    if token.dep_ not in {"compound", "amod", "nmod"} or token.head.i <= token.i:
        return False
    if is_machine(token.head) and token.pos_ == "NOUN":
        return True  # "fighter jets", "coalition warplanes"
    return token.pos_ == "ADJ" or token.head.pos_ == "PROPN" or noun_kind(token.head) is not None


def _people(token: Token) -> Draft | None:
    """A demonym in the plural: "Armenians", "ethnic Russians"."""
    if token.tag_ not in {"NNPS", "NNS"} and not (token.tag_ == "NNP" and token.text[-1] == "s"):
        return None
    country = by_demonym(token.text) if token.text[0].isupper() else None
    if country is None or by_name(token.text) or token.dep_ in {"compound", "amod"}:
        return None
    return Draft(token, _start(token), token.i + 1, "civilians", None, country.iso3)


def _describe(head: Token, kind: str) -> Draft:
    start = _start(head)
    before = list(head.doc[start : head.i])
    owners = [child for child in head.lefts if child.dep_ == "poss"]
    country = country_of_words(before + owners + _after_of(head))
    code = country.iso3 if country else None
    known = next((found for found in map(known_at, before + _after_of(head)) if found), None)
    region = contested_region([*before, *owners, *_after_of(head)])
    if region is not None:
        return _de_facto(Draft(head, start, head.i + 1, kind), region)
    if code and kind == MILITARY and "ethnic" in {token.lower_ for token in before}:
        return Draft(head, start, head.i + 1, "de_facto_military", None, code)
    name = _name(head, kind, code)
    organisation = known.name if known else _organisation(head, kind, code)
    office = _office(head, start) if kind == "person" else None
    if known and code is None:
        code = known.country
    if singular(head) == "member":
        kind = _kind_of_members(head, known) or kind
    return Draft(head, start, head.i + 1, kind, name, code, organisation, office)


def _kind_of_members(head: Token, known: Known | None) -> str | None:
    """The kind of an armed body whose members they are: "members of the gang"."""
    kinds = [known.kind] if known else [noun_kind(each) for each in _after_of(head)]
    return next((kind for kind in kinds if kind in {"rebel_group", "militia"}), None)


def _office(head: Token, start: int) -> str:
    words = [token for token in head.doc[start : head.i + 1] if token.text not in {"'s", "'"}]
    return " ".join(token.text for token in words if country_of_words([token]) is None)


def _de_facto(draft: Draft, region: Region) -> Draft:
    """An actor of a region that governs itself without wide recognition."""
    kinds = {"state_government": "de_facto_authority", MILITARY: "de_facto_military"}
    kind = kinds.get(draft.kind, draft.kind)
    name = f"Authorities of {region.name}" if kind == "de_facto_authority" else None
    word = singular(draft.head)
    body = f"Ombudsman of {region.name}" if word == "ombudsman" else f"Authorities of {region.name}"
    office = _office(draft.head, draft.start) if kind == "person" else None
    return replace(
        draft, kind=kind, name=name, country=region.country, office=office,
        organisation=None if kind == "civilians" else body,
    )  # fmt: skip


def _start(head: Token) -> int:
    """Where a noun's own words begin: no article, number or owner."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT_PARTS or child.dep_ in NOT_SAID:
            if child.dep_ in {"punct", "advmod"} and child.lower_ in {"-", "ethnic"}:
                continue
            break
        start = child.left_edge.i
    while start < head.i and _is_outer(head.doc[start]):
        start += 1
    return start


def _is_outer(token: Token) -> bool:
    return token.text != "-" and (token.dep_ in NOT_SAID or token.lower_ in quantities())


def _after_of(head: Token) -> list[Token]:
    found = []
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in OF:
            for each in child.children:
                if each.dep_ == "pobj":
                    found += [*(left for left in each.lefts if left.dep_ in LEFT_PARTS), each]
    return found


def _name(head: Token, kind: str, code: str | None) -> str | None:
    """The full name of a state's body: "Ministry of Defence of Russia"; None for anybody else."""
    if code is None:
        return None
    word = singular(head)
    if kind == MILITARY and word in {"army", "military", "navy", "force", "air force"}:
        return f"Military of {country_phrase(code)}"
    if kind == MILITARY and is_staff(head) and head.text[0].isupper():
        return f"{head.nbor(-1).text.title()} {head.text.title()} of {country_phrase(code)}"
    if kind == "state_police" and word in {"police", "gendarmerie"}:
        return f"Police of {country_phrase(code)}"
    return _state_body(head, code) if kind == "state_government" else None


def _state_body(head: Token, code: str) -> str | None:
    if singular(head) == "ministry":
        return ministry_name(list(head.doc[_start(head) : head.i]), code)
    if singular(head) in run_words("governments"):
        return government_of(code)
    if singular(head).split()[-1] not in run_words("state_bodies"):
        return None
    own = head.doc[_start(head) : head.i + 1].text if head.pos_ == "PROPN" else None
    return own or f"{head.lemma_.capitalize()} of {country_phrase(code)}"


def _organisation(head: Token, kind: str, code: str | None) -> str | None:
    if code is None:
        return None
    if kind == "state_government" or (kind == "person" and singular(head) != "ombudsman"):
        return government_of(code)
    if singular(head) == "ombudsman":
        return f"Ombudsman of {country_phrase(code)}"
    if kind in {MILITARY, "state_police"}:
        return government_of(code)
    return None
