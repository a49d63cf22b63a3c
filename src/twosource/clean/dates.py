"""Words in, a stated date out: EDTF to the minute. Only dates with day, month and year count."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.base.records import Span
from twosource.base.vocabulary import load_words

WORDS = load_words("twosource.clean", "dates")
MONTHS: dict[str, int] = WORDS["months"]
MONTH = r"(?P<month>[^\W\d_]{3,10})\b\.?"  # any word: the table tells whether it is a month
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?", r"(?P<year>(?:19|20)\d\d)\b"
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    rf"|{'|'.join(WORDS['weekdays']['words'])})\b[.,]?\s*"
)
HALF = r"[ap]\.?\s?m\b"
CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?=[:.h]\d\d|\s*{HALF})(?:[:.h](?P<minute>\d\d))?(?::\d\d)?"
    rf"\s*(?P<half>{HALF}\.?)?(?:\s*(?:uhr|h|hs|horas)\b\.?)?"
)
WIRE = r"(?P<wire>\d{4})(?=\s*(?:gmt|utc|ist|local))"
ZONE = r"(?:\s*(?:\(?(?:gmt|utc|cet|cest|est|edt|et|pst|pdt|ist|bst|msk|eet|eest|trt)\)?))?"
DATES = (  # each with a mark that it needs
    ("-", rf"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-{DAY}(?!\d)"),
    ("", rf"(?:{WEEKDAY})?{MONTH}\s+{DAY},?\s+{YEAR}"),
    ("", rf"(?:{WEEKDAY})?{DAY}(?:\s+(?:of|de))?[\s-]+{MONTH}(?:\s+del?)?,?[\s-]+{YEAR}"),
    ("/", r"(?P<year>(?:19|20)\d\d)/(?P<number>\d\d)/(?P<day>\d\d)(?!\d)"),
    (".", r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b"),
    ("/", r"(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d{1,2})/(?P<year>(?:19|20)\d\d)\b"),
    ("/", r"(?P<number>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b"),
)
AT = r"(?:[,|•·–—-]|at|@|à|às|a las|um|alle)"
AFTER = rf"(?:(?:\s*{AT}\s*|T|\s+)(?:{WIRE}|{CLOCK}){ZONE}(?!\s?[\d/]))?"
BEFORE = rf"(?:{CLOCK}{ZONE}\s*(?:[,|•·–—-]|on)?\s*)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
IN_NUMBERS = r"(?P<day>0?[1-9]|1[0-2])/(?P<number>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b"
DAY_FIRST = rf"(?<![\w/-]){IN_NUMBERS}{AFTER}"  # 4/3/2031
LATER = tuple((mark, rf"(?<![\w/-]){day}{AFTER}") for mark, day in DATES)
HOUR = re.compile(rf"(?:at\s+)?(?:{WIRE}|{CLOCK}){ZONE}", re.IGNORECASE)
EARLIER = tuple((mark, rf"(?<![\w/-]){BEFORE}{day}") for mark, day in DATES[:3])


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as written and its value, such as 2023-09-21T02:49 or 2023-09-21."""

    value: str
    span: Span


def find_date(words: str, *, day_first: bool = False) -> Stated | None:
    """The first full date in the words, with its time of day; None when there is none.

    4/3/2031 may be of March or of April: it is read only when `day_first` says that it is of March.

    >>> find_date("Updated: May 3, 2021 2:05 p.m.").value
    '2021-05-03T14:05'
    >>> find_date("May 3") is None
    True
    """
    if not _YEAR.search(words):
        return None
    forms = LATER + EARLIER + ((("/", DAY_FIRST),) if day_first else ())
    patterns = [_compile(form) for mark, form in forms if mark in words]
    found = [match for pattern in patterns if (match := _search(pattern, words))]
    best: Stated | None = None
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        value = _value(match)
        if value is not None and (best is None or _is_longer(match, value, best)):
            best = Stated(value, Span(match.start(), match.end()))
    return best


def parse_date(words: str) -> str | None:
    """The value of words that are a date and nothing else; None when they are not.

    Seconds and the offset from UTC are left out: the hour is that of the words.

    >>> parse_date("2023-09-21T02:49:10Z")
    '2023-09-21T02:49'
    >>> parse_date("2021")
    '2021'
    """
    words = words.strip()
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", words):
        return words
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", words)
    if compact:
        words = "-".join(compact.groups())
    stated = find_date(words)
    if stated is None or stated.span.start > 0:
        return None
    rest = words[stated.span.end :]
    return stated.value if re.fullmatch(r"[\s\d:.,Z+A-Za-z()-]{0,16}", rest) else None


def is_in_numbers(words: str) -> bool:
    """Whether a date that may be read day first or month first stands in the words.

    >>> is_in_numbers("Posted 4/3/2031"), is_in_numbers("Posted 14/3/2031")
    (True, False)
    """
    return "/" in words and _compile(DAY_FIRST).search(words) is not None


@cache
def _compile(form: str) -> re.Pattern[str]:
    """The pattern of a form of dates, compiled when a line first needs it."""
    return re.compile(form, re.IGNORECASE)


def _search(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The first match whose month, if it has one, is a month."""
    matches = pattern.finditer(words)
    return next((each for each in matches if _month(each.groupdict()) is not None), None)


def _month(parts: dict[str, str | None]) -> int | None:
    name = parts.get("month")
    return MONTHS.get(name.lower()) if name else int(parts.get("number") or 0)


def _is_longer(match: re.Match[str], value: str, best: Stated) -> bool:
    return match.start() <= best.span.end and len(value) > len(best.value)


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month, day = _month(parts) or 0, int(parts["day"])
    try:
        return f"{date(int(parts['year']), month, day).isoformat()}{_clock(parts)}"
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> str:
    """The time of day as T02:49, empty when none is told or it is no time."""
    if parts.get("wire"):
        hour, minute = int((parts["wire"] or "")[:2]), int((parts["wire"] or "")[2:])
    elif parts.get("hour") and (parts.get("minute") or parts.get("half")):
        hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
        half = (parts.get("half") or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
    else:
        return ""
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004
