"""A mention in, whether it is only where or when something was said out: "told a news conference".

The meeting on whose sidelines a minister speaks is no happening that the report tells of.
"""

import re
from functools import cache

from twosource.base.records import Account, Mention
from twosource.base.vocabulary import load_words


def is_venue(mention: Mention, account: Account) -> bool:
    """Whether the mention stands outside what is said, as the occasion of the saying."""
    words = load_words("twosource.reconcile", "venues")
    if mention.given_id is not None or mention.lemma not in words["nouns"]["words"]:
        return False
    if any(part.covers(mention.trigger) for each in account.claims for part in each.content):
        return False
    start, text = mention.sentence.start, account.report.text
    cues = [each.cue.end for each in account.claims if each.cue is not None]
    said = max((end for end in cues if start < end <= mention.trigger.start), default=None)
    before = text[said or start : mention.trigger.start]
    return _occasion(spoken=said is None).search(" ".join(before.lower().split()) + " ") is not None


@cache
def _occasion(*, spoken: bool) -> re.Pattern[str]:
    """From the verb of saying (`spoken`: it has yet to be found) to the word for the occasion."""
    words = load_words("twosource.reconcile", "venues")
    openers, places = ("|".join(words[name]["words"]) for name in ("openers", "prepositions"))
    start = rf"^(?:{openers})" if spoken else "^"
    few = r"(?:(?!that )[^ ,;:.]+ ){0,4}?"
    return re.compile(rf"{start} ?{few}(?:{places}) (?:[^ ,;:.]+ ){{0,10}}$")
