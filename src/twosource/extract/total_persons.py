"""Persons told one by one in, the different persons among them out.

"A man was shot", "He died", "Mr Adler, 34" may be one person. Two are different when their
names, ages or sexes differ, or when the words say so ("another").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.base.records import Figure
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")
_SEXES: dict[str, str] = {word: sex for sex, words in _WORDS["sexes"].items() for word in words}
_AGES = _WORDS["ages"]
_PARTICLES = frozenset({"de", "la", "van", "der", "von", "al", "el", "bin", "abu", ""})
_SELVES = frozenset({"himself", "herself"})
_TURN = re.compile(r"\b(?:before|then) $")
_SENTENCE = 200  # characters: who killed others and then himself is told in one breath
_TITLES = frozenset(_WORDS["titles"]["words"])
_COMMON = (  # no names, though capitals may begin them: "Teenager dead in Karsk"
    _TITLES
    | frozenset(_SEXES)
    | frozenset(_WORDS["persons"]["words"])
    | frozenset(word for words in _WORDS["classes"].values() for word in words)
)
_AGE_BEFORE = re.compile(r"\b(\d{1,3})(?:(?:-| )(?:year|month|week|day)s?(?:-| )old| ?y/?o\b)")
_OF_MONTHS = re.compile("month|week|day")
_AGE_AFTER = re.compile(r"^,? (?:age )?(\d{1,2})\b(?!\d|:)")
_JOINT = re.compile(r"(?:, ?\d+)?,? (?:and |as well as )?")
_NAME = r"[A-Z][\w'’-]{1,20}"
_ALONG = re.compile(  # "was killed along with his three children", "Venn and his two sons"
    rf"(?:(?: of)?(?: {_NAME}){{1,6}})?(?: \(\d+\)|, ?\d+| \([^()]{{1,30}}\))?,?"
    r"(?: (?:was|were)(?: \w+)? \w+)?,? "
    rf"(?:{_WORDS['companions']['joints']}) (?:the |his |her |their )?"
)
_AT = re.compile(r" (?:in|at|near) (?:the )?[A-Z]")
_ELSEWHERE = re.compile(  # "nine were killed in Karsk and two in Torda"
    r"(?: \w+){0,4} (?:in|at|near) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*,? (?:and|while|with) "
)
_NEW = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)  # whom the report brings in
_AND = re.compile(r"^[^.;]{,60} (?:and|while) $")
_HIS = re.compile(r"(?:an?|his|her|their) ", re.IGNORECASE)
_KIN = re.compile(r"(his|her) \w", re.IGNORECASE)
_ALSO = re.compile(
    r"[^.;]{0,40}?\b(?:was|were|has|have|had|been) also\b"
    r"|[^.;]{0,30}?\balso (?:was|were|had|has|\w+ed|shot|hit|hurt)\b"
)
_SOON = 60  # characters behind a person within which "was also" stands
_END = re.compile(r"[.!?\n]")
SHORT = 12  # characters: "in the K"


@dataclass(frozen=True, slots=True)
class Person:
    """What the words tell of one person; None or empty where they tell nothing.

    `first` is where he is told of first, `last` the words that tell of him last.
    """

    names: frozenset[str]
    age: str | None
    sex: str | None
    grown: bool | None
    first: int
    last: Figure
    further: bool = False  # told of as "another" at first


def count_persons(
    figures: Sequence[Figure], text: str, known: Sequence[Person] = ()
) -> list[Person]:
    """The different persons of these figures who are not among the `known` ones."""
    persons = list(known)
    beside: list[int] = []  # places of those told in one breath with the next
    before: Figure | None = None
    alone = False
    for figure in figures:
        person = _describe(figure, text)
        own = figure.span.quote(text) in _SELVES
        joined = before is not None and not own and are_joined(before, figure, text)
        apart = own and not alone and figure.measure == "killed"
        alone = alone or apart
        beside = beside if joined else []
        before = figure
        fitting = [
            place
            for place, other in enumerate(persons)
            if place not in beside and _may_follow(figure, other, text)
        ]
        place = _find_named(person, persons)
        if place is None and not apart:
            place = _find_same(person, persons, fitting)
        if place is None:
            place = len(persons)
            persons.append(person)
        else:
            persons[place] = _merge(persons[place], person)
        beside = [*beside, place]
    return persons[len(known) :]


def _may_follow(figure: Figure, other: Person, text: str) -> bool:
    """Whether words may speak of one told already: not "another", not two "a" in a sentence."""
    quote, last = figure.span.quote(text), other.last.span
    if not figure.cumulative and other.first < figure.span.start:
        return other.further and _END.search(text[last.end : figure.span.start]) is not None
    if _is_also_hit(figure, other, text) or _is_kin(figure, other, text):
        return False
    if not (_NEW.match(quote) and _NEW.match(last.quote(text))):
        return True
    start, end = sorted((last.start, figure.span.start))
    return other.last.measure == figure.measure or not _AND.search(text[start:end])


def _is_also_hit(figure: Figure, other: Person, text: str) -> bool:
    """As in "A boy was killed. His brother was also hurt": not the boy."""
    quote = figure.span.quote(text)
    if not _HIS.match(quote) or not _ALSO.match(text[figure.span.end :][:_SOON]):
        return False
    return _NEW.match(quote) is not None or other.last.measure != figure.measure


def _is_kin(figure: Figure, other: Person, text: str) -> bool:
    """As in "Ada Bell died, and so did her son": in one sentence "her" points at another."""
    found = _KIN.match(figure.span.quote(text)) if figure.measure == "killed" else None
    between = text[other.last.span.end : figure.span.start]
    if found is None or other.last.span.end > figure.span.start or _END.search(between):
        return False
    return other.sex is None or other.sex == _SEXES.get(found[1].lower())


def _describe(figure: Figure, text: str) -> Person:
    quote = figure.span.quote(text)
    before = _AGE_BEFORE.search(quote)
    after = _AGE_AFTER.match(text[figure.span.end : figure.span.end + 12])
    age = before[1] if before else after[1] if after else None
    words = quote.split()
    sexes = [_SEXES[word.lower()] for word in words if word.lower() in _SEXES]
    return Person(
        _names(words), age, sexes[-1] if sexes else None, _is_grown(words, before, after),
        figure.span.start, figure, not figure.cumulative,
    )  # fmt: skip


def _is_grown(
    words: Sequence[str], before: re.Match[str] | None, after: re.Match[str] | None
) -> bool | None:
    """Whether it is a grown person (True) or a child (False); None: the words do not tell."""
    if before is not None and _OF_MONTHS.search(before[0]):
        return False  # months, weeks, days
    years = int((before or after or {1: "18"})[1])
    last = words[-1].lower().strip(".,") if words else ""
    if "young" in words:
        return None  # "a young man" may be fifteen
    if last in _AGES["young"] or years <= _AGES["oldest_young"]:
        return False
    return True if last in _AGES["grown"] or years >= _AGES["youngest_grown"] else None


def _names(words: Sequence[str]) -> frozenset[str]:
    """The capitalised words at the end of a phrase; none when it ends in a common noun."""
    found: list[str] = []
    last = next((word for word in reversed(words) if word.lower() not in _TITLES), "")
    if last.lower() in _COMMON:
        return frozenset()  # "A Karsk Man" in a headline: where he is from
    for word in reversed(words):
        bare = word.strip(".,'\"’")
        if not bare[:1].isupper() and bare not in _PARTICLES:
            break
        if bare.lower() not in _COMMON and not bare.isupper():
            found.append(bare.removesuffix("'s").removesuffix("’s"))
    return frozenset(found) - _PARTICLES


def are_joined(left: Figure, right: Figure, text: str) -> bool:
    """As in "a woman and a boy": two in one phrase are two."""
    between = text[left.span.end : right.span.start]
    if right.span.quote(text) in _SELVES or _TURN.search(between + " "):
        return len(between) < _SENTENCE and ". " not in between
    if right.number == right.span and _AT.match(text[right.span.end :][:SHORT]):
        return _ELSEWHERE.fullmatch(between) is not None
    if between == ", " and left.number is None and right.number is None:
        named = [_names(each.span.quote(text).split()) for each in (left, right)]
        if named[1] and not named[0]:
            return False  # "his daughter, Ada Bell"
    return (_JOINT.fullmatch(between) or _ALONG.fullmatch(between)) is not None


def _find_same(person: Person, persons: Sequence[Person], fitting: Sequence[int]) -> int | None:
    """The latest of the `fitting` ones who may be the same."""
    same = [place for place in fitting if _may_be_same(person, persons[place])]
    return same[-1] if same else None


def _find_named(person: Person, persons: Sequence[Person]) -> int | None:
    """The first of whom a shared name and no other given name is told: not a brother's."""
    for place, other in enumerate(persons):
        shared = person.names & other.names
        within = person.names <= other.names or other.names <= person.names
        if shared and (within or len(shared) > 1):  # "Ada M. Bell" and "Ada Rose Bell"
            return place
    return None


def _may_be_same(left: Person, right: Person) -> bool:
    if left.names and right.names:
        return False
    ages = left.age is None or right.age is None or left.age == right.age
    sexes = left.sex is None or right.sex is None or left.sex == right.sex
    grown = left.grown is None or right.grown is None or left.grown == right.grown
    return ages and sexes and grown


def _merge(left: Person, right: Person) -> Person:
    return replace(
        left,
        names=left.names | right.names,
        age=left.age or right.age,
        sex=left.sex or right.sex,
        grown=left.grown if left.grown is not None else right.grown,
        last=right.last,
    )
