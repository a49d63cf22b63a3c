"""Bytes in, text out."""

import pytest

from twosource.base.errors import UnreadableError
from twosource.clean.decode import decode_bytes

TEXT = "The mayor said: “No”.\nHe left."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_stated_or_standard_encoding_is_no_guess(name):
    decoded = decode_bytes(TEXT.encode(name))
    assert decoded.text == TEXT
    assert decoded.guess is None


def test_windows_text_is_read_and_the_guess_is_told():
    decoded = decode_bytes(
        (TEXT + " He came back the next day and said it again." * 2).encode("cp1252")
    )
    assert decoded.text.startswith(TEXT)
    assert decoded.guess == "cp1252"


def test_a_page_may_declare_its_encoding():
    page = '<html><head><meta charset="iso-8859-2"></head><body>Żółć źródło</body></html>'
    decoded = decode_bytes(page.encode("iso-8859-2"), page=True)
    assert "Żółć" in decoded.text
    assert decoded.guess is None


def test_other_alphabets_are_guessed_from_their_letters():
    text = "Мэр города сообщил, что вчера вечером обстрел рынка прекратился. " * 4
    assert decode_bytes(text.encode("cp1251")).text == text


def test_line_ends_and_the_mark_are_all_that_changes():
    assert decode_bytes(b"\xef\xbb\xbfa\r\nb\rc\n").text == "a\nb\nc\n"


def test_broken_wide_text_is_unreadable():
    with pytest.raises(UnreadableError):
        decode_bytes(b"\xff\xfea\x00b")
