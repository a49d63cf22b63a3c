"""A sentence in, its amounts out: number words with their bounds and the noun they count.

What the amount means (killed, fled, kilometres) is for others to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.base.numbers import Number, find_numbers
from twosource.base.records import Qualifier
from twosource.base.vocabulary import load_words
from twosource.extract.figure_pairs import (
    is_range,
    is_revised_from,
    is_revision,
    of_scale,
    range_start,
)

_WORDS = load_words("twosource.extract", "figures")
_BEFORE: dict[tuple[str, ...], Qualifier] = {
    tuple(phrase.split()): name
    for name, phrases in _WORDS["qualifiers"].items()
    for phrase in phrases
}
_AFTER: dict[tuple[str, ...], Qualifier] = {
    tuple(phrase.split()): name for name, phrases in _WORDS["after"].items() for phrase in phrases
}
_LONGEST = max(len(phrase) for phrase in _BEFORE)
_NOT_AFTER = frozenset(_WORDS["not_counts"]["after"])
_NOT_BEFORE = frozenset(_WORDS["not_counts"]["before"])
_YEAR_WORDS = frozenset(_WORDS["months"]["year_words"])
_DAYS = frozenset(_WORDS["days"]["words"])
_MONTHS = frozenset(_WORDS["months"]["words"])
_NEW_BEFORE = frozenset(_WORDS["additions"]["before"])
_NEW_AFTER = frozenset(_WORDS["additions"]["after"])
_PART_WORDS = frozenset(_WORDS["subsets"]["before"])
_PARENTS = frozenset(_WORDS["parents"]["words"])
_SHARES = frozenset(_WORDS["shares"]["words"])
_HOLDING = frozenset({"the", "its", "their", "our", "those", "these", "all"})
_SHARED = 6  # tokens before a number within which "60 per cent of" stands
_NOT_ONE = frozenset({"no", "the", "this", "that", "any", "every", "each", "only", "which"})
_FILLERS = frozenset(_WORDS["fillers"]["words"])
_COMMAS = frozenset({",", "(", ")", ".", ";"})
_AGES, _BETWEEN_AGES = frozenset({"ages", "aged"}), frozenset({",", "and", "between", "to", "-"})
_YEARS_OLD = frozenset({"yo", "y/o", "y.o."})
_OLDEST = 110  # years; a lone number above it is no age
_OLD = re.compile(r"-?(?:year|month|week|day)s?-?old")


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens `start` to `end` (exclusive): qualifier, number words, counted noun.

    `first` to `last` (exclusive) are the number words alone. `noun` is None when a number stands
    by itself ("leaving four dead"). `low`/`high` None: an open end.
    """

    start: int
    end: int
    first: int
    last: int
    qualifier: Qualifier
    value: float | None
    low: float | None
    high: float | None
    noun: Token | None = None
    addition: bool = False
    aged: bool = False  # an age that stands for a person: no number words tell how many
    hyphened: bool = False  # "a 17-year-old", "the five-kilometre-wide strip"


def find_amounts(sentence: Words) -> list[Amount]:
    """The amounts of a sentence in order; years, clock times, ages and addresses left out."""
    doc = sentence.doc
    numbers = [each for each in find_numbers(sentence) if _is_count(doc, each)]
    return [
        _with_noun(_with_qualifier(amount, sentence), sentence)
        for amount in _join_ranges(doc, numbers)
    ]


def _is_count(doc: Doc, number: Number) -> bool:
    before = doc[number.start - 1].lower_ if number.start else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    if after in _NOT_AFTER or before in _NOT_BEFORE or before == "how" or _is_part(doc, number):
        return False
    if _is_age(doc, number) or before == after == "as":  # "as many as"
        return False
    if before == "of" and number.start > 1 and doc[number.start - 2].lower_ in _PARENTS:
        return False  # "a mother of five"
    if _is_shared(doc, number):
        return False
    if number.value == 1 and doc[number.start].lower_ == "one":
        return before not in _NOT_ONE and after != "another"
    return not _is_calendar(number, doc, before, after)


