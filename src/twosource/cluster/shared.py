"""Two accounts in, what their reports share out: words, places, days, counts.

This is what a person can check when told that two reports are of one story. The words are those
that weigh most in the likeness of the two; the rest was read from the reports.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.base.records import Account, Report
from twosource.cluster.rarity import count_halvings
from twosource.cluster.sketches import EPOCH, Sketch
from twosource.cluster.terms import count_terms, spell_terms

MOST_WORDS, MOST = 6, 3  # words; places, days and counts each
COUNTED = ("killed", "injured", "missing", "displaced", "evacuated", "detained", "captured")
WIDE = ("country", "region")  # places that many reports name


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share, the weightiest first; days as ISO dates."""

    words: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    figures: tuple[str, ...]

    def sentence(self) -> str:
        """What they share, for people; empty for nothing."""
        parts = [
            f"both say {_listed(f'“{word}”' for word in self.words)}" if self.words else "",
            f"both name {_listed(self.places)}" if self.places else "",
            f"both tell of {_listed(map(_day_words, self.days))}" if self.days else "",
            f"both count {_listed(self.figures)}" if self.figures else "",
        ]
        return "; ".join(part for part in parts if part)


def find_shared(left: Account, right: Account, days: tuple[str, ...]) -> Shared:
    """What two reports share; `days` are those that both tell of."""
    return Shared(
        tuple(_words(left.report, right.report))[:MOST_WORDS],
        _common(_places(left), _places(right)),
        days[:MOST],
        _common(_figures(left), _figures(right)),
    )


def find_days(left: Sketch, right: Sketch) -> tuple[str, ...]:
    """The days that both tell of, one of them in its opening, as ISO dates."""
    opening = {*left.opening_days.tolist(), *right.opening_days.tolist()}
    both = opening & set(left.told_days.tolist()) & set(right.told_days.tolist())
    return tuple(date.fromordinal(EPOCH + day).isoformat() for day in sorted(both))


def _words(left: Report, right: Report) -> Iterator[str]:
    """The shared words, as the left report writes them, none said twice; names in full."""
    one, two = count_terms(left), count_terms(right)
    common = sorted(one.keys() & two.keys())
    weights = {term: _weight(term, one[term], two[term], left.language) for term in common}
    spelt = spell_terms(left, frozenset(common))
    pairs = [term for term in common if " " in term and spelt.get(term, "").istitle()]
    said: set[str] = set()
    for word in sorted(filter(str.isalpha, spelt), key=lambda t: (-weights[t], t)):
        if word not in said:
            within = [
                pair for pair in pairs if word in pair.split() and not said & set(pair.split())
            ]
            best = max(within, key=lambda pair: (weights[pair], pair), default=word)
            said |= set(best.split())
            yield spelt[best]


def _weight(term: str, one: float, two: float, language: str | None) -> float:
    rarity = math.log1p(2.0 ** (count_halvings(term, language) / 2))
    return (1 + math.log(max(one, 1))) * (1 + math.log(max(two, 1))) * rarity**2


def _places(account: Account) -> Iterator[str]:
    for place in account.places:
        placing = place.placing
        if place.role == "location" and placing.name and placing.precision not in WIDE:
            yield placing.name


def _figures(account: Account) -> Iterator[str]:
    for figure in account.figures:
        if figure.measure in COUNTED and figure.value is not None:
            yield f"{figure.value:,.0f} {figure.measure}"


def _common(left: Iterator[str], right: Iterator[str]) -> tuple[str, ...]:
    """What stands in both, in the order of the left, each once."""
    others = set(right)
    return tuple(dict.fromkeys(each for each in left if each in others))[:MOST]


def _listed(words: Iterator[str] | Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _day_words(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
