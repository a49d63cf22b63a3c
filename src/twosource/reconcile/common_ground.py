"""Sentences of several origins in, how much of each the other origins tell too out."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import sqrt

from twosource.base.records import Figure
from twosource.base.stories import Citation
from twosource.reconcile.book import Book
from twosource.reconcile.independence import Bloc

WORD = re.compile(r"[^\W_]{4,}")
STEM = 5  # letters: "struck" and "strike" stay two words, "attacked" and "attack" are one
STEPS = 5  # degrees that are told apart: small differences say nothing


def find_common_ground(blocs: Sequence[Bloc]) -> Mapping[Citation, int]:
    """For each sentence, in fifths, the cosine of its words and those of the nearest of others.

    It is the mean over the other origins; of one origin alone it is 0.
    """
    told = [{one.citation: _words(one.text) for one in bloc.sayings} for bloc in blocs]
    found: dict[Citation, int] = {}
    for place, own in enumerate(told):
        others = [each for number, each in enumerate(told) if number != place]
        for citation, words in own.items():
            nearest = [
                max((_cosine(words, each) for each in one.values()), default=0.0) for one in others
            ]
            share = sum(nearest) / len(nearest) if nearest else 0.0
            found[citation] = max(found.get(citation, 0), round(share * STEPS))
    return found


def find_odd_counts(
    blocs: Sequence[Bloc], book: Book, former: Collection[Citation]
) -> frozenset[Citation]:
    """The sentences that count people otherwise than most origins do, `former` counts left out.

    A sentence told for several should not carry the number of one: where no count has more origins
    than any other, each is odd.
    """
    rows = [
        (bloc.name, one.citation, figure)
        for bloc in blocs
        for one in bloc.sayings
        if one.citation not in former
        for figure in figures_at(one.citation, book)
    ]
    counted: dict[str, dict[float, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, _, figure in rows:
        counted[figure.measure][figure.low or 0].add(name)
    common = {measure: _commonest(told) for measure, told in counted.items()}
    return frozenset(
        citation for _, citation, figure in rows if (figure.low or 0) != common[figure.measure]
    )


def _commonest(told: Mapping[float, Collection[str]]) -> float | None:
    """The count that more origins give than give any other; None where two have as many."""
    ranked = sorted(told, key=lambda value: (-len(told[value]), value))
    tied = len(ranked) > 1 and len(told[ranked[0]]) == len(told[ranked[1]])
    return None if tied else ranked[0]


def figures_at(cited: Citation, book: Book) -> list[Figure]:
    """The counts of people in a sentence; parts of other counts are left out."""
    return [
        figure
        for figure in book.accounts[cited.report].figures
        if figure.unit == "persons" and figure.subset_of is None
        if cited.start <= figure.span.start < cited.end
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()))


def _cosine(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / sqrt(len(one) * len(two)) if one and two else 0.0