def _is_age(doc: Doc, number: Number) -> bool:
    """Whether it is an age: "3 year-old", "Mr Adler, 34, said", "the age of 18"."""
    if _stands_after_name(doc, number) or _is_listed_age(doc, number):
        return True
    if doc[max(0, number.start - 2) : number.start].text.lower() == "age of":
        return True
    after = doc[number.end : number.end + 4]
    if after and after[0].lower_ in _YEARS_OLD:
        return True
    words = "".join(token.lower_ for token in after)
    return _OLD.match(words) is not None


def _is_listed_age(doc: Doc, number: Number) -> bool:
    """As in "three men, ages 24, 20 and 19": every one of the numbers is an age."""
    place = number.start - 1
    while place >= 0 and (doc[place].is_digit or doc[place].lower_ in _BETWEEN_AGES):
        place -= 1
    return place >= 0 and doc[place].lower_ in _AGES and number.low < _OLDEST


def _is_shared(doc: Doc, number: Number) -> bool:
    """As in "60 per cent of the town's 40,000 residents": not all of them."""
    before = [token.lower_ for token in doc[max(0, number.start - _SHARED) : number.start]]
    if "of" not in before:
        return False
    of = len(before) - 1 - before[::-1].index("of")
    between = before[of + 1 :]
    held = between[:1] == [] or between[0] in _HOLDING
    return of > 0 and before[of - 1] in _SHARES and held and "," not in between


def _stands_after_name(doc: Doc, number: Number) -> bool:
    if number.start < 2 or number.end >= len(doc) or not doc[number.start].is_digit:  # noqa: PLR2004
        return False
    closed = doc[number.start - 1].text in _COMMAS and doc[number.end].text in _COMMAS
    return closed and doc[number.start - 2].pos_ in {"PROPN", "NOUN"} and number.low < _OLDEST


def _is_part(doc: Doc, number: Number) -> bool:
    """Whether the digits belong to a longer mark: "3:30", "2/5", "#4", "AK-47", "555-0100"."""
    if number.start and doc[number.start - 1].text in {"-", "/", ":", "."}:
        before = doc[number.start - 1]
        if not before.whitespace_ and number.start > 1 and not doc[number.start - 2].like_num:
            return not doc[number.start - 2].is_space and before.text != ":"
    return False


def _is_calendar(number: Number, doc: Doc, before: str, after: str) -> bool:
    if before.rstrip(".") in _MONTHS and doc[number.start - 1].text[:1].isupper():
        return True
    if after.rstrip(".") in _MONTHS and doc[number.end].text[:1].isupper():
        return True
    word = doc[number.start].text
    if number.end - number.start > 1 or len(word) != 4 or not word.isdigit():  # noqa: PLR2004
        return False
    near = {token.lower_.rstrip(".") for token in doc[max(0, number.start - 4) : number.start]}
    if near & _MONTHS:
        return word[:2] in {"19", "20"}
    counts = any(token.tag_ == "NNS" for token in doc[number.end : number.end + 3])
    return word[:2] in {"19", "20"} and (before in _YEAR_WORDS or not counts)


