"""A file's bytes in, its media type out: text, HTML, JSON Lines or a feed; else unreadable."""

import re

from twosource.base.errors import UnreadableError

TEXT, HTML, JSON_LINES = "text/plain", "text/html", "application/json"
FEED = "application/xml"
SUFFIXES = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".jsonl": JSON_LINES, ".ndjson": JSON_LINES, ".jsonlines": JSON_LINES,
}  # fmt: skip
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # the byte-order marks of UTF-16
MAGIC = {
    b"%PDF-": "a PDF file: extract its text first",
    b"\x89PNG": "an image (PNG), not text",
    b"\xff\xd8\xff": "an image (JPEG), not text",
    b"GIF8": "an image (GIF), not text",
    b"PK\x03\x04": "a zip archive or office document, not text",
    b"\x1f\x8b": "a gzip archive: unpack it first",
    b"{\\rtf": "a rich-text file (RTF): save it as plain text first",
}
OPENS_PAGE = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
OPENS_FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<(?:\?|!--).*?>\s*)*<(?:rss|feed|rdf:rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
OPENS_OBJECT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{\s*\"")
HEAD = 4096  # bytes looked at; a text with none of these marks in its first 4 kB is text


def sniff(data: bytes, suffix: str) -> str:
    """The media type, by the suffix if it is a known one, else by the first bytes.

    Raises UnreadableError for what is no text: empty files, PDF, images, other binary files.

    >>> sniff(b"<!DOCTYPE html><html>...", "")
    'text/html'
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    for magic, reason in MAGIC.items():
        if data.startswith(magic):
            raise UnreadableError(reason)
    head = data[:HEAD]
    if b"\x00" in head and not head.startswith(WIDE_MARKS):
        raise UnreadableError("a binary file (it holds NUL bytes), not text")
    if OPENS_FEED.match(head):
        return FEED
    known = SUFFIXES.get(suffix.lower())
    if known is not None:
        return known
    if OPENS_PAGE.match(head):
        return HTML
    return JSON_LINES if suffix.lower() == ".json" or OPENS_OBJECT.match(head) else TEXT
