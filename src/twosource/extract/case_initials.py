"""A text with its names cased in, the same with the initials of states and unions in capitals out.

"uk", "eu" and "usa" are no English words; "us" is one, and is the country behind "the" and
between a determiner, a conjunction or the like and a noun: "the us", "new us tariffs".
"""

import re

from twosource.extract.case_words import case_lists, is_noun

PIECE = re.compile(r"(?<![^\W_.])(us|[a-z]{2,4})(?![^\W_]|\.[a-z])", re.IGNORECASE)
WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s\"'(]+\Z")
WORD_BEHIND = re.compile(r"(?:'s )?[ -]*([^\W\d_]+)")
REACH = 24  # letters looked at on either side


def raise_initials(cased: str) -> str:
    """The text with "EU", "UK" and the country "US" in capitals."""
    lists = case_lists()
    letters = list(cased)
    for match in PIECE.finditer(cased):
        word = match[0].lower()
        if word in lists["initials"] or (word == "us" and _is_country(cased, match)):
            letters[match.start() : match.end()] = match[0].upper()
    return "".join(letters)


def _is_country(text: str, match: re.Match[str]) -> bool:
    before = WORD_BEFORE.search(text[max(0, match.start() - REACH) : match.start()])
    behind = WORD_BEHIND.match(text[match.end() : match.end() + REACH])
    word = before[1].lower() if before else ""
    if word == "the" or text[match.end() : match.end() + 1] == "-":
        return True
    if behind is None or not is_noun(behind[1].lower()):
        return False
    return word in case_lists()["before_initials"] or not before
