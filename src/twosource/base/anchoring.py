"""The forms of a text's time expressions in, their values out: anchored, or left open.

A form that needs an anchor takes the publication day. In a narrative (a history that names its
years) it takes the last date named in the text. With nothing to count from it stays open:
`XXXX-WXX-3`. No date is ever guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.forms import is_open, resolve, to_point
from twosource.base.records import Anchor

_NAMES_YEAR = re.compile(r"(?:BC)?\d{4}(?:-.*)?")
_OF_TODAY = re.compile(r"day[+-]\d.*|XXXX-WXX-[1-7].*|week[+-].*|year[+-]\d.*|month[+-].*")
_BY_YEAR = re.compile(r"@?year[+-]\d+")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
LEAST_YEARS = 4  # dates that name their year, before a text counts as a history


@dataclass(frozen=True, slots=True)
class Anchored:
    """The value of a form, and what it was counted from."""

    value: str
    anchor: Anchor


def anchor_forms(forms: Sequence[str], published: str | None) -> list[Anchored]:
    """One value for each form, in the order of the text."""
    history = is_history(forms, published)
    last: str | None = None
    found: list[Anchored] = []
    for form in forms:
        anchored = _anchor(form, last, None if history else published, history=history)
        if anchored.anchor != "none" and to_point(anchored.value):
            last = anchored.value
        found.append(anchored)
    return found


def is_history(forms: Sequence[str], published: str | None) -> bool:
    """Whether a text tells of years long past: most dates name a year, few speak of today."""
    years = [form for form in forms if _NAMES_YEAR.fullmatch(form)]
    if len(years) < LEAST_YEARS:
        return False
    today = sum(bool(_OF_TODAY.fullmatch(form)) for form in forms)
    if len(years) <= 2 * today:
        return False
    point = to_point(published)
    if point is None:
        return True
    old = sum((to_point(form) or point).year < point.year - 1 for form in years)
    return 2 * old > len(years)


def _anchor(form: str, last: str | None, published: str | None, *, history: bool) -> Anchored:
    if not is_open(form):
        return Anchored(form, "explicit" if _NAMES_YEAR.fullmatch(form) else "none")
    if _QUARTER.fullmatch(last or "") and _BY_YEAR.fullmatch(form):
        return _same_quarter(form, last or "")
    if last is not None and (history or form.startswith("@")):
        return Anchored(resolve(_in_story(form) if history else form, last), "text")
    if published is not None:
        return Anchored(resolve(form, published), "published")
    return Anchored(resolve(form, None), "none")


def _in_story(form: str) -> str:
    """In a history the direction of a tense says nothing: the year told of goes on."""
    return re.sub(r"(?<=[^<>])[<>~]$", "=", form)


def _same_quarter(form: str, last: str) -> Anchored:
    """A year before a quarter is a quarter: "... in the third quarter, from 9 a year ago"."""
    year = int(last[:4]) + int(re.sub(r"@?year", "", form))
    return Anchored(f"{year}{last[4:]}", "text")
