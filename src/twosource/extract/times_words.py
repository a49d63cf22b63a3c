"""The words of one group of a rule in, what they say out: "Sept." is 09, "7:15 p.m." T19:15."""

import re
from collections.abc import Callable
from datetime import date

from twosource.base.numbers import parse_number, parse_ordinal
from twosource.extract.times_rules import VOCABULARIES, WORDS

NEAR = {"today": "day+0", "yesterday": "day-1", "tomorrow": "day+1"}
QUARTERS = {"first": "Q1", "second": "Q2", "third": "Q3", "fourth": "Q4", "final": "Q4"}
HALVES = {"first": "H1", "second": "H2", "latter": "H2", "last": "H2"}
SIDES = {"before": "-1", "earlier": "-1", "prior": "-1", "previous": "-1"}
LONG_UNITS = {"decade": ("Y", 10), "century": ("Y", 100), "millennium": ("Y", 1000),
              "fortnight": ("W", 2), "quarter": ("Q", 1), "weekend": ("D", 2)}  # fmt: skip
LETTERS = {"second": "S", "minute": "M", "hour": "H"}
SPOKEN = re.compile(r"(?:a )?(?P<part>[\w-]+)(?: minutes)? (?P<side>past|to|after) (?P<hour>\w+)")
PARTS = {"quarter": 15, "half": 30}
CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d\d))?(?::\d\d)? *([ap])?", re.IGNORECASE)
SIMPLE = {
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "half an": 0.5,
    "a couple": 2,
    "a couple of": 2,
    "couple of": 2,
}
YOUNGEST = 30  # '29 is 2029, '30 is 1930


def read_group(stem: str, words: str) -> str:
    """What the words of one group say: a vocabulary's entry, or what its reader makes of them."""
    lower = words.lower()
    if stem in VOCABULARIES:
        return str(WORDS[stem][lower])
    reader = READERS.get(stem)
    return reader(lower) if reader else lower


def read_year(words: str) -> str:
    """A year as TIMEX3 writes it.

    >>> read_year("480 bc"), read_year("nineteen ninety-six"), read_year("'96")
    ('BC0480', '1996', '1996')
    """
    words = words.replace("the year ", "")
    digits = re.sub(r"\D", "", words)
    if not digits:
        return _spoken_year(words)
    if re.search(r"b\.?c", words):
        return f"BC{int(digits):04}"
    if len(digits) == 2 and "ad" not in words:  # noqa: PLR2004 - a short year
        return f"{20 if int(digits) < YOUNGEST else 19}{digits}"
    return f"{int(digits):04}"


def _spoken_year(words: str) -> str:
    head, _, rest = words.partition(" ")
    if head == "two":
        return str(2000 + int(parse_number(rest.removeprefix("thousand").strip(" and")) or 0))
    tail = rest.replace("hundred", "").strip()
    return str(int(parse_number(head) or 0) * 100 + int(parse_number(tail) or 0))


def read_clock(words: str) -> str:
    """A time of day as TIMEX3 writes it.

    >>> read_clock("7:15 p.m."), read_clock("0735"), read_clock("a quarter to six")
    ('T19:15', 'T07:35', 'T05:45')
    """
    words = words.strip()
    if spoken := SPOKEN.fullmatch(words):
        return _spoken_clock(spoken)
    if words[0].isalpha():
        return f"T{int(parse_number(words.split()[0]) or 0):02}:00"
    compact = re.match(r"(\d\d)(\d\d)", words)
    match = compact or CLOCK.match(words)
    if match is None:
        return ""
    hour, minute = int(match[1]), match[2] or "00"
    half = None if compact else match[3]
    if half == "p" and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    if half == "a" and hour == 12:  # noqa: PLR2004 - midnight
        hour = 0
    return f"T{hour:02}:{minute}"


def _spoken_clock(match: re.Match[str]) -> str:
    """Half past three is T03:30, a quarter to six T05:45."""
    part, hour = match["part"], int(parse_number(match["hour"]) or 0)
    minutes = PARTS.get(part) or int(parse_number(part) or 0)
    if match["side"] == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return f"T{hour:02}:{minutes:02}"


