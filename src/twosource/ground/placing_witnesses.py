"""The text of a report in, the countries that its own words tell of, though unnamed, out."""

import re
from collections import Counter
from functools import cache

from twosource.base.vocabulary import load_words

WORD = re.compile(r"\w+")
MOST = 3  # different words of one country that count


def find_witnesses(text: str) -> Counter[str]:
    """How many different words of each country's offices, units of land and groups are told."""
    table, low = _countries(), text.lower()
    found = {
        term
        for word in set(WORD.findall(low))
        for term in _by_first_word().get(word, ())
        if term == word or _pattern(term).search(low)
    }
    counts = Counter(table[word] for word in sorted(found))
    return Counter({country: min(count, MOST) for country, count in counts.items()})


@cache
def _countries() -> dict[str, str]:
    """Each word and its country."""
    words = load_words("twosource.ground", "witnesses")["words"]
    return {word: country for country, listed in words.items() for word in listed}


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The words by their first, so that few are sought in a text."""
    found: dict[str, list[str]] = {}
    for term in sorted(_countries()):
        found.setdefault(WORD.findall(term)[0], []).append(term)
    return found


@cache
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)")
