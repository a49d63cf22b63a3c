"""A title that came beside a report in, the toll that it tells out: "5 dead, 2 hurt in Karsk".

Only for a report whose own words tell of nobody killed or hurt: many pages hold no article.
"""

import re

from twosource.base.numbers import parse_number
from twosource.base.records import Total
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")["titles_beside"]
_BETWEEN = r"(?:[\w'-]+ ){0,3}?(?:are |were |is |was )?"


def _rule(words: list[str]) -> re.Pattern[str]:
    harms = "|".join(re.escape(word) for word in words)
    numbers = "|".join(re.escape(word) for word in _WORDS["numbers"])
    ones = "|".join(re.escape(word) for word in _WORDS["ones"])
    return re.compile(
        rf"\b(?:(?P<number>\d{{1,4}}|{numbers})(?!-| \w*-?old)\b {_BETWEEN}|"
        rf"\b(?P<one>(?:{ones})\b|\d+-year-old)[\w ',-]{{0,30}}? )(?:{harms})\b"
    )


_RULES = {"killed": _rule(_WORDS["killed"]), "injured": _rule(_WORDS["injured"])}


def totals_of_title(title: str | None) -> list[Total]:
    """The totals that a headline gives; [] for one without any.

    >>> totals_of_title("Two dead, 3 wounded in Karsk")[0].best
    2
    """
    found: list[Total] = []
    for measure, rule in _RULES.items():
        match = rule.search((title or "").lower())
        if match is None:
            continue
        value = parse_number(match["number"]) if match["number"] else 1
        if value is not None:
            found.append(Total(measure, value, value, value))
    return found
