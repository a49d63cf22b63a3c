"""TimeML files in: their texts, publication dates and TIMEX3 expressions out."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DCT = re.compile(r"<DCT>.*?\bvalue=\"([^\"]+)\".*?</DCT>", re.DOTALL)
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z_0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: where it stands, its type and value; both None where the gold has none."""

    start: int
    end: int
    type: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class TimeText:
    """The text of one file without tags, and the expressions in its body."""

    id: str
    text: str
    published: str | None
    times: tuple[Timex, ...]


def read_folder(folder: Path) -> Iterator[TimeText]:
    """Every TimeML file of a folder, in the order of their names."""
    for path in sorted(folder.rglob("*.tml")):
        yield parse_timeml(path.stem, path.read_text(encoding="utf-8", errors="replace"))


def parse_timeml(name: str, raw: str) -> TimeText:
    """The text and expressions of a TimeML file.

    >>> parse_timeml("a", '<TEXT>on <TIMEX3 type="DATE" value="1942">1942</TIMEX3>.</TEXT>').times
    (Timex(start=3, end=7, type='DATE', value='1942'),)
    """
    dated = _DCT.search(raw)
    body = _BODY.search(raw)
    pieces: list[str] = []
    opened: list[tuple[int, dict[str, str]]] = []
    times: list[Timex] = []
    length = position = 0
    source = body[1] if body else ""
    for tag in _TAG.finditer(source):
        piece = html.unescape(source[position : tag.start()])
        pieces.append(piece)
        length, position = length + len(piece), tag.end()
        if tag[2] != "TIMEX3" or tag[3].endswith("/"):
            continue
        if not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3]))))
            continue
        start, said = opened.pop()
        times.append(Timex(start, length, said.get("type"), said.get("value")))
    pieces.append(html.unescape(source[position:]))
    return TimeText(name, "".join(pieces), dated[1] if dated else None, tuple(times))
