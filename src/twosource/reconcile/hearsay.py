"""A claim and a place in its words in, whether the speaker only passes on what is reported out.

"The council seeks clarity on reports that 40 people were killed" vouches for the reports, not for
the dead: whose word they are is not told.
"""

import re
from functools import cache

from twosource.base.records import Account, Claim
from twosource.base.vocabulary import load_words

ENDS = re.compile(r"[.!?][\"'”’)]*\s|\n")
REACH = 250  # characters before the words within which the reports are named


def is_hearsay(account: Account, claim: Claim | None, place: int) -> bool:
    """Whether what stands at this place of the text is what others are said to report."""
    if claim is None or claim.polarity == "-" or _is_firm(account, claim):
        return False
    text = account.report.text
    begin = max([0, place - REACH] + [part.start for part in claim.content if part.start <= place])
    for end in ENDS.finditer(text, begin, place):
        begin = end.end()
    return any(each.search(text, begin, place) is not None for each in (_reports(), _feelings()))


def only_judges(account: Account, claim: Claim | None) -> bool:
    """Whether the claim's word is one of grief or outrage: its counts are those of others."""
    cue = claim.cue.quote(account.report.text).lower() if claim and claim.cue is not None else ""
    return cue.startswith(tuple(load_words("twosource.reconcile", "judging")["grieving"]))


def _is_firm(account: Account, claim: Claim) -> bool:
    """Whether the claim's word makes the reports its speaker's own: "confirmed reports that"."""
    cue = claim.cue.quote(account.report.text).lower() if claim.cue is not None else ""
    return any(
        cue.startswith(word) for word in load_words("twosource.reconcile", "judging")["firm"]
    )


@cache
def _feelings() -> re.Pattern[str]:
    """What one feels about it or thinks of it: "deeply concerned by the deaths of …"."""
    words = load_words("twosource.reconcile", "judging")["feelings"]
    return re.compile(rf"\b(?:{'|'.join(words)}) (?:by|at|about|over|that) ", re.I)


@cache
def _reports() -> re.Pattern[str]:
    words = load_words("twosource.reconcile", "judging")
    lead, noun, tail = ("|".join(words[name]) for name in ("heard", "reports", "reporting"))
    return re.compile(rf"\b(?:{lead})\s+(?:[\w-]+\s+){{0,2}}?(?:{noun})\s+(?:{tail})\b", re.I)
