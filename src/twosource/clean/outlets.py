"""A report's furniture in, its outlet and the agency that it credits out."""

import re
from collections.abc import Sequence

from twosource.base.agencies import name_agencies, name_agency
from twosource.base.records import Furniture
from twosource.base.vocabulary import load_words
from twosource.clean.agencies import MONTH, WIRE
from twosource.clean.dates import find_date
from twosource.clean.stamps import find_masthead

SOURCE = re.compile(r"\A(?:source site|source|sources|via|from)\s*[:\-–—|]?\s*", re.IGNORECASE)
OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\d{4}\s*)?(?:by\s+)?([A-Z][^.,|\n]{1,40})", re.IGNORECASE
)
HELPER = re.compile(  # "The Ellwire news agency contributed to this report"
    r"\A(?:[Tt]he )?([A-Z][\w.& -]{1,30}?) (?:news )?agency(?: also)? contributed\b"
)
LEAD = re.compile(  # of a dateline: "MARROWBY, May 3 (Upland Wire) -", "MARROWBY (Upland Wire) -"
    rf"(?:\d|[A-ZÀ-Þ]{{2}}|,\s[A-Z][a-z]+|\b{MONTH})\s*\(([A-Z][\w.& -]{{1,30}})\)\s*(?:--+|[-–—])"
)
FOOT = re.compile(rf"\A\W*({WIRE})\W*\Z")  # "(Upland Press)" behind the last sentence
AGENCIES = re.compile(r"\b(?:news )?agenc(?:y reports|y inputs|ies)\b", re.IGNORECASE)
UNNAMED = "agencies, not named"
CREDITS = ("dateline", "credit")
LONGEST = 60  # characters of an outlet's name


def find_outlet(text: str, furniture: Sequence[Furniture]) -> str | None:
    """The outlet by its nameplate or masthead, else by the credit line that names it; else None.

    An agency's credit says whose words these are, not who published them.
    """
    for piece in furniture:
        words = " ".join(piece.span.quote(text).split())
        if piece.kind == "nameplate" and len(words) <= LONGEST and not _is_rubric(words):
            return words
        masthead = find_masthead(words) if piece.kind == "dateline" else None
        if masthead is not None and name_agency(masthead) is None:
            return masthead
    for piece in furniture:
        if piece.kind == "credit":
            name = _named(" ".join(piece.span.quote(text).split()))
            if name is not None and name_agency(name) is None:
                return name
    return None


def _is_rubric(words: str) -> bool:
    """Whether a line names a part of the page and no outlet: "LIVE", "Home | World"."""
    listed = load_words("twosource.clean", "furniture")["nameplate"]["rubrics"]
    return "|" in words or all(word in listed for word in re.findall(r"\w+", words.lower()))


def find_credit(text: str, furniture: Sequence[Furniture]) -> str | None:
    """The agency that a dateline or a credit line names; None when none does.

    An agency that is not widely known is told by the form: behind the day of a dateline, or as the
    source below a text that has its outlet's nameplate.
    """
    lines = [" ".join(each.span.quote(text).split()) for each in furniture if each.kind in CREDITS]
    known = (name_agency(line) for line in lines)
    named = (match[1] for line in lines if (match := LEAD.search(line) or FOOT.match(line)))
    has_nameplate = any(each.kind == "nameplate" for each in furniture)
    sources = (_named(line) for line in lines if has_nameplate and SOURCE.match(line))
    return next((name for name in (*known, *named, *sources) if name is not None), None)


def find_credits(text: str, furniture: Sequence[Furniture]) -> tuple[str, ...]:
    """All the agencies that its datelines and credit lines name, in part or in whole, sorted.

    "With agency reports" names none: it is one of `UNNAMED`, since nobody can tell which it was.
    """
    lines = [" ".join(each.span.quote(text).split()) for each in furniture if each.kind in CREDITS]
    first = find_credit(text, furniture)
    named = {name for line in lines for name in name_agencies(line)}
    named |= {match[1] for line in lines if (match := HELPER.match(line))}
    unnamed = {UNNAMED for line in lines if not named and AGENCIES.search(line)}
    return tuple(sorted({*named, *unnamed, *([first] if first else [])}))


def _named(words: str) -> str | None:
    """The name in a line such as "Source: The Valley Courier" or "© 2023 The Valley Courier"."""
    owner = OWNER.match(words)
    if owner is not None:
        return owner[1].strip()
    source = SOURCE.match(words)
    if source is None:
        return None
    name = words[source.end() :]
    stated = find_date(name)
    name = (name[: stated.span.start] if stated is not None else name).strip(" .,|(–—-")
    return name if name[:1].isupper() and len(name) <= LONGEST else None
