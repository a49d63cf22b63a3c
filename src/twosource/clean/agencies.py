"""A paragraph in, the dateline at its head and the agency credit at its end out."""

import re
from functools import cache

from twosource.base.agencies import AGENCY, NAMES

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
ABROAD = r"\d{1,2}(?:er|\.|º)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:del?\s+)?(?:19|20)\d\d"
DAY = rf"(?:(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?|(?:le\s+)?{ABROAD})"
OF = r"(?:(?:de|del|do|da|du|al|la|el|of|the)\s+)?"
PLACE = rf"[A-ZÀ-Þ][\w.'’-]*(?:(?:,\s+|\s+|/){OF}[A-ZÀ-Þ][\w.'’-]*){{0,5}}"
CREDIT = rf"\(\s*[^()\n]{{0,30}}?\b(?:{AGENCY})\b[^()\n]{{0,30}}?\)"
CAPITALS = r"[A-ZÀ-Þ]{3,}(?:[ .'’-]+[A-ZÀ-Þ]{2,}){0,3}"
DASH = r"(?:--+|[-–—])"
DASHED = (  # with no agency's name
    rf"{PLACE},\s+{DAY}\s*\([A-Z][\w.& -]{{1,30}}\)\s*{DASH}",  # KYIV, May 3 (Upland Wire) -
    # KYIV, May 3 -; Karsk (Orlan), 3 May 2031 -
    rf"{PLACE}(?:\s*\({PLACE}\))?,\s+{DAY}\s*,?\s*(?:[A-Z]\w+\s*)?{DASH}",
    # BAMAKO, Mali (Upland Wire) -
    rf"{CAPITALS}(?:,\s+[A-Z][a-z]+)?\s*\([A-Z][\w.& -]{{1,30}}\)\s*{DASH}",
    # KYIV -
    r"[A-ZÀ-Þ]{3,}(?:[ ,.'’/-]+[A-ZÀ-Þ][A-ZÀ-Þ.]+){0,4}(?:,\s+[A-Z][a-z]+)?\s*(?:--+|[–—]|-(?=\s))",
)
CREDITED = (
    rf"(?:{PLACE},?\s+)?(?:{DAY},?\s*)?{CREDIT}\s*\.?(?:{DASH}|:)?",  # KYIV, May 3 (Reuters) -
    rf"{PLACE}\s*,?\s*(?:{DAY}\s*)?/?\s*{AGENCY}\s*/?\s*{DASH}",  # KYIV, May 3 /TASS/ -
)
SOME = r"(?:news )?(?:agencies|agency (?:reports?|inputs?))"  # nobody knows which
TAIL = (
    rf"(?:\(\s*(?i:(?:with\s+)?{SOME})\s*\)|[\[/]\s*(?:{AGENCY})\s*[\]/]"
    rf"|\(\s*(?:(?:with|from|source:?|via)\s+)?(?:{AGENCY})(?:\s*[,/&]\s*(?:{AGENCY}|Agencies))*\s*\)"
    rf"|(?:©|\(c\)|Copyright|[–—]|--)\s*(?:\d{{4}}\s+)?(?:{AGENCY})|(?<=[.\"”’])\s+(?:{AGENCY})"
    rf"|\A(?:{AGENCY}))[\s.]*\Z"
)
# An agency that no list knows, told by the last word of its name: "… was hurt. (Upland Press)".
WIRE = r"(?:[A-Z][\w.&-]* ){1,3}(?:Press|Wire|Newswire|News|Agency)"
FOOT = rf"(?:\A|(?<=[.!?\"”’]))\s*(?:\(\s*{WIRE}\s*\)|(?:[–—]|--)\s*{WIRE})[\s.]*\Z"
WIRE_ENDS = ("Press", "Wire", "Newswire", "News", "Agency")
SIGNED = (  # "Ilse Tarrow, AFP", "Reuters, Marrowby", "Agence France-Presse in Marrowby"
    rf"(?:{PLACE}\s*(?:,|[|/]|{DASH})\s*)?(?:the\s+)?(?:{AGENCY})"
    rf"(?:(?:,|\s*[|/]|\s+in)\s+{PLACE})?[\s.]*\Z"
)
MARK = re.compile(r"[-–—(]")  # in every dateline
LONGEST = 90  # characters that a dateline may have


def _last_word(words: str) -> str:
    """The last word, without full stops; empty when there is none."""
    return next(reversed(words.replace(".", " ").split()), "")


ENDS = (")", "]", "/", *sorted({_last_word(name) for name in NAMES}))  # of every credit


def match_dateline(raw: str) -> int | None:
    """Where the dateline at the head of a paragraph ends; None when it has none.

    >>> match_dateline("KYIV, May 3 (Reuters) - Shells fell.")
    23
    """
    if not raw[:1].isupper() and raw[:1] != "(":
        return None
    head = raw[:LONGEST]
    if not MARK.search(head):
        return None
    forms = (*CREDITED, *DASHED) if any(name in head for name in NAMES) else DASHED
    matches = (_compile(rf"(?:{form})(?=\s|\Z)").match(head) for form in forms)
    return next((match.end() for match in matches if match), None)


def match_credit(raw: str) -> int | None:
    """Where the agency credit at the end of a paragraph begins; None when it has none.

    >>> match_credit("Nobody was hurt. (AFP)")
    17
    >>> match_credit("They spoke to AFP") is None
    True
    """
    tail = raw[-LONGEST:]
    last = _last_word(tail)
    match = _compile(TAIL).search(tail) if last.endswith(ENDS) else None
    if match is None and last.rstrip(")").endswith(WIRE_ENDS):
        match = _compile(FOOT).search(tail)
    if match is None:
        return None
    start = max(0, len(raw) - LONGEST) + match.start()
    return start + len(raw[start:]) - len(raw[start:].lstrip())


def is_signed(raw: str) -> bool:
    """Whether a line is nothing but an agency's name beside that of a person or a town.

    >>> is_signed("Ilse Tarrow, AFP"), is_signed("They spoke to AFP")
    (True, False)
    """
    return _compile(SIGNED).match(raw) is not None


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed: the agencies' names make it a long one."""
    return re.compile(pattern)
