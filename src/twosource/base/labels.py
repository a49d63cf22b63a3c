"""A report in, the name that a reader knows it by out."""

from pathlib import PurePath
from urllib.parse import urlsplit

from twosource.base.records import Report

NAMELESS = ("", "-")  # what came on standard input has no file
LONGEST = 20  # characters of a file's name
HEAD, TAIL = 12, 4  # what is kept of a longer one, before its suffix


def label_of(report: Report) -> str:
    """Its outlet, else the id it was given, its address's host, or the file it came in."""
    known = report.outlet or report.given_id or urlsplit(report.url or "").hostname
    return known or f"unnamed outlet ({file_of(report)})"


def file_of(report: Report) -> str:
    """The name of a report's file, cut where it is long; the report's id when it has none.

    A long name ends with the report's id, so that no two files are called alike.
    """
    name = PurePath(report.path).name
    if name in NAMELESS:
        return report.id
    return name if len(name) <= LONGEST else f"{name[:HEAD]}… {report.id[-TAIL:]}"
