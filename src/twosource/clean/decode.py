"""Bytes in, text out: the encoding is stated, or tried, or guessed and said to be so."""

import re
from dataclasses import dataclass

from twosource.base.errors import UnreadableError

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
PAGE_HEAD = 4096  # bytes in which a page may declare its encoding
FEW = 0.05  # a text with fewer bytes outside ASCII is taken for Western European


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with LF line ends, and the encoding when it was guessed (None: it was stated)."""

    text: str
    guess: str | None = None


def decode_bytes(data: bytes, *, page: bool = False) -> Decoded:
    r"""The text of a file. UTF-8, a byte-order mark, a page's own word, then a guess.

    Raises UnreadableError when no encoding fits.

    >>> decode_bytes(b"one\r\ntwo").text
    'one\ntwo'
    """
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return Decoded(_even(_decode(data, name)))
    try:
        return Decoded(_even(data.decode("utf-8")))
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:PAGE_HEAD]) if page else None
    if declared is not None:
        try:
            return Decoded(_even(_decode(data, declared[1].decode("ascii"), soft=True)))
        except UnreadableError:
            pass  # a page that declares what it is not: fall through to the guess
    return _guess(data)


def _decode(data: bytes, name: str, *, soft: bool = False) -> str:
    """`soft` lets single broken characters pass, as browsers do with pages."""
    try:
        return data.decode(name, "replace" if soft else "strict")
    except (UnicodeDecodeError, LookupError) as trouble:
        raise UnreadableError(f"cannot be decoded as {name}: {trouble}") from trouble


def _guess(data: bytes) -> Decoded:
    outside = sum(byte > 127 for byte in data)  # noqa: PLR2004 - the end of ASCII
    if outside <= FEW * len(data):
        try:
            return Decoded(_even(data.decode("cp1252")), "cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, slow to import

    best = from_bytes(data).best()
    if best is None or "\x00" in str(best):
        raise UnreadableError("no known encoding fits: save the file as UTF-8")
    return Decoded(_even(str(best)), best.encoding)


def _even(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
