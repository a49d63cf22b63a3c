"""A part of a page in, the same as JSON out: the numbers of notes become quotes with offsets."""

from collections.abc import Mapping
from typing import Any

import msgspec

from twosource.render.notes import Notebook
from twosource.render.values import Row


def quote_rows(made: object, book: Notebook) -> Any:  # noqa: ANN401 - what JSON holds
    """What `made` (a dataclass or several) holds, `notes` in it as `supports`."""
    quotes: dict[int, Row] = {
        note.number: {
            "report": note.report,
            "start": note.span.start,
            "end": note.span.end,
            "quote": book.verbatim(note),
        }
        for note in book.notes()
    }
    return _quoted(msgspec.to_builtins(made), quotes)


def _quoted(value: Any, quotes: Mapping[int, Row]) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return {
            "supports" if name == "notes" else name: [quotes[number] for number in each]
            if name == "notes"
            else _quoted(each, quotes)
            for name, each in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_quoted(each, quotes) for each in value]
    return value
