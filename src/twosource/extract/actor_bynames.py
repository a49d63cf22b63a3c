"""A report's drafts of actors in, the same with further names that it explains out.

"NF [New Front]" makes every "NF" the New Front; "the coalition, known as the June Movement" makes
the coalition the June Movement.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.extract.actor_drafts import Draft
from twosource.extract.actor_words import known_at, titles

OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
NAMING = frozenset({"know", "call", "name", "dub"})
SHORTEST, LONGEST = 2, 9  # letters of a short form


def with_bynames(drafts: Sequence[Draft], passages: Iterable[Words]) -> list[Draft]:
    """The drafts in the order of the text, with one for each further place of a short form."""
    named = list(_by_bynames(drafts))
    shorts = {short: draft for draft in named for short in _shorts_of(draft)}
    if not shorts:
        return named
    taken = {place for each in named if each.name for place in range(each.start, each.end)}
    found = [
        replace(shorts[token.text], head=token, start=token.i, end=token.i + 1, sort="name")
        for passage in passages
        for token in passage
        if token.text in shorts and token.i not in taken
    ]
    return sorted(named + found, key=lambda draft: (draft.start, draft.end))


def _shorts_of(body: Draft) -> Iterator[str]:
    """The short form before the brackets around a body's name."""
    doc = body.head.doc
    if body.sort != "name" or body.name is None:
        return
    if body.start > 1 and _is_at(doc, body.start - 1, OPENING) and _is_at(doc, body.end, CLOSING):
        yield from _short(doc[body.start - 2])


def _is_at(doc: Doc, place: int, marks: frozenset[str]) -> bool:
    return place < len(doc) and doc[place].text in marks


def _short(token: Token) -> Iterator[str]:
    """A word in capitals that no list of bodies knows."""
    word = token.text
    if word.isupper() and SHORTEST <= len(word) <= LONGEST and known_at(token) is None:
        yield word


def _by_bynames(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Nameless bodies with the name that "known as" gives them."""
    names = {draft.head.i: draft for draft in drafts if draft.sort == "name" and draft.name}
    for draft in drafts:
        known = _byname(draft.head, names) if draft.name is None and draft.sort == "noun" else None
        yield (
            draft
            if known is None
            else replace(draft, name=known.name, organisation=known.organisation)
        )


def _byname(noun: Token, names: dict[int, Draft]) -> Draft | None:
    """The body whose name stands behind "known as" or "called" at a noun."""
    for verb in noun.rights:
        if verb.dep_ != "acl" or verb.lemma_ not in NAMING:
            continue
        for child in verb.subtree:
            if child.i in names and child.head in (verb, *verb.children):
                return names[child.i]
    return None


def explains_office(name: Token) -> bool:
    """Whether a name behind a comma tells who holds an office: "the mayor of Karsk, Jane Roe"."""
    if name.doc[max(name.left_edge.i - 1, 0)].text != ",":
        return False
    noun = name.head
    while noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"}:
        noun = noun.head.head
        if noun.lemma_.lower() in titles():
            return True
    return False
