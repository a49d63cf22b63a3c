"""The text of a report in, the countries that its own words tell of, though unnamed, out."""

import re
from collections import Counter
from functools import cache

from twosource.base.vocabulary import load_words

MOST = 3  # different words of one country that count


def find_witnesses(text: str) -> Counter[str]:
    """How many different words of each country's offices, units of land and groups are told."""
    table = _countries()
    found = {match[0].lower() for match in _pattern().finditer(text)}
    counts = Counter(table[word] for word in sorted(found))
    return Counter({country: min(count, MOST) for country, count in counts.items()})


@cache
def _countries() -> dict[str, str]:
    """Each word and its country."""
    words = load_words("twosource.ground", "witnesses")["words"]
    return {word: country for country, listed in words.items() for word in listed}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_countries(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
