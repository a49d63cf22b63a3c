"""One record of one report in, what was read of it out: values beside the words themselves."""

from collections.abc import Callable, Iterator
from typing import Any

from twosource.base.errors import UnknownIdError
from twosource.base.labels import label_of
from twosource.base.records import Account
from twosource.render.lines import (
    actor_row,
    claim_row,
    figure_row,
    mention_row,
    place_row,
    time_row,
)
from twosource.render.phrases import dated_words
from twosource.render.values import Row

ROWS: dict[str, Callable[[Any, str], Row]] = {
    "claims": claim_row,
    "figures": figure_row,
    "mentions": mention_row,
    "times": time_row,
    "places": place_row,
    "actors": actor_row,
}


def part_lines(account: Account, name: str) -> Iterator[str]:
    """The lines that explain `rep_…/c1` and its like.

    Raises UnknownIdError when the report holds no such record.
    """
    for table, row_of in ROWS.items():
        for each in getattr(account, table):
            if each.id == name:
                return _lines(account, table, row_of(each, account.report.text))
    report = account.report.id
    known = ", ".join(table for table in ROWS if getattr(account, table)) or "nothing"
    raise UnknownIdError(f"{report} holds no {name!r}; it holds {known}")


def table_rows(account: Account, table: str) -> list[Row]:
    """All rows of one table of a report, as the contract prints them.

    Raises UnknownIdError when there is no such table.
    """
    if table not in ROWS:
        raise UnknownIdError(f"no table {table!r}; there are {', '.join(ROWS)}")
    return [ROWS[table](each, account.report.text) for each in getattr(account, table)]


def _lines(account: Account, table: str, row: Row) -> Iterator[str]:
    report = account.report
    yield f"{table.removesuffix('s')} {report.id}/{row['id']}"
    for key, value in row.items():
        if key != "id" and value not in (None, [], ()):
            yield f"  {key}: {shown(value)}"
    yield f"  in {label_of(report)}, {dated_words(report.published)}"
    yield f"  item sha256 {report.sha256} · {report.path}"


def shown(value: object) -> str:
    """A value for people: quotes with their offsets, lists in one line."""
    if isinstance(value, list | tuple):
        return " · ".join(shown(each) for each in value)
    if not isinstance(value, dict):
        return str(value)
    told = dict(value)
    start, end, quote = (told.pop(key, None) for key in ("start", "end", "quote"))
    words = [f"“{quote}”"] if quote is not None else []
    words += [f"{start}–{end}"] if start is not None else []
    rest = [f"{key} {shown(each)}" for key, each in told.items() if each not in (None, [], ())]
    return " ".join(words + rest)
