"""A paragraph in, the dateline at its head and the agency credit at its end out."""

import re

from twosource.base.agencies import AGENCY

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
ABROAD = r"\d{1,2}(?:er|\.|º)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:del?\s+)?(?:19|20)\d\d"
DAY = rf"(?:(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?|(?:le\s+)?{ABROAD})"
OF = r"(?:(?:de|del|do|da|du|al|la|el|of|the)\s+)?"
PLACE = rf"[A-ZÀ-Þ][\w.'’-]*(?:(?:,\s+|\s+|/){OF}[A-ZÀ-Þ][\w.'’-]*){{0,5}}"
CREDIT = rf"\(\s*[^()\n]{{0,30}}?\b(?:{AGENCY})\b[^()\n]{{0,30}}?\)"
CAPITALS = r"[A-ZÀ-Þ]{3,}(?:[ .'’-]+[A-ZÀ-Þ]{2,}){0,3}"
DASH = r"(?:--+|[-–—])"
DATELINES = (
    rf"(?:{PLACE},?\s+)?(?:{DAY},?\s*)?{CREDIT}\s*\.?(?:{DASH}|:)?",  # KYIV, May 3 (Reuters) -
    rf"{PLACE},\s+{DAY}\s*\([A-Z][\w.& -]{{1,30}}\)\s*{DASH}",  # KYIV, May 3 (Upland Wire) -
    # KYIV, May 3 -; Karsk (Orlan), 3 May 2031 -
    rf"{PLACE}(?:\s*\({PLACE}\))?,\s+{DAY}\s*,?\s*(?:[A-Z]\w+\s*)?{DASH}",
    rf"{PLACE}\s*,?\s*(?:{DAY}\s*)?/?\s*{AGENCY}\s*/?\s*{DASH}",  # KYIV, May 3 /TASS/ -
    # BAMAKO, Mali (Upland Wire) -
    rf"{CAPITALS}(?:,\s+[A-Z][a-z]+)?\s*\([A-Z][\w.& -]{{1,30}}\)\s*{DASH}",
    # KYIV -
    r"[A-ZÀ-Þ]{3,}(?:[ ,.'’/-]+[A-ZÀ-Þ][A-ZÀ-Þ.]+){0,4}(?:,\s+[A-Z][a-z]+)?\s*(?:--+|[–—]|-(?=\s))",
)
DATELINE = re.compile("(?:" + "|".join(DATELINES) + r")(?=\s|\Z)")
SOME = r"(?:news )?(?:agencies|agency (?:reports?|inputs?))"  # nobody knows which
TAIL = re.compile(
    rf"(?:\(\s*(?i:(?:with\s+)?{SOME})\s*\)|[\[/]\s*(?:{AGENCY})\s*[\]/]"
    rf"|\(\s*(?:(?:with|from|source:?|via)\s+)?(?:{AGENCY})(?:\s*[,/&]\s*(?:{AGENCY}|Agencies))*\s*\)"
    rf"|(?:©|\(c\)|Copyright|[–—]|--)\s*(?:\d{{4}}\s+)?(?:{AGENCY})|(?<=[.\"”’])\s+(?:{AGENCY})"
    rf"|\A(?:{AGENCY}))[\s.]*\Z"
)
SIGNED = re.compile(  # "Ilse Tarrow, AFP", "Reuters, Marrowby", "Agence France-Presse in Marrowby"
    rf"(?:{PLACE}\s*(?:,|[|/]|{DASH})\s*)?(?:the\s+)?(?:{AGENCY})"
    rf"(?:(?:,|\s*[|/]|\s+in)\s+{PLACE})?[\s.]*\Z",
)
LONGEST = 90  # characters that a dateline may have


def match_dateline(raw: str) -> int | None:
    """Where the dateline at the head of a paragraph ends; None when it has none.

    >>> match_dateline("KYIV, May 3 (Reuters) - Shells fell.")
    23
    """
    if not raw[:1].isupper() and raw[:1] != "(":
        return None
    match = DATELINE.match(raw[:LONGEST])
    if match is None:
        return None
    return match.end()


def match_credit(raw: str) -> int | None:
    """Where the agency credit at the end of a paragraph begins; None when it has none.

    >>> match_credit("Nobody was hurt. (AFP)")
    17
    >>> match_credit("They spoke to AFP") is None
    True
    """
    match = TAIL.search(raw[-LONGEST:])
    if match is None:
        return None
    start = max(0, len(raw) - LONGEST) + match.start()
    return start + len(raw[start:]) - len(raw[start:].lstrip())


def is_signed(raw: str) -> bool:
    """Whether a line is nothing but an agency's name beside that of a person or a town.

    >>> is_signed("Ilse Tarrow, AFP"), is_signed("They spoke to AFP")
    (True, False)
    """
    return SIGNED.match(raw) is not None
