"""A body in, the days that it names out: when it was written, and of which days it tells.

This is a quick look at the words, before any report is parsed: full dates in figures in whatever
language, months in English and weekdays in several languages by `words/calendar.toml`. A weekday is
the last one before the report was written; a date without its year is the nearest one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from twosource.base.vocabulary import load_words

STAMP = 260  # characters at the head of a body where the day of writing stands, if at all
OPENING = 700  # characters that tell the happening itself; the rest tells what led to it
SEEN = 6_000  # characters that are looked at
BEFORE_OLD, AFTER_OLD = 16, 40  # characters around a date in which a word tells of an old picture
YEAR = 366  # days within which a date at the head is the day of writing, not of a history
BESIDE = 16  # characters between a weekday and the date that it belongs to
WEEK = 7
REACH = 80  # characters before a weekday in which a word tells that it is still to come
LEAD = 400  # characters in which the first weekday is that of the happening itself


@dataclass(frozen=True, slots=True)
class Days:
    """Proleptic ordinals of days. `written` None: nothing tells when."""

    written: int | None
    opening: frozenset[int]  # that the opening tells of
    all: frozenset[int]  # that the whole text tells of
    first: int | None = None  # the one that the opening names first
    weekday: int | None = None  # the one that the lead names first, Monday is 0
    weekdays: frozenset[int] = frozenset()  # all that the text names


def find_days(body: str, published: str | None, language: str | None = None) -> Days:
    """The days of a body; `published` is the day of publication (ISO) as far as it is known.

    `language` (ISO 639-1) tells whose weekdays are looked for; None: English ones.
    """
    text = body[:SEEN]
    named = list(_weekdays(text, language))
    dates = list(_full_dates(text))
    known = _read_day(published)
    head = _stamp(text, dates)
    written = head if head and (known is None or abs(head - known) <= YEAR) else known
    told = [(start, day) for start, day in dates if day != written]
    if written is not None:
        told += _date_weekdays(text, written, named, [start for start, _ in dates])
        told += _dates_of_year(text, written)
    opening = sorted((start, day) for start, day in told if start < OPENING)
    return Days(
        written,
        frozenset(day for _, day in opening),
        frozenset(day for _, day in told),
        opening[0][1] if opening else None,
        next((weekday for start, weekday in named if start < LEAD), None),
        frozenset(weekday for _, weekday in named),
    )


def _stamp(text: str, dates: Sequence[tuple[int, int]]) -> int | None:
    """The day of writing as the head of a text gives it: no picture's, no history's."""
    for start, day in dates:
        is_old = _patterns().old.search(text, max(start - BEFORE_OLD, 0), start + AFTER_OLD)
        if start < STAMP and not is_old and day + YEAR > max(each for _, each in dates):
            return day
    return None


def _full_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where a date with its year stands, and which day it is."""
    for match in _patterns().full.finditer(text):
        part = match.groupdict()
        year = next(part[name] for name in ("y1", "y2", "y3", "y4") if part[name])
        month = next(part[name] for name in ("m1", "m2", "m3", "m4") if part[name])
        day = next(part[name] for name in ("d1", "d2", "d3", "d4") if part[name])
        ordinal = _ordinal(int(year), _month(month), int(day))
        if ordinal is not None:
            yield match.start(), ordinal


def _weekdays(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Where weekdays stand, and which they are: 0 is Monday."""
    numbers, pattern = _calendar(language)
    for match in pattern.finditer(text):
        yield match.start(), numbers[match[0].lower()]


def _date_weekdays(
    text: str, written: int, named: Sequence[tuple[int, int]], dates: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Weekdays that belong to no date: the last such day, the day of writing included.

    After a word of what is to come it is the next one.
    """
    for start, weekday in named:
        if not any(abs(start - each) < BESIDE for each in dates):
            past = (written - 1 - weekday) % WEEK
            ahead = _patterns().ahead.search(text, max(start - REACH, 0), start)
            yield start, written + (-past % WEEK if ahead else -past)


def _dates_of_year(text: str, written: int) -> Iterator[tuple[int, int]]:
    """Days and months without a year: the nearest such day."""
    year = date.fromordinal(written).year
    for match in _patterns().of_year.finditer(text):
        month, day = _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        near = [_ordinal(each, month, day) for each in (year - 1, year, year + 1)]
        known = [each for each in near if each is not None]
        if known:
            yield match.start(), min(known, key=lambda each: abs(each - written))


@dataclass(frozen=True, slots=True)
class _Patterns:
    full: re.Pattern[str]
    of_year: re.Pattern[str]
    old: re.Pattern[str]  # a word of a picture taken before
    ahead: re.Pattern[str]  # a word of what is to come, no sentence ending after it


@cache
def _patterns() -> _Patterns:
    month = "|".join(sorted(_words()["months"], key=lambda word: (-len(word), word)))
    ahead = "|".join(_words()["ahead"]["words"])
    old = "|".join(_words()["old"]["words"])
    year = r"(?:19|20)\d\d"
    full = (
        rf"\b(?:(?P<d1>\d\d?)(?:st|nd|rd|th)?\s+(?P<m1>{month})\.?,?\s+(?P<y1>{year})"
        rf"|(?P<m2>{month})\.?\s*(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s*(?P<y2>{year})"
        rf"|(?P<d3>\d\d?)[-.](?P<m3>\d\d?)[-.](?P<y3>{year})"
        rf"|(?P<y4>{year})[-/](?P<m4>\d\d?)[-/](?P<d4>\d\d?)(?!\d))"
    )
    of_year = (
        rf"\b(?:(?P<m1>{month})\.?\s+(?P<d1>\d\d?)|(?P<d2>\d\d?)\s+(?P<m2>{month}))\b"
        rf"(?!(?:st|nd|rd|th)?\.?,?\s*{year})"
    )
    return _Patterns(
        re.compile(full, re.IGNORECASE),
        re.compile(of_year, re.IGNORECASE),
        re.compile(rf"\b(?:{old})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{ahead})\b[^.!?\n]*$", re.IGNORECASE),
    )


@cache
def _calendar(language: str | None) -> tuple[dict[str, int], re.Pattern[str]]:
    """The weekdays of a language with their numbers; the English ones where it has no table."""
    table = _words()["weekdays"]
    days = table.get(language or "en", table["en"])
    numbers = {word: number for number, words in enumerate(days) for word in words.split("|")}
    return numbers, re.compile(rf"\b(?:{'|'.join(sorted(numbers))})\b", re.IGNORECASE)


@cache
def _words() -> dict[str, dict[str, Any]]:
    return load_words("twosource.cluster", "calendar")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _words()["months"][word.lower()]


def _ordinal(year: int, month: int, day: int) -> int | None:
    """The ordinal of a day; None when the calendar has no such day."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _read_day(published: str | None) -> int | None:
    """The ordinal of an ISO date or time; None when it is no full day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
