"""A reading in, its places out: each name with its role; the map comes later (`ground/`)."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from twosource.base.countries import Countries
from twosource.base.gazetteer import open_gazetteer
from twosource.base.place_lookup import country_initials
from twosource.base.reading import Reading, span_of
from twosource.base.records import Place, Placing, Span
from twosource.base.sites import is_way
from twosource.extract.place_evidence import ENOUGH, Context, weigh_name
from twosource.extract.place_names import Name, find_names, is_capital
from twosource.extract.place_roles import Role, choose_role, is_in_body, is_person, is_strong
from twosource.extract.place_sites import find_sites
from twosource.extract.place_unknown import is_said_to_be
from twosource.extract.place_words import place_words

SMALL = re.compile(r"(?<![\w'-])[^\W\d_A-Z]{3,}(?!\w)")  # words in small letters
BESIDE = 1.5  # points that a place joined to a name brings
NOT_YET = Placing(name=None, reason="not yet placed")


def find_places(reading: Reading) -> Iterator[Place]:
    """The places of a reading, in the order of the text."""
    gazetteer = open_gazetteer(reading.settings)
    doc = reading.doc
    names = [name for passage in reading.passages for name in find_names(passage, gazetteer)]
    context = gather_context(names, doc)
    found: list[tuple[Name, Role]] = []
    located: set[int] = set()  # tokens of names that something is at
    for name in names:
        role = _accept(name, doc, context, gazetteer.countries)
        if role is None and _stands_beside(name, doc, located, context):
            role = "location"
        if role is not None:
            found.append((name, role))
        if role == "location":
            located.update(range(name.start, name.end))
    found += _find_whole_runs(names, found, doc)
    told = (doc[name.start : name.end].text for name, _ in found)
    found += _find_initials(reading, country_initials(told, gazetteer), found)
    sites = [site for passage in reading.passages for site in find_sites(passage)]
    ways = {index for site in sites if is_way(site.words) for index in range(site.start, site.end)}
    found = [pair for pair in found if not _is_only_in(pair, ways)]
    taken = {index for name, _ in found for index in range(name.start, name.end)}
    found += [(site, "location") for site in sites if _is_free(site, taken)]
    for number, (name, role) in enumerate(sorted(found, key=_start), 1):
        yield Place(f"p{number}", _span(name, doc), role, NOT_YET)


def _find_whole_runs(
    names: list[Name], found: list[tuple[Name, Role]], doc: Doc
) -> Iterator[tuple[Name, Role]]:
    """Rows of capitals of which no part is a place: "Khan Orlan" of "Khan Orlan village"."""
    held = {name.run for name, role in found}
    for run in dict.fromkeys(name.run for name in names if name.entries):
        if run not in held and run[1] - run[0] > 1:
            whole = Name(*run, (), run)
            if is_said_to_be(whole, doc):
                yield whole, "location"


def _stands_beside(name: Name, doc: Doc, located: set[int], context: Context) -> bool:
    """Whether a name that alone would be doubtful is joined to a place's: "near Gao and Y"."""
    root = doc[name.start : name.end].root
    joined = root.dep_ == "conj" and root.head.i in located
    if name.start > 1 and doc[name.start - 1].lower_ == "and":
        joined = joined or name.start - 2 in located
    if not joined or not name.entries or is_person(name, doc):
        return False
    return weigh_name(name, doc, context) >= ENOUGH - BESIDE


def _find_initials(
    reading: Reading, initials: dict[str, str], found: list[tuple[Name, Role]]
) -> list[tuple[Name, Role]]:
    """Names such as "SA" in a report that names South Africa in full."""
    if not initials:
        return []
    taken = {index for name, _ in found for index in range(name.start, name.end)}
    words = (token for passage in reading.passages for token in passage)
    return [
        (Name(token.i, token.i + 1, (), (token.i, token.i + 1)), "location")
        for token in words
        if token.text in initials and token.i not in taken
    ]


def _start(found: tuple[Name, Role]) -> int:
    return found[0].start


def _is_only_in(found: tuple[Name, Role], ways: set[int]) -> bool:
    """Whether a little known name only stands in a street's: "Mill" of "Mill Street"."""
    name, role = found
    single = name.end - name.start == 1 and not name.people
    return role == "in_name" and single and name.start in ways and not is_strong(name)


def _is_free(site: Name, taken: set[int]) -> bool:
    return taken.isdisjoint(range(site.start, site.end))


def _span(name: Name, doc: Doc) -> Span:
    """The words of the name alone: "U.S." of "U.S.-led"."""
    whole = span_of(doc[name.start : name.end])
    cut = doc[name.start : name.end].text != name.words and name.entries
    return Span(whole.start, whole.start + len(name.words)) if cut else whole


def _accept(name: Name, doc: Doc, context: Context, countries: Countries) -> Role | None:
    """The role of a name that is taken for a place; None when it is not."""
    role = choose_role(name, doc, countries)
    if role is None or name.people:
        return role
    if not name.entries:
        person = doc[name.start : name.end].text in context.persons
        return "location" if not person and is_said_to_be(name, doc) else None
    return role if weigh_name(name, doc, context) >= ENOUGH else None


def _parts_of_person(name: Name, doc: Doc) -> set[str]:
    """The capitalised words that stand directly together with the name."""
    start, end = name.start, name.end
    while start > name.run[0] and is_capital(doc[start - 1]):
        if any(doc[start - 1].lower_ in place_words(each) for each in ("titles", "bodies")):
            break
        start -= 1
    while end < name.run[1] and is_capital(doc[end]):
        end += 1
    return {token.text for token in doc[start:end]}


def gather_context(names: list[Name], doc: Doc) -> Context:
    """What the report as a whole tells of its words."""
    small = frozenset(SMALL.findall(doc.text))
    persons: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for name in names:
        words = doc[name.start : name.end]
        if _is_body(words):
            continue
        if not name.people and not is_in_body(name, doc) and is_person(name, doc):
            persons.update(_parts_of_person(name, doc))
        elif _is_placed(name, doc):
            placed[words.text] += 1
    named = {word for word, count in persons.items() if count >= placed[word]}
    wide = frozenset(name.start for name in names if _is_wide(name))
    return Context(small, frozenset(named), frozenset(set(placed) - named), wide)


def _is_body(words: Words) -> bool:
    """Whether nothing but words for bodies is in the name: a "Police" of some land is no person."""
    return all(token.lower_ in place_words("bodies") for token in words)


def _is_placed(name: Name, doc: Doc) -> bool:
    """Whether the name stands behind a preposition of place: "in X", not "at X's attempts"."""
    if not name.start or (name.end < len(doc) and doc[name.end].lower_ in {"'s", "’s"}):
        return False
    return doc[name.start - 1].lower_ in place_words("before", "prepositions")


def _is_wide(name: Name) -> bool:
    return any(entry.kind in {"country", "admin1", "admin2"} for entry in name.entries)
