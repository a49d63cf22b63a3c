"""Drafts of a report's actors in, descriptions and pronouns with the names they point to out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.actor_antecedents import find_antecedent, says
from twosource.extract.actor_drafts import Draft
from twosource.extract.actor_words import body_kinds, known_at, pointer_kinds, pointers, singular

Offices = dict[tuple[str, str | None], Draft | None]
FAR = 30  # actors that a group noun may look back over


def resolve(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Descriptions and pronouns with the name of the actor that they point back to."""
    seen: list[Draft] = []
    named: list[Draft] = []
    offices = _holders(drafts)
    genders: dict[str, str] = {}
    for draft in drafts:
        if draft.sort == "pronoun":
            found = _take(draft, find_antecedent(draft, seen, genders))
            genders.setdefault(found.name or "", draft.head.lower_)
        else:
            found = _point_back(draft, named, offices)
            named += [found] if found.name is not None else []
        seen.append(found)
        if found.sort not in {"pronoun", "pointer"} or found.name is not None:
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
    back = BY_SORT.get(draft.sort)
    if back is not None:
        return back(draft, seen)
    if draft.name is not None or not _is_definite(draft):
        return draft
    if draft.kind == "person":
        return _take(draft, offices.get((singular(draft.head), draft.country)))
    word = singular(draft.head).capitalize()
    if draft.kind == "state_government" and word in body_kinds():
        return _take(draft, _latest(seen, word))
    return draft


def _by_last_word(draft: Draft, seen: Sequence[Draft]) -> Draft:
    """A body by a word of its name: "the Observatory" is the Syrian Observatory named before.

    Without one before it, it stays nameless: "the Office" may be anybody's.
    """
    word = draft.head.text
    found = _latest(seen, word)
    if found is not None:
        return _take(draft, found)
    return draft


def _of_group(draft: Draft, seen: Sequence[Draft]) -> Draft:
    """A body by what it is: "the monitoring group". The one that spoke last comes first."""
    doc = draft.head.doc
    inside = [known for each in range(draft.start, draft.head.i) if (known := known_at(doc[each]))]
    if inside:
        body = inside[0]
        return replace(
            draft, name=body.name, kind=body.kind, country=body.country, organisation=body.name
        )
    after = doc[draft.end : draft.end + 1]
    if after and after[0].pos_ == "PROPN":
        return draft  # "the rights group Kestrel": it has its name beside it
    kinds = pointers()[singular(draft.head)]
    for word in doc[draft.start : draft.head.i]:
        kinds = pointer_kinds().get(word.lower_, kinds)
    near = [each for each in seen[-FAR:] if each.kind in kinds and each.sort in {"name", "short"}]
    spoke = [each for each in near if each.head.dep_ == "nsubj" and says(each.head.head)]
    speaks = draft.head.dep_ == "nsubj" and says(draft.head.head)
    fitting = spoke if speaks and spoke else near
    return _take(draft, fitting[-1] if fitting else None)


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
    return next((each for each in reversed(seen) if word in (each.name or "").split()), None)


# How what names nobody is resolved, by how it was found.
BY_SORT = {"short": _by_last_word, "pointer": _of_group}
