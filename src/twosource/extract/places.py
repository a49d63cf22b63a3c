"""A reading in, its places out: each name with its role; the map comes later (`ground/`)."""

from collections.abc import Iterator

from spacy.tokens import Doc

from twosource.base.countries import Countries
from twosource.base.gazetteer import open_gazetteer
from twosource.base.reading import Reading, span_of
from twosource.base.records import Place, Placing
from twosource.extract.place_evidence import ENOUGH, Context, weigh_name
from twosource.extract.place_names import Name, find_names, is_capital
from twosource.extract.place_roles import Role, choose_role, is_person
from twosource.extract.place_words import place_words

NOT_YET = Placing(name=None, reason="not yet placed")


def find_places(reading: Reading) -> Iterator[Place]:
    """The places of a reading, in the order of the text."""
    gazetteer = open_gazetteer(reading.settings)
    doc = reading.doc
    names = [name for passage in reading.passages for name in find_names(passage, gazetteer)]
    context = gather_context(names, doc)
    number = 0
    for name in sorted(names, key=lambda each: each.start):
        role = _accept(name, doc, context, gazetteer.countries)
        if role is not None:
            number += 1
            yield Place(f"p{number}", span_of(doc[name.start : name.end]), role, NOT_YET)


def _accept(name: Name, doc: Doc, context: Context, countries: Countries) -> Role | None:
    """The role of a name that is taken for a place; None when it is not."""
    role = choose_role(name, doc, countries)
    if role in {None, "people"}:
        return role
    if not name.entries:
        return "location" if _is_said_to_be(name, doc) else None
    return role if weigh_name(name, doc, context) >= ENOUGH else None


def _is_said_to_be(name: Name, doc: Doc) -> bool:
    """Whether the report itself says that an unknown name is a place's: "the town of Y"."""
    before = doc[max(0, name.start - 2) : name.start].text.lower().split()
    if len(before) != 2:  # noqa: PLR2004
        return False
    return before[1] == "of" and before[0] in place_words("types")


def _parts_of_person(name: Name, doc: Doc) -> set[str]:
    """The capitalised words that stand directly together with the name."""
    start, end = name.start, name.end
    while start > name.run[0] and is_capital(doc[start - 1]):
        start -= 1
    while end < name.run[1] and is_capital(doc[end]):
        end += 1
    return {token.text for token in doc[start:end]}


def gather_context(names: list[Name], doc: Doc) -> Context:
    """What the report as a whole tells of its words."""
    small = {token.text for token in doc if token.text.islower() and len(token.text) > 2}  # noqa: PLR2004
    persons: set[str] = set()
    placed: set[str] = set()
    for name in names:
        words = doc[name.start : name.end]
        if not name.people and is_person(name, doc):
            persons |= _parts_of_person(name, doc)
        elif name.start and doc[name.start - 1].lower_ in place_words("before", "prepositions"):
            placed.add(words.text)
    return Context(frozenset(small), frozenset(persons), frozenset(placed - persons))
