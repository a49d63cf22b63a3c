"""The groups that a rule caught in, the fields of its form out.

Fields are made of single groups (`times_words.py`) and of several: the day of a year, the night
before a weekday, the week of a day, a step of so many units.
"""

import re
from datetime import date

from twosource.base.feasts import feast_days, feast_value
from twosource.extract.times_words import (
    LONG_UNITS,
    letter_of,
    read_amount,
    read_group,
    write_duration,
    write_length,
)


def read_fields(groups: dict[str, str | None]) -> dict[str, str]:
    """What each caught group says, by its name; `month2` also fills `month` when that is empty."""
    fields: dict[str, str] = {}
    for key, words in groups.items():
        if words is None:
            continue
        stem = key.rstrip("0123456789")
        said = read_group(stem, re.sub(r" +", " ", words))
        fields[key] = said
        fields.setdefault(stem, said)
    _combine(fields)
    return fields


def _combine(fields: dict[str, str]) -> None:
    """Fields made of others: the day of a year, a step of so many units, a length of time."""
    if "ordinal" in fields and "day" not in fields:
        fields["day"] = f"{int(fields['ordinal']):02}"
    if "rank" in fields:
        fields["day"] = fields["rank"]
    if "month" in fields and "day" in fields:
        fields["monthday"] = f"{fields['month']}-{fields['day']}"
    for last in ("2", "4"):  # the second day of a range, whichever way round it is written
        if f"month{last}" in fields and f"day{last}" in fields:
            fields["until"] = f"{fields[f'month{last}']}-{fields[f'day{last}']}"
    _combine_named(fields)
    if "tail" in fields:
        fields["tail"] = fields["year"][: -len(fields["tail"])] + fields["tail"]
    if "unit" in fields or "units" in fields:
        _combine_units(fields)
    _combine_clock(fields)
    _combine_era(fields)
    _combine_days(fields)


def _combine_named(fields: dict[str, str]) -> None:
    """The quarter that ends in a month, and the day of a feast in its year."""
    if "ended" in fields:
        fields["ended"] = f"Q{(int(fields['month']) - 2) % 12 // 3 + 1}"
    if "feast" in fields:
        _combine_feast(fields)


def _combine_feast(fields: dict[str, str]) -> None:
    """The day of a feast that lasts ("the second day of Eid"); in a year, its day of that year."""
    if "count" in fields:
        fields["feast"] += f"+{int(fields['count']) - 1}"
    if fields.get("anyyear", "").isdigit():
        days = feast_days(fields["feast"], int(fields["anyyear"]))
        fields["feast"] = feast_value(fields["feast"], days[0])[5:] if days else "XX"


def _combine_days(fields: dict[str, str]) -> None:
    """The weekdays beside one, the weekday in another zone, the week of a day."""
    if "weekday" in fields:
        fields["eve"], fields["morrow"] = _weekday(fields, -1), _weekday(fields, 1)
    if "clock2" in fields and "weekday" in fields:
        hours = int(fields["clock2"][1:3]) - int(fields["clock"][1:3])
        fields["beside"] = _weekday(fields, round(hours / 24))
    if "halfyear" in fields:
        fields.setdefault("shift", "+0")
    if "year" in fields and "monthday" in fields:
        try:
            day = date.fromisoformat(f"{fields['year']}-{fields['monthday']}")
        except ValueError:
            return
        fields["weekof"] = day.strftime("%G-W%V")


def _weekday(fields: dict[str, str], by: int) -> str:
    return str((int(fields["weekday"]) - 1 + by) % 7 + 1)


def _combine_clock(fields: dict[str, str]) -> None:
    named = fields.get("hour") or fields.get("bare")
    if named and fields.setdefault("clock", named) != named:
        fields.setdefault("clock2", named)  # "from 3 a.m. until noon"
    if fields.get("half") in {"afternoon", "evening"} and fields["clock"] < "T12":
        fields["clock"] = f"T{int(fields['clock'][1:3]) + 12}{fields['clock'][3:]}"


def _combine_era(fields: dict[str, str]) -> None:
    if "era" not in fields:
        return
    if "age" in fields:
        fields["age"] = f"BC{fields['age']}"
    if "decade" in fields:
        fields["decade"] = f"BC{int(fields['decade'][-2:]):03}"


def _combine_units(fields: dict[str, str]) -> None:
    unit = fields.get("units") or fields["unit"]
    fields["vague"] = write_length("X", LONG_UNITS.get(unit, ("", 0))[0] or letter_of(unit), unit)
    amount = read_amount(fields.get("n", "a"))
    if "plus" in fields and amount is not None:
        amount += 0.5
    fields["one"] = fields["duration"] = write_duration(amount, unit)
    if amount is None or amount != int(amount):
        fields["behind"], fields["ahead"] = "PAST_REF", "FUTURE_REF"
        return
    step, size = _stepped(unit, int(amount))
    fields["behind"], fields["ahead"] = f"{step}-{size}", f"{step}+{size}"


def _stepped(unit: str, amount: int) -> tuple[str, int]:
    steps = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
    name, times = steps.get(unit, (unit, 1))
    if unit == "millennium":
        name, times = "year", 1000
    return ("day" if name == "second" else name), amount * times
