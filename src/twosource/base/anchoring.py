"""The forms of a text's time expressions in, their values out: anchored, or left open.

A form that needs an anchor takes the publication day. In a narrative (a history that names its
years) it takes the last date of the story's line. With nothing to count from it stays open:
`XXXX-WXX-3`. No date is ever guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.base.forms import Point, is_open, resolve, to_point
from twosource.base.hours import day_of_hour, day_unnamed, is_hour, is_own_day
from twosource.base.records import Anchor

_NAMES_YEAR = re.compile(r"(?:BC)?\d{4}(?:-.*)?")
_OF_TODAY = re.compile(r"day[+-]\d.*|XXXX-WXX-[1-7].*|week[+-].*|year[+-]\d.*|month[+-].*")
_OF_THIS_WEEK = re.compile(r"day[+-]\d.*|XXXX-WXX-.*|week[+-].*|weekend.*|hour.*|minute.*")
_OF_DAY = re.compile(r"@(?:(?:day|hour|minute)[+-]|XXXX-WXX-).*")
_OF_YEAR = re.compile(r"&(\d{4})")  # "the 1988 period": the quarter last named, of that year
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_SPAN = re.compile(r"P[69]M")  # "in the nine months, against a loss a year earlier"
_QUARTER_ENDED = re.compile(r"@XXXX-Q[1-4]<")  # "the quarter ended Sept. 30"
_AFTER_TOLD = re.compile(r"@(?:day\+[1-9]|XXXX-WXX-.*>>)")  # "the next day": of which day?
_ASIDE = re.compile(r"@\w+-\d|(?!@).*>>$")  # "two years earlier", "next summer"
_MONTH_TOLD = re.compile(r"(?:XXXX|\d{4})-\d\d\b.*")
_SEASON = re.compile(r"(?:BC)?\d{4}-(?:SP|SU|FA|WI)")
_CLOSED = re.compile(r"[<>~]$")
_FISCAL = re.compile(r"(?:the |its |a )?(?:fiscal|financial)\b", re.IGNORECASE)
_MONTH_NAMED = re.compile(r"XXXX-(?P<month>\d\d)(?P<rest>[^<>=~]*)(?:<<|>>|[<>=~])")
_LEAD = re.compile(r"(?:^|[.!?:;)\n][\"'”’)\]]*\s+|\n)(?:\w+\s+){0,3}$")
LEAST_YEARS = 4  # dates that name their year, before a text counts as a history
GOES_ON = 4  # months within which a month named after another one lies in the next year


@dataclass(frozen=True, slots=True)
class Told:
    """A form as it stands in a text; `leads` when it opens its sentence: "In 1942, ...".

    `fiscal` when its words count by somebody's own year: "the fiscal first quarter".
    """

    form: str
    leads: bool = False
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Anchored:
    """The value of a form, and what it was counted from."""

    value: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Line:
    """The dates that a text has named so far: what the next expression may count from."""

    last: str | None = None  # the last date
    month: str | None = None  # the last date that names its month, unless a year has led since
    day: str | None = None  # the last date that names its day
    named: str | None = None  # the last date told by its month's name: "3 June", not "Monday"
    quarter: str | None = None  # the last quarter, while no other date follows
    fiscal: bool = False  # whether that quarter was told to be a fiscal one
    aside: str | None = None  # a date of another year told in passing, while no other follows


def tell(form: str, text: str, start: int) -> Told:
    """A form with its place in the sentence."""
    leads = bool(_LEAD.search(text[max(0, start - 40) : start]))
    return Told(form, leads, bool(_FISCAL.match(text[start : start + 20])))


def anchor_forms(told: Sequence[Told], published: str | None) -> list[Anchored]:
    """One value for each form, in the order of the text."""
    history = is_history([each.form for each in told], published)
    line = Line()
    found: list[Anchored] = []
    passing = _in_passing(told) if history else frozenset()
    own = None if history else _own_day(told, published)
    for number, each in enumerate(told):
        form = each.form
        anchored = _in_history(form, line) if history else _in_news(form, line, published, own)
        drawn = _draw_on(line, each, anchored)
        line = replace(line, aside=drawn.last) if number in passing else drawn
        found.append(anchored)
    return found


def _own_day(told: Sequence[Told], published: str | None) -> str | None:
    """The first day of the report's own news that it names: for an hour told before any day."""
    if published is None or not any(is_hour(each.form) for each in told):
        return None
    days = ((each.form, resolve(each.form, published)) for each in told)
    return next((day[:10] for form, day in days if is_own_day(form, day, published)), None)


def _in_passing(told: Sequence[Told]) -> frozenset[int]:
    """Places of the dates of a history that do not turn its line.

    Such are "two years earlier" and a date whose year stands alone between two of one other year
    (of 2003, in 2008, then of 2003 again), unless that year alone opens a sentence or a section.
    """
    aside = {place for place, each in enumerate(told) if _ASIDE.match(each.form)}
    years = [
        (place, each, point.year)
        for place, each in enumerate(told)
        if _NAMES_YEAR.fullmatch(each.form) and (point := to_point(each.form))
    ]
    for before, (place, each, year), after in zip(years, years[1:], years[2:], strict=False):
        heads = each.leads and len(each.form) == 4  # noqa: PLR2004 - a year alone
        if before[2] == after[2] != year and not heads:
            aside.add(place)
    return frozenset(aside)


