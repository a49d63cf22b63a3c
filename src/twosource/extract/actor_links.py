"""Drafts of a report's actors in, the same with full names, offices and antecedents out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from twosource.base.grammar import LEFT_PARTS
from twosource.extract.actor_drafts import Draft, country_of_words, country_phrase, government_of
from twosource.extract.actor_words import head_kinds, known_at, singular, titles

PERSONAL = frozenset({"he", "she"})
Offices = dict[tuple[str, str | None], Draft | None]
BACK = 3  # sentences that a pronoun may look back
GROUP_NOUNS = frozenset({"group", "organization", "organisation", "movement", "agency", "body"})


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
    return replace(draft, organisation=body or None, office=office or None, country=country)


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
    if code is None:
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
    if token.is_space or token.text in {",", ";", ":"} or token.dep_ in {"det", "nummod"}:
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
    kept = [draft for draft in drafts if draft.sort != "last" or draft.name in full]
    return [_full(draft, full) if draft.sort in {"person", "last"} else draft for draft in kept]


def _told(draft: Draft) -> int:
    return (draft.office is not None) + (draft.country is not None)


def _full(draft: Draft, full: dict[str, Draft]) -> Draft:
    known = full.get((draft.name or "").rpartition(" ")[2])
    if known is None or (draft.name != known.name and " " in (draft.name or "")):
        return draft
    return replace(
        draft, name=known.name, sort="person", office=draft.office or known.office,
        country=draft.country or known.country,
        organisation=draft.organisation or known.organisation,
    )  # fmt: skip


def resolve(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Descriptions and pronouns with the name of the actor that they point back to."""
    seen: list[Draft] = []
    offices = _holders(drafts)
    for draft in drafts:
        found = _point_back(draft, seen, offices)
        if found.name is not None and found.sort != "pronoun":
            seen.append(found)
        if found.sort != "pronoun" or found.name is not None:
            yield found


def _holders(drafts: Sequence[Draft]) -> Offices:
    """Who holds an office of a country; None when the report gives it to two persons."""
    holders: Offices = {}
    for draft in drafts:
        if draft.sort != "person" or not draft.office:
            continue
        word = draft.office.split()[-1].lower()
        for key in ((word, draft.country), (word, None)):
            held = holders.get(key, draft)
            holders[key] = draft if held is not None and held.name == draft.name else None
    return holders


def _point_back(draft: Draft, seen: Sequence[Draft], offices: Offices) -> Draft:
    if draft.sort == "pronoun":
        return _take(draft, _antecedent(draft, seen))
    if draft.name is not None or not _is_definite(draft):
        return draft
    if draft.kind == "person":
        return _take(draft, offices.get((singular(draft.head), draft.country)))
    if singular(draft.head) == "ministry":
        return _take(draft, _latest(seen, "Ministry"))
    if singular(draft.head) in GROUP_NOUNS:
        return _take(draft, next((each for each in reversed(seen) if each.sort == "name"), None))
    return draft


def _take(draft: Draft, found: Draft | None) -> Draft:
    if found is None or (draft.country and found.country and draft.country != found.country):
        return draft
    return replace(
        draft, name=found.name, kind=found.kind, country=draft.country or found.country,
        organisation=draft.organisation or found.organisation, office=found.office,
    )  # fmt: skip


def _is_definite(draft: Draft) -> bool:
    before = draft.head.doc[draft.start - 1] if draft.start else draft.head
    return before.lower_ in {"the", "this", "that"} or before.dep_ in {"case", "poss"}


def _latest(seen: Sequence[Draft], word: str) -> Draft | None:
    return next((each for each in reversed(seen) if word in (each.name or "")), None)


def _antecedent(draft: Draft, seen: Sequence[Draft]) -> Draft | None:
    """The last person named before, a subject first, not further back than three sentences."""
    persons = [each for each in seen[-12:] if each.sort == "person"]
    near = [each for each in persons if _is_near(each.head, draft.head)]
    subjects = [each for each in near if each.head.dep_ in {"nsubj", "nsubjpass"}]
    own = [each for each in subjects if each.head.sent.start == draft.head.sent.start]
    best = own or subjects or near
    return best[-1] if best else None


def _is_near(token: Token, pronoun: Token) -> bool:
    return pronoun.i - token.i < 40 * BACK
