"""A figure in, what the words beside it say of its kind out: its area, its time, one of several."""

import re
from functools import cache

from twosource.base.records import Account, Figure
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain
from twosource.reconcile.measures import SEIZED

BEFORE, AFTER = 60, 90  # characters either side of a count in which its reach is told
BACK = ("the ", "these ", "those ")
BESIDE = 25  # characters in which "another" or "others" stands beside a count
ENDS = re.compile(r"[.!?;\n]")


def find_reach(figure: Figure, account: Account) -> tuple[str, str]:
    """The area and the time that the words beside the figure tell, each "" where none is told."""
    text, span = account.report.text, figure.span
    start = max(0, span.start - BEFORE)
    lead = ENDS.split(text[start : span.start])[-1]
    tail = ENDS.split(text[span.end : span.end + AFTER])[0]
    words = " ".join(f"{lead} {span.quote(text)} {tail}".lower().split())
    held = figure.measure in SEIZED and bool(set(words.split()) & _words("held"))
    period = "still" if held else _told("period", words) or _spell(words)
    return _told("wide", words), period


def is_further(figure: Figure, account: Account) -> bool:
    """Whether it is told as more than what was counted before: "two others", "another six"."""
    text, span = account.report.text, figure.span
    told = _words("further")
    lead = re.findall(r"[\w’']+", text[max(0, span.start - BESIDE) : span.start].lower())[-2:]
    inside = re.findall(r"[\w’']+", span.quote(text).lower())
    tail = re.findall(r"[\w’']+", text[span.end : span.end + BESIDE].lower())[:1]
    return any(word in told for word in (*lead, *inside, *tail)) and "than" not in inside


def is_single(figure: Figure, account: Account) -> bool:
    """Whether it is one person told without a number, or one of several: "a pilot"."""
    words = figure.span.quote(account.report.text).lower()
    return figure.value == 1 and (figure.number is None or words.startswith("one of"))


def is_of_a_calling(figure: Figure, account: Account) -> bool:
    """Whether it counts people of one calling or kind: "six teachers"."""
    words = re.findall(r"[\w’'-]+", figure.span.quote(account.report.text).lower())
    return bool(_words("callings").intersection(words))


def words_of(figure: Figure, account: Account) -> frozenset[str]:
    """The words that tell whom it counts, lower-cased, without articles."""
    return frozenset(plain(figure.span.quote(account.report.text)).split())


def is_leading(figure: Figure, account: Account) -> bool:
    """Whether it is the toll that the report comes to."""
    tolls = {total.measure: total.best for total in account.totals}
    return figure.value is not None and figure.value == tolls.get(figure.measure)


def is_of_the_dead(figure: Figure, account: Account) -> bool:
    """Whether it counts as injured those who died: "five shot, one of them fatally" are four.

    The report's own toll tells: it has fewer injured, or none, and has dead.
    """
    if figure.measure != "injured" or figure.scope != "current" or not figure.value:
        return False
    tolls = {total.measure: total.best for total in account.totals}
    if not tolls.get("killed"):
        return False
    return figure.value > (tolls.get("injured") or 0)


def points_back(figure: Figure, account: Account) -> bool:
    """Whether it counts nobody and speaks of those told before: "the detained men"."""
    words = figure.span.quote(account.report.text).lower()
    return figure.number is None and figure.value is None and words.startswith(BACK)


def _words(table: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "spans")[table])


def _told(table: str, words: str) -> str:
    match = _pattern(table).search(words)
    return match.group(0) if match is not None else ""


def _spell(words: str) -> str:
    """The time that counts by its tense: "31 have been killed in Ostrel this week"."""
    for pattern in _spells():
        match = pattern.search(words)
        if match is not None:
            return match[1]
    return ""


@cache
def _spells() -> tuple[re.Pattern[str], ...]:
    told: list[str] = load_words("twosource.reconcile", "spans")["spells"]
    return tuple(re.compile(each) for each in told)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """A word of the list with the word or two behind it: "since" and what."""
    told: list[str] = load_words("twosource.reconcile", "spans")[table]
    ordered = sorted(told, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b(?: [\w-]+){{0,2}}")
