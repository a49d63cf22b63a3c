"""A mention in, the word it is linked by out: its own, or that of what it only carries."""

from collections.abc import Sequence
from functools import cache

from twosource.base.records import Account, Mention
from twosource.base.vocabulary import load_words
from twosource.link.concepts import WORD, words_of

ONSET = "onset"
CARRIED = frozenset({"agreement", "plan"})


def topic_of(account: Account, mention: Mention) -> str:
    """The lemma that tells what happened.

    "A ceasefire was reached" and "a ceasefire was brokered" tell of the ceasefire; "the conflict
    escalated" and "the operation began" tell that the fighting set in.
    """
    lemma = mention.lemma.lower()
    if mention.given_id is not None:
        return lemma
    if is_onset(mention):
        return ONSET
    if mention.kind in CARRIED and set(words_of(lemma)) & _words("carriers"):
        return _nearest(account, mention, _words("topics")) or lemma
    return lemma


def is_onset(mention: Mention) -> bool:
    """Whether the mention only tells that fighting set in: began, broke out, escalated."""
    violent = mention.plover.event == "ASSAULT" and mention.kind == "incident"
    return violent and bool(set(words_of(mention.lemma.lower())) & _words("onset"))


def past_by_place(mentions: Sequence[Mention], text: str, dated: frozenset[str]) -> frozenset[str]:
    """The undated mentions told within a paragraph of history, behind a dated sentence of it.

    `dated` are the mentions whose own date or scope makes them history. A sentence that tells of
    today too leads no such paragraph ("she accused the army of shelling homes").
    """
    today = {each.sentence for each in mentions if each.id not in dated}
    found: set[str] = set()
    lead: Mention | None = None
    for mention in mentions:
        if lead is not None and _new_paragraph(lead, mention, text):
            lead = None
        if mention.id in dated:
            lead = mention if mention.sentence not in today else lead
        elif mention.when is not None or _says_now(mention, text):
            lead = None
        elif lead is not None and mention.given_id is None:
            found.add(mention.id)
    return frozenset(found)


def _new_paragraph(lead: Mention, mention: Mention, text: str) -> bool:
    return "\n" in text[lead.sentence.end - 1 : mention.sentence.start].strip(" ")


def _says_now(mention: Mention, text: str) -> bool:
    words = {word.lower() for word in WORD.findall(mention.sentence.quote(text))}
    return bool(words & _words("now"))


def _nearest(account: Account, mention: Mention, topics: frozenset[str]) -> str | None:
    """The topic nearest to the trigger in its sentence, None when the sentence has none."""
    start, sentence = mention.sentence.start, mention.sentence.quote(account.report.text)
    found = [
        (abs(start + match.start() - mention.trigger.start), match.group().lower())
        for match in WORD.finditer(sentence)
        if match.group().lower() in topics
    ]
    return min(found)[1] if found else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.link", "topics")[name])
