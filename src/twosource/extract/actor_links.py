"""Drafts of a report's actors in, the same with offices and full names out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from twosource.base.grammar import LEFT_PARTS
from twosource.extract.actor_drafts import Draft, country_of_words, country_phrase, government_of
from twosource.extract.actor_words import (
    first_names,
    head_kinds,
    known_at,
    run_words,
    singular,
    titles,
)

PERSONAL = frozenset({"he", "she"})


def give_offices(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Persons with the office that stands before their name or beside it."""
    named = {draft.end - 1: draft for draft in drafts if draft.name and draft.sort != "last"}
    for draft in drafts:
        found = _with_office(draft) if draft.sort == "person" else draft
        yield _of_owner(found, named) if found.office and not found.organisation else found


def _of_owner(draft: Draft, named: dict[int, Draft]) -> Draft:
    """Somebody's officer with the body of the one named: "Jane Roe's adviser John Doe"."""
    words = _office_words(draft)
    case = next((token for token in words if token.dep_ == "case"), None)
    if case is None:
        return draft
    owner = named.get(case.i - 1)
    before = " ".join(token.text for token in words if token.i < case.i)
    office = " ".join(token.text for token in words if token.i > case.i)
    body = (owner.organisation or owner.name) if owner else before
    country = draft.country or (owner.country if owner else None)
    body = body if body and any(sign.isupper() for sign in body) else None
    return replace(draft, organisation=body, office=office or None, country=country)


def _with_office(draft: Draft) -> Draft:
    words = _office_words(draft)
    if not words:
        return draft
    heads = [token for token in words if token.lower_.rstrip(".") in titles()]
    if not heads:
        return draft
    last = heads[-1]
    country = country_of_words(words)
    known = next((found for found in map(known_at, words) if found), None)
    code = country.iso3 if country else (known.country if known else None)
    office = " ".join(
        token.text
        for token in words
        if token.i <= last.i and token.dep_ != "case" and country_of_words([token]) is None
    )
    organisation = known.name if known else _office_body(last, code)
    return replace(draft, office=office or None, country=code, organisation=organisation)


def _office_body(head: Token, code: str | None) -> str | None:
    if code is None or head.lower_ in run_words("civil"):
        return None
    if singular(head) == "ombudsman":
        return f"Ombudsman of {country_phrase(code)}"
    return government_of(code)


def _office_words(draft: Draft) -> list[Token]:
    """The words of an office before a name, after it between commas, or that it explains."""
    doc = draft.head.doc
    start = draft.start
    while start > draft.head.sent.start and _of_office(doc[start - 1], draft):
        start -= 1
    if start < draft.start:
        return [*doc[start : draft.start], *_behind(draft.head)]
    beside = [child for child in draft.head.children if child.dep_ == "appos"]
    if draft.head.dep_ == "appos":
        beside.append(draft.head.head)
    for noun in beside:
        if noun.lower_ in titles() or head_kinds().get(singular(noun)) == "person":
            left = [child for child in noun.lefts if child.dep_ in LEFT_PARTS - {"det"}]
            return [token for child in left for token in child.subtree] + [noun, *_behind(noun)]
    return []


def _of_office(token: Token, draft: Draft) -> bool:
    if (
        token.is_space
        or token.is_quote
        or token.text in {",", ";", ":"}
        or token.dep_ in {"det", "nummod"}
    ):
        return False
    if token.lower_.rstrip(".") in titles():
        return True
    if token.dep_ == "case":
        return True
    inside = token.head.i < draft.end and token.head.i > token.i
    return inside and token.dep_ in {"compound", "amod", "nmod", "poss", "punct"}


def _behind(noun: Token) -> list[Token]:
    found: list[Token] = []
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            found += [token for token in child.subtree if token.i < child.i + 6]
    return found


def give_names(drafts: Sequence[Draft]) -> list[Draft]:
    """Persons by their full names: "Roe" is Jane Roe when the report has named her."""
    full: dict[str, Draft] = {}
    for draft in drafts:
        if draft.sort == "person" and draft.name and " " in draft.name:
            last = draft.name.rpartition(" ")[2]
            known = full.get(last)
            if known is None or (known.name == draft.name and _told(draft) > _told(known)):
                full[last] = draft
    full |= _inner_names(drafts, full)
    kept = [draft for draft in drafts if draft.sort != "last" or draft.name in full]
    names = {draft.name for draft in full.values()}
    kept = [_without_s(draft, names) for draft in kept]
    return [_full(draft, full) if draft.sort in {"person", "last"} else draft for draft in kept]


def _inner_names(drafts: Sequence[Draft], full: dict[str, Draft]) -> dict[str, Draft]:
    """Persons by the inner parts of their names: "Roe", "Roe Wood" of Jane Roe Wood.

    A part that two names share stands for neither, and a first name for nobody.
    """
    named = {draft.name: draft for draft in drafts if draft.sort == "person" and draft.name}
    named |= {draft.name: draft for draft in full.values() if draft.name}
    owners: dict[str, list[Draft]] = {}
    for name, draft in named.items():
        for part in _inner_parts(name):
            owners.setdefault(part, []).append(draft)
    return {
        part: found[0]
        for part, found in owners.items()
        if len(found) == 1 and part not in full and part not in first_names()
    }


def _inner_parts(name: str) -> set[str]:
    """The runs of words of a name that leave out its first: of "A B C" these are B, C and B C."""
    words = name.split()
    places = range(1, len(words))
    return {
        " ".join(words[start : end + 1])
        for start in places
        for end in places
        if start <= end and words[start][0].isupper() and words[end][0].isupper()
    }


def _without_s(draft: Draft, names: set[str | None]) -> Draft:
    """The name without the "s" of a genitive whose apostrophe is lost, when it is known so."""
    bare = (draft.name or "").removesuffix("s")
    return replace(draft, name=bare) if draft.name != bare and bare in names else draft


def _told(draft: Draft) -> int:
    return (draft.office is not None) + (draft.country is not None)


def _full(draft: Draft, full: dict[str, Draft]) -> Draft:
    name = draft.name or ""
    whole = full.get(name)
    known = whole or full.get(name.rpartition(" ")[2])
    if known is None or (whole is None and name != known.name and " " in name):
        return draft
    return replace(
        draft, name=known.name, sort="person", office=draft.office or known.office,
        country=draft.country or known.country,
        organisation=draft.organisation or known.organisation,
    )  # fmt: skip