def _join_ranges(doc: Doc, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Amounts, with "10 to 15", "6-8" and "between 10 and 15" joined into one."""
    place = 0
    while place < len(numbers):
        here = numbers[place]
        follower = numbers[place + 1] if place + 1 < len(numbers) else None
        if follower is not None and is_revision(doc, here, follower):
            place += 1
            continue
        if follower is not None and is_revised_from(doc, here, follower):
            yield _single(here)
            place += 2
            continue
        here = of_scale(doc, here, follower)
        if follower is not None and is_range(doc, here, follower):
            start = range_start(doc, here)
            yield Amount(
                start, follower.end, here.start, follower.end, "between", None, here.low,
                follower.low,
            )  # fmt: skip
            place += 2
            continue
        yield _single(here)
        place += 1


def _single(number: Number) -> Amount:
    exact = number.value is not None
    return Amount(
        number.start, number.end, number.start, number.end,
        "exact" if exact else "vague", number.value, number.low, number.value if exact else None,
    )  # fmt: skip


def _with_qualifier(amount: Amount, sentence: Words) -> Amount:
    """The amount with "at least", "some", "or more" taken in."""
    doc = sentence.doc
    for length in range(_LONGEST, 0, -1):
        start = amount.start - length
        if start < sentence.start:
            continue
        words = tuple(token.lower_ for token in doc[start : amount.start])
        if words in _BEFORE and doc[amount.start - 1].dep_ != "prt":  # "handed over 17"
            return _bounded(replace(amount, start=start), _BEFORE[words])
    for length in (2, 1):
        words = tuple(token.lower_ for token in doc[amount.last : amount.last + length])
        if words in _AFTER:
            return _bounded(replace(amount, end=amount.last + length), _AFTER[words])
    return amount


def _bounded(amount: Amount, qualifier: Qualifier) -> Amount:
    """The interval that a qualifier allows; a range or vague word keeps its own."""
    if amount.qualifier == "vague":
        kept = "vague" if qualifier == "about" else qualifier
        low = None if qualifier in {"up_to", "nearly"} else amount.low
        return replace(amount, qualifier=kept, low=low)
    if amount.qualifier == "between":
        return amount
    if qualifier in {"at_least", "more_than"}:
        return replace(amount, qualifier=qualifier, high=None)
    if qualifier in {"up_to", "nearly"}:
        return replace(amount, qualifier=qualifier, low=None)
    return replace(amount, qualifier=qualifier)


def _with_noun(amount: Amount, sentence: Words) -> Amount:
    """The amount with the noun it counts: "12 other wounded soldiers", "dozens of people"."""
    doc, place, stop = sentence.doc, amount.end, min(sentence.end, amount.end + 7)
    hyphened = place < stop and doc[place].text == "-" and not doc[place - 1].whitespace_
    if place < stop and doc[place].lower_ == "of":
        place += 1
        while place < stop and doc[place].pos_ in {"DET", "PRON"} and doc[place].tag_ != "PRP":
            place += 1
    noun: Token | None = None
    while place < stop:
        token = doc[place]
        if noun is not None and (token.lower_ in _DAYS or token.tag_ in {"VBG", "CD"}):
            break  # "killed four people Wednesday", "nine members spanning three generations"
        if token.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            noun = token
        elif not _may_stand_between(token):
            break
        place += 1
    addition = _is_addition(doc, amount, sentence)
    end = noun.i + 1 if noun is not None else amount.end
    return replace(amount, noun=noun, end=end, addition=addition, hyphened=hyphened)


def _may_stand_between(token: Token) -> bool:
    if token.lower_ in _PART_WORDS:
        return False
    if token.text == "-" and token.i and token.nbor(-1).whitespace_:
        return False  # "Quake kills six - officials"
    if (
        token.is_space  # two blanks, or the end of a line
        or token.is_quote
        or token.lower_ in _FILLERS
        or token.tag_ in {"JJ", "JJR", "JJS", "VBG", "HYPH", "CD", "POS", "RB"}
    ):
        return True
    if token.is_upper and len(token) > 1 and token.is_alpha:
        return True  # "12 IS fighters": the tagger takes short names for verbs
    if token.lower_ == "and" and token.i and token.nbor(-1).text == "-":
        return True  # "mud-and-thatch homes"
    return token.tag_ == "VBN" and token.i + 1 < len(token.doc) and token.nbor().tag_[:2] == "NN"


def _is_addition(doc: Doc, amount: Amount, sentence: Words) -> bool:
    before = doc[amount.start - 1].lower_ if amount.start > sentence.start else ""
    after = doc[amount.last].lower_ if amount.last < sentence.end else ""
    return before in _NEW_BEFORE or after in _NEW_AFTER
