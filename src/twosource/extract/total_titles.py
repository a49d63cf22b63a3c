"""A title that came beside a report in, the toll that it tells out: "5 dead, 2 hurt in Karsk".

Only for a report whose own words tell of nobody killed or hurt: many pages hold no article.
"""

import re
from collections.abc import Iterable
from functools import cache

from twosource.base.numbers import ORDINALS, parse_number, parse_ordinal
from twosource.base.records import Total
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")["titles_beside"]
_MANY: dict[str, int] = load_words("twosource.extract", "figures")["multiples"]
_BETWEEN = r"(?:[\w'-]+ ){0,3}?(?:are |were |is |was )?"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _rule(measure: str) -> re.Pattern[str]:
    """One pattern for "5 dead", "boy, 15, dies", "kills 2", "death of a teen", "teen's murder"."""
    harms, verbs = _any(_WORDS[measure]), _any(_WORDS["verbs"][measure])
    deeds = _any(_WORDS["deeds"][measure])
    return re.compile(
        rf"\b(?P<number>{_NUMBER})(?!-| \w*-?old)\b {_BETWEEN}(?:{harms})\b|"
        rf"\b(?P<one>(?:{_ONES})\b|\d+[ -]year[ -]old)[\w ',-]{{0,30}}? (?:{harms})\b|"
        rf"\b(?:{verbs}) (?:at least )?(?P<object>{_NUMBER})\b(?!-| \w*-?old)|"
        rf"\b(?:{verbs}) (?P<owned>(?:(?:his|her|a|an|the|own|[\w-]*old) )*(?:{_ONES}))\b|"
        rf"\b(?<!non-)(?:{deeds}) of (?P<of>(?:{_NUMBER})(?!-| \w*-?old)|"
        rf"(?:[\w-]+ ){{0,3}}?(?:{_ONES}|\d+-year-old))\b|"
        rf"\b(?:(?:{_ONES})|old)['’]s (?:\w+ )?(?P<deed>{deeds})\b(?! of)"
    )


_NUMBER = rf"\d{{1,4}}|{_any(_WORDS['numbers'])}"
_ONES = _any(_WORDS["ones"])
_KINDS = ("killed", "injured")
_SHOT = re.compile(  # "four shot, one fatally", "a teen shot in the leg": hurt unless told dead
    rf"(?:(?P<number>{_NUMBER})(?!-| \w*-?old) {_BETWEEN}|\b(?:{_ONES}|old)\b[\w ',-]{{0,30}}? )"
    rf"(?:{_any(_WORDS['shot'])})\b(?!,? (?:and |& )?(?:dead|to death|killed|at\b|dies|died|down))"
)
_MULTIPLES = re.compile(
    rf"\b({_any(_MANY)}) (?:{_any(_WORDS['deeds']['killed'])})\b(?P<own>[-/ ]suicide)?"
)
_DEADLY = re.compile(rf"\b(?<!attempted )(?<!non-)(?:{'|'.join(_WORDS['deadly'])})")
_LATER = re.compile(  # "5th person dies": four had died before
    rf"\b(\d+(?:st|nd|rd|th)|{_any(list(ORDINALS)[1:10])}) (?:{_ONES}) "
    r"(?:has )?(?:dies|died|dead)\b"
)


def totals_of_title(title: str | None, dead: float = 0) -> list[Total]:
    """The totals that a headline gives; [] for one without any.

    `dead` is how many the text tells killed: of those shot, the others are hurt.

    >>> totals_of_title("Two dead, 3 wounded in Karsk")[0].best
    2
    >>> [each.best for each in totals_of_title("Four shot, one fatally, in Karsk")]
    [1, 3]
    """
    if not title:
        return []
    text = title.lower()
    told = {measure: _count(_rule(measure).search(text)) for measure in _KINDS}
    many, later = _MULTIPLES.search(text), _LATER.search(text)
    if told["killed"] is None and many is not None:
        told["killed"] = _MANY[many[1]] + (many["own"] is not None)
    if later is not None:
        told["killed"] = max(told["killed"] or 0, parse_ordinal(later[1]) or 0)
    shot = _SHOT.search(text)
    if shot is not None and told["injured"] is None:
        whole = parse_number(shot["number"]) if shot["number"] else 1
        told["injured"] = max((whole or 0) - (told["killed"] or dead), 0) or None
    found = [Total(name, value, value, value) for name, value in told.items() if value is not None]
    if told["killed"] is None and _DEADLY.search(text):
        return [Total("killed", 1, None, None), *found]
    return found


def _count(match: re.Match[str] | None) -> float | None:
    if match is None:
        return None
    told = match["number"] or match["object"] or match["of"]
    return (parse_number(told) if told else None) or 1