def read_amount(words: str) -> float | None:
    """How many units; None for a number that cannot be read."""
    words = words.lower().strip()
    words = re.split(r" or | to |(?<=\d)-(?=\d)", words)[0]
    if words in SIMPLE:
        return SIMPLE[words]
    if mixed := re.fullmatch(r"(\d+)[ -](\d)/(\d)", words):
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3])
    if words.endswith(" and a half"):
        whole = parse_number(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    return parse_number(words)


def write_duration(amount: float | None, unit: str) -> str:
    """A length of time as TIMEX3 writes it.

    >>> write_duration(2.5, "year"), write_duration(1, "century"), write_duration(16, "hour")
    ('P2Y6M', 'P100Y', 'PT16H')
    """
    letter, times = LONG_UNITS.get(unit, (letter_of(unit), 1))
    if amount is None:
        return write_length("X", letter, unit)
    total = amount * times
    if total == int(total):
        return write_length(str(int(total)), letter, unit)
    smaller = {"Y": ("M", 12), "W": ("D", 7), "H": ("M", 60), "M": ("D", 30), "D": ("H", 24)}
    if letter == "M" and unit == "minute":
        smaller = {"M": ("S", 60)}
    below, count = smaller.get(letter, ("", 0))
    rest = str(round((total - int(total)) * count)) + below
    whole = f"{int(total)}{letter}" if int(total) else ""
    mark = "PT" if unit in LETTERS else "P" if letter != "D" else f"P{whole}T"
    return f"{mark}{'' if letter == 'D' else whole}{rest}"


def write_length(count: str, letter: str, unit: str) -> str:
    """A length as TIMEX3 writes it: P6W, PT2H."""
    return f"P{'T' if unit in LETTERS else ''}{count}{letter}"


def letter_of(unit: str) -> str:
    """The letter of a unit in a length: Y, M, W, D, H, M, S."""
    return LETTERS.get(unit) or unit[0].upper()


def read_slashes(words: str) -> str:
    """A date in figures; only the year where day and month may be either.

    >>> read_slashes("20/9/2023"), read_slashes("4/5/2023"), read_slashes("31/2/2023")
    ('2023-09-20', '2023', '2023')
    """
    first, second, year = re.split(r"[/.]", words)
    year = read_year(year)
    left, right = int(first), int(second)
    pairs = {(left, right), (right, left)} if "/" in words else {(left, right)}
    possible = sorted({(month, day) for day, month in pairs if _exists(year, month, day)})
    if len(possible) != 1:
        return year
    return f"{year}-{possible[0][0]:02}-{possible[0][1]:02}"


def _exists(year: str, month: int, day: int) -> bool:
    try:
        date(int(year), month, day)
    except ValueError:
        return False
    return True


def _day(words: str) -> str:
    return f"{int(re.sub(r'[^0-9]', '', words)):02}"


def _age(words: str) -> str:
    rank = parse_ordinal(words.replace(" ", "-")) or int(WORDS["ordinal"].get(words, "1"))
    return f"{rank - 1:02}"


def _tenner(words: str) -> str:
    tens = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
    return f"19{tens.index(words) + 2 if words in tens else 9}"


def _decade(words: str) -> str:
    return words if len(words) == 3 else f"19{words}"  # noqa: PLR2004 - 198, not '8


def _units(words: str) -> str:
    return str(WORDS["unit"][words if words == "millennia" else words.removesuffix("s")])


READERS: dict[str, Callable[[str], str]] = {
    "anyyear": read_year, "year": read_year, "short": read_year, "bc": read_year, "ad": read_year,
    "spoken": read_year, "clock": read_clock, "bare": read_clock,
    "day": _day, "age": _age, "tenner": _tenner, "decade": _decade, "units": _units,
    "slashes": read_slashes, "iso": str.upper, "code": str.upper, "near": NEAR.__getitem__,
    "quarter": QUARTERS.__getitem__, "halfyear": HALVES.__getitem__,
    "count": lambda words: str(parse_ordinal(words) or int(re.sub(r"\D", "", words) or 1)),
    "side": lambda words: SIDES.get(words, "+1"), "head": lambda words: f"{int(words):04}",
}  # fmt: skip
