"""Files and folders in, items and skips out."""

import io
import os
from pathlib import Path

import pytest

from twosource.base.errors import InputError
from twosource.base.records import Item, Skip
from twosource.capture.paths import capture_paths


def capture(*paths, stdin=None):
    return list(capture_paths([str(path) for path in paths], stdin))


def test_a_text_file_is_an_item_with_its_bytes_and_hash(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne.\r\n")
    (item,) = capture(file)
    assert item.data == b"\xef\xbb\xbfOne.\r\n"
    assert item.media_type == "text/plain"
    assert item.origin == str(file)


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text("Words.")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text("Words.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("Words.")
    names = [os.path.relpath(item.origin, tmp_path) for item in capture(tmp_path)]
    assert names == ["a.txt", "b.txt", str(Path("c", "d.txt"))]


def test_two_files_with_the_same_bytes_are_two_items(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.")
    first, second = capture(tmp_path)
    assert first.sha256 == second.sha256
    assert first.origin != second.origin


def test_a_path_that_does_not_exist_is_the_users_mistake(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    with pytest.raises(InputError, match="no such file"):
        capture(tmp_path / "a.txt", tmp_path / "gone.txt")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("paper.pdf", b"%PDF-1.7 ...", "PDF"),
        ("photo.png", b"\x89PNG\r\n", "image"),
        ("photo.txt", b"\xff\xd8\xff\xe0", "image"),
        ("data.bin", b"abc\x00\x01\x02", "binary"),
    ],
)
def test_what_is_no_text_is_skipped_with_its_reason(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("Words.")
    skip, item = capture(tmp_path)
    assert isinstance(skip, Skip)
    assert skip.origin.endswith(name)
    assert reason in skip.reason
    assert isinstance(item, Item)


def test_an_empty_folder_is_named(tmp_path):
    (skip,) = capture(tmp_path)
    assert skip == Skip("capture", str(tmp_path), "the folder holds no file to read")


def test_a_link_that_leads_nowhere_is_skipped(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (skip,) = capture(tmp_path)
    assert "gone" in skip.reason


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (skip,) = capture(tmp_path)
    assert skip.reason == "not a regular file"


@pytest.mark.parametrize("head", [b"<!DOCTYPE html><html>", b"\n <!-- x --><html lang='en'>"])
def test_a_page_is_known_without_its_suffix(tmp_path, head):
    (tmp_path / "page").write_bytes(head + b"<body>Words</body></html>")
    (item,) = capture(tmp_path)
    assert item.media_type == "text/html"


def test_lines_are_read_from_a_file_and_from_standard_input(tmp_path):
    data = b'{"text": "One."}\n{"text": "Two.", "id": 7}\n'
    (tmp_path / "pile.jsonl").write_bytes(data)
    from_file = capture(tmp_path / "pile.jsonl")
    from_stdin = capture("-", stdin=io.BytesIO(data))
    assert [item.text for item in from_file] == ["One.", "Two."]
    assert [item.given_id for item in from_stdin] == [None, "7"]
    assert [item.sha256 for item in from_file] == [item.sha256 for item in from_stdin]
