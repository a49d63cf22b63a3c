"""Words in, a stated date out: EDTF to the minute. Only dates with day, month and year count."""

import re
from dataclasses import dataclass
from datetime import date

from twosource.base.records import Span
from twosource.base.vocabulary import load_words

WORDS = load_words("twosource.clean", "dates")
MONTHS: dict[str, int] = WORDS["months"]
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)\b"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b[.,]?\s*"
HALF = r"[ap]\.?\s?m\b"
CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?=[:.]\d\d|\s*{HALF})(?:[:.](?P<minute>\d\d))?(?::\d\d)?"
    rf"\s*(?P<half>{HALF}\.?)?"
)
WIRE = r"(?P<wire>\d{4})(?=\s*(?:gmt|utc|ist|local))"
ZONE = r"(?:\s*(?:\(?(?:gmt|utc|cet|cest|est|edt|et|pst|pdt|ist|bst|msk|eet|eest|trt)\)?))?"
DATES = (
    rf"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-{DAY}(?!\d)",
    rf"(?:{WEEKDAY})?{MONTH}\s+{DAY},?\s+{YEAR}",
    rf"(?:{WEEKDAY})?{DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR}",
    r"(?P<year>(?:19|20)\d\d)/(?P<number>\d\d)/(?P<day>\d\d)(?!\d)",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b",
    r"(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
    r"(?P<number>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
)
AFTER = rf"(?:(?:\s*(?:[,|•·–—-]|at|@)\s*|T|\s+)(?:{WIRE}|{CLOCK}){ZONE}(?!\s?[\d/]))?"
BEFORE = rf"(?:{CLOCK}{ZONE}\s*(?:[,|•·–—-]|on)?\s*)?"
LATER = tuple(re.compile(rf"(?<![\w/-]){day}{AFTER}", re.IGNORECASE) for day in DATES)
EARLIER = tuple(re.compile(rf"(?<![\w/-]){BEFORE}{day}", re.IGNORECASE) for day in DATES[:3])


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as written and its value, such as 2023-09-21T02:49 or 2023-09-21."""

    value: str
    span: Span


def find_date(words: str) -> Stated | None:
    """The first full date in the words, with its time of day; None when there is none.

    >>> find_date("Updated: May 3, 2021 2:05 p.m.").value
    '2021-05-03T14:05'
    >>> find_date("May 3") is None
    True
    """
    found = [match for pattern in LATER + EARLIER for match in [pattern.search(words)] if match]
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


def _is_longer(match: re.Match[str], value: str, best: Stated) -> bool:
    return match.start() <= best.span.end and len(value) > len(best.value)


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    name = parts.get("month")
    month = MONTHS[name.lower()] if name else int(parts["number"])
    day = int(parts["day"])
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
