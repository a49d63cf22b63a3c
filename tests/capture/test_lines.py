"""JSON Lines in, items and skips that name the line out."""

import json

import pytest

from twosource.base.records import Item, Skip, Span
from twosource.capture.lines import read_lines


def read(*rows, origin="-"):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return list(read_lines(lines, origin))


def test_every_field_of_a_line_is_kept():
    row = {
        "text": "A shell fell.", "id": "x1", "title": "Shelling", "url": "https://example.org/1",
        "outlet": "Valley Courier", "published": "2021-05-03",
        "given": [{"id": "g1", "start": 2, "end": 7}],
    }  # fmt: skip
    (item,) = read(row)
    assert (item.text, item.given_id, item.title) == ("A shell fell.", "x1", "Shelling")
    assert (item.url, item.outlet) == ("https://example.org/1", "Valley Courier")
    assert item.published == "2021-05-03"
    assert item.given[0].span == Span(2, 7)
    assert item.given[0].id == "g1"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{not json", "JSON"),
        (b"[1, 2]", "JSON"),
        (b'{"title": "no text"}', "text"),
        (b'{"text": 5}', "$.text"),
        (b'{"text": "a", "published": 2021}', "$.published"),
        (b'{"text": "abc", "given": [{"id": "g", "start": 1, "end": 9}]}', "'g'"),
        (b'{"text": "abc", "given": [{"id": "g", "start": 2, "end": 2}]}', "'g'"),
        (b'{"text": "abc", "given": [{"id": "g", "start": -1, "end": 2}]}', "'g'"),
        (b'{"text": "abc", "given": [{"id": "g", "start": "0", "end": 2}]}', "$.given"),
        (b'{"text": "half \\ud800 pair"}', "JSON"),
        (b'{"text": "\xff"}', "utf-8"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(line, told):
    first, skip, last = read({"text": "One."}, line, {"text": "Three."})
    assert isinstance(first, Item)
    assert isinstance(skip, Skip)
    assert skip.origin == "stdin:2"
    assert told in skip.reason
    assert last.text == "Three."


def test_empty_lines_are_passed_over_but_counted():
    item, skip = read({"text": "One."}, b"\n", b"oops", origin="pile.jsonl")
    assert item.text == "One."
    assert skip.origin == "pile.jsonl:3"


def test_line_ends_change_without_moving_an_offset():
    text = "One.\r\nTwo.\rThree."
    (item,) = read({"text": text})
    assert item.text == "One. \nTwo.\nThree."
    assert len(item.text) == len(text)


def test_no_lines_at_all_is_told():
    (skip,) = read(b"\n")
    assert skip.reason == "no lines to read"