def is_history(forms: Sequence[str], published: str | None) -> bool:
    """Whether a text tells of years long past: most dates name a year, few speak of today."""
    years = [form for form in forms if _NAMES_YEAR.fullmatch(form)]
    if len(years) < LEAST_YEARS:
        return False
    today = sum(bool(_OF_TODAY.fullmatch(form)) for form in forms)
    point = to_point(published)
    if len(years) <= 4 * today:
        return False
    if point is None:
        return True
    old = sum((to_point(form) or point).year < point.year - 1 for form in years)
    return 2 * old > len(years)


def _in_news(form: str, line: Line, published: str | None, own: str | None) -> Anchored:
    fixed = _fixed(form, line)
    if fixed is not None:
        return fixed
    if is_hour(form):
        return _hour(form, line.day, published, own)
    named = line.day if _OF_DAY.fullmatch(form) else line.last
    if form.startswith("@quarter"):
        named = line.quarter
    if _QUARTER_ENDED.fullmatch(form):
        return _quarter_ended(form, line, published)
    if form.startswith("@XXXX-XX-"):
        return _day_alone(form, line.named, published)
    if form.startswith("@") and named is not None:
        return Anchored(resolve(form, named), "text")
    return _published(form, None if _AFTER_TOLD.match(form) else published)


def _published(form: str, published: str | None) -> Anchored:
    return Anchored(resolve(form, published), "published" if published else "none")


def _hour(form: str, named: str | None, published: str | None, own: str | None) -> Anchored:
    """An hour on the day last named, else on the report's own day, else on its publication's."""
    named = day_of_hour(form, named, published)
    if named is not None:
        return Anchored(resolve(form, named), "text")
    if published is None:
        return _published(form, None)
    day = day_unnamed(form, own, published)
    return Anchored(resolve(form, day), "text" if day == own else "published")


def _day_alone(form: str, named: str | None, published: str | None) -> Anchored:
    """A day without its month ("on the 5th"): the first from the date last told, if tense allows.

    A report that told of 30 May goes on "on the 2nd" in June.
    """
    for told in (">", "=") if named is not None else ():
        day = resolve(_CLOSED.sub(told, form), named)
        if published is None or form[-1] == "~" or (day <= published[:10]) == (form[-1] == "<"):
            return Anchored(day, "text")
    return _published(form, published)


def _quarter_ended(form: str, line: Line, published: str | None) -> Anchored:
    """The quarter that ended in a month: the fiscal one when such was named, else by the month."""
    if line.fiscal and line.quarter is not None:
        return Anchored(line.quarter, "text")
    return _published(form, published)


def _in_history(form: str, line: Line) -> Anchored:
    fixed = _fixed(form, line)
    if fixed is not None:
        return fixed
    if line.last is None or _OF_THIS_WEEK.fullmatch(form):
        return Anchored(resolve(form, None), "none")
    month = _MONTH_NAMED.fullmatch(form)
    if month:
        return Anchored(_next_month(month, line.month or line.last), "text")
    last = line.aside if form.startswith("@") and line.aside else line.last
    return Anchored(resolve(_in_story(form), last), "text")


def _fixed(form: str, line: Line) -> Anchored | None:
    """What needs no anchor, or has it at hand: "... in the third quarter, from 9 a year ago"."""
    if year := _OF_YEAR.fullmatch(form):
        return Anchored(year[1] + (line.quarter[4:] if line.quarter else ""), "explicit")
    if not is_open(form):
        return Anchored(form, "explicit" if _NAMES_YEAR.fullmatch(form) else "none")
    if form.startswith("&") and line.quarter is not None:
        years = int(re.sub(r"&year", "", form))
        return Anchored(f"{int(line.quarter[:4]) + years}{line.quarter[4:]}", "text")
    return None


def _in_story(form: str) -> str:
    """In a history the direction of a tense says nothing: the year told of goes on."""
    if form.startswith("@XXXX-"):
        return form  # "from June to October": the first after June
    return re.sub(r"(?<=[^<>])[<>~]$", "=", form)


def _next_month(match: re.Match[str], anchor: str) -> str:
    """A month of the year told of, or of the next when the story has just left it behind."""
    point = to_point(anchor) or Point(1)
    value = resolve(f"XXXX-{match['month']}{match['rest']}=", anchor)
    if point.month is None or int(match["month"]) >= point.month:
        return value
    if (int(match["month"]) - point.month) % 12 > GOES_ON:
        return value
    following = resolve("year+1", anchor)
    return following + value[len(following) :]


def _draw_on(line: Line, told: Told, found: Anchored) -> Line:
    """The line with one more date. A year in passing ("planned for 1976") does not turn it."""
    if found.anchor == "none" and is_open(told.form):
        return Line()  # an unknown day stands between: "the next day" is not that of an older date
    if _SPAN.fullmatch(told.form):
        return replace(line, quarter=None)
    point = to_point(found.value)
    if point is None or found.anchor == "none" or told.form.startswith("&"):
        return line
    quarter = found.value if _QUARTER.fullmatch(found.value) else None
    has_month = point.month is not None and not _SEASON.match(found.value)
    month = found.value if has_month else (None if told.leads else line.month)
    day = found.value if point.day is not None and "W" not in found.value else line.day
    named = found.value if _MONTH_TOLD.fullmatch(told.form) else line.named
    fiscal = told.fiscal or told.form.startswith("@") if quarter else line.fiscal
    return Line(found.value, month, day, named, quarter or line.quarter, fiscal)
