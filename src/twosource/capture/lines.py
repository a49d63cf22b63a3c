"""JSON Lines in, items out: one report a line, as the reading contract describes it."""

from collections.abc import Iterable, Iterator

import msgspec

from twosource.base.errors import InputError
from twosource.base.ids import hash_bytes
from twosource.base.records import GivenMention, Item, Skip, Span

STEP = "capture"
REMEDY = 'Each line must be one JSON object with a "text", such as {"id": "a1", "text": "…"}'
MARK = "\ufeff"


class _Given(msgspec.Struct):
    id: str | int
    start: int
    end: int


class _Line(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    given: list[_Given] | None = None


def read_lines(lines: Iterable[bytes], origin: str) -> Iterator[Item | Skip]:
    """An item for each line that can be read, a skip naming the line for each that cannot.

    Empty lines are passed over. `origin` is "-" for standard input.
    """
    decoder = msgspec.json.Decoder(_Line)
    where = "stdin" if origin == "-" else origin
    empty = True
    for number, line in enumerate(lines, start=1):
        data = line.removeprefix(MARK.encode()).strip()
        if not data:
            continue
        empty = False
        try:
            yield _make_item(decoder, data, (origin, where, number))
        except InputError as trouble:
            place = f"{where}:{number}"
            yield Skip(STEP, place, str(trouble).removeprefix(f"{place}: "))
    if empty:
        yield Skip(STEP, where, "no lines to read")


def _make_item(
    decoder: "msgspec.json.Decoder[_Line]", data: bytes, at: tuple[str, str, int]
) -> Item:
    origin, where, number = at
    try:
        line = decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise InputError(str(trouble), where=where, line=number, remedy=REMEDY) from trouble
    given = tuple(_check_given(line, where, number))
    raw = line.text.encode("utf-8")
    return Item(
        hash_bytes(raw), origin, "application/json", raw, text=_even_lines(line.text),
        given_id=None if line.id is None else str(line.id), title=line.title, url=line.url,
        outlet=line.outlet, published=line.published, given=given,
    )  # fmt: skip


def _check_given(line: _Line, where: str, number: int) -> Iterator[GivenMention]:
    for mention in line.given or ():
        if not 0 <= mention.start < mention.end <= len(line.text):
            raise InputError(
                f"the given mention {mention.id!r} has start {mention.start} and end {mention.end},"
                f" but the text has {len(line.text)} characters",
                where=where, line=number,
                remedy="Offsets count code points from 0, end exclusive",
            )  # fmt: skip
        yield GivenMention(str(mention.id), Span(mention.start, mention.end))


def _even_lines(text: str) -> str:
    """Line ends as LF and no byte-order mark, at equal length: the sender's offsets must hold."""
    return text.replace("\r\n", " \n").replace("\r", "\n").replace(MARK, " ")
