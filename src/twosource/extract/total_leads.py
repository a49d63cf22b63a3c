"""What a report tells first in, the counts out that are of its own happening.

"A man was killed in Karsk ... Since May 30 people have died": the thirty are of other happenings.
"""

import re
from collections.abc import Sequence

from twosource.base.numbers import ORDINALS, parse_ordinal
from twosource.base.records import Account, Figure, Total
from twosource.base.vocabulary import load_words
from twosource.extract.total_persons import Person
from twosource.extract.total_ranges import size

_WORDS = load_words("twosource.extract", "figures")["leads"]
_BEHIND, _PART = 300, 3  # characters behind the first person told of; a third of the report
_KNOWN = re.compile(rf"\b(?:{'|'.join(_WORDS['known'])}) (?:of )?(?:the )?$")
_OPENING = re.compile(r"(?:the|all) ", re.IGNORECASE)
_RANK = re.compile(  # "a fourth shooting victim"
    rf"\b({'|'.join(ORDINALS)}) (?:\w+ )?(?:{'|'.join(_WORDS['ranked'])})\b", re.IGNORECASE
)
_SELF = re.compile(r"\b(?:suicide|self|himself|herself)\b")  # a title seldom counts the killer
_LEAST = 3  # of two, the first may only be hurt
_NEAR = 12  # characters before a count in which "all of the" stands


def without_late(figures: Sequence[Figure], persons: Sequence[Person], text: str) -> list[Figure]:
    """The figures without larger counts, where persons are told first and the counts far behind.

    A count of those whom the report speaks of already ("all five", "the five") stays.
    """
    whole = [each for each in figures if each.number is not None and each.cumulative and size(each)]
    if not whole or not persons:
        return list(figures)
    lead = min(person.first for person in persons)
    first = min(each.span.start for each in whole)
    if first <= lead + _BEHIND or _PART * first <= len(text):
        return list(figures)
    late = {each.id for each in whole if size(each) > len(persons) and not _is_known(each, text)}
    return [each for each in figures if each.id not in late]


def _is_known(figure: Figure, text: str) -> bool:
    start = figure.span.start
    before = text[max(0, start - _NEAR) : start].lower()
    return bool(_KNOWN.search(before) or _OPENING.match(figure.span.quote(text)))


def rank_told(figures: Sequence[Figure], text: str) -> int:
    """How many died at least by "a fourth victim died"; 0 when no such rank is told.

    "The third killing this year" tells no more than that: only who is newly told of counts.
    """
    ranks = [
        parse_ordinal(match[1]) or 0
        for each in figures
        if each.number is None
        and not each.cumulative
        and (match := _RANK.search(each.span.quote(text)))
    ]
    return max((rank for rank in ranks if rank >= _LEAST), default=0)


def agreed_with_title(
    totals: Sequence[Total], beside: Sequence[Total], account: Account
) -> list[Total]:
    """The totals, with the dead of a title for a larger sum of persons told one by one.

    Only where the first figure of the text agrees with the title: names of one person that do
    not fit together are counted twice more often than a headline is wrong.
    """
    title = next((each for each in beside if each.measure == "killed" and each.best), None)
    told = [
        each
        for each in account.figures
        if (each.measure, each.scope, each.subset_of) == ("killed", "current", None) and each.value
    ]
    if title is None or not told or _SELF.search((account.report.given_title or "").lower()):
        return list(totals)
    first = next((each for each in told if each.number is not None), told[0])
    larger = any(each.number is not None and size(each) > (title.best or 0) for each in told)
    if first.value != title.best or larger or rank_told(told, account.report.text):
        return list(totals)
    return [title if each.measure == "killed" else each for each in totals]
