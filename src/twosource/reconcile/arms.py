"""Passages in, who says that a weapon was used and who denies that it was out.

"Police denied using live rounds" and "officers used live ammunition, the ministry admitted" are of
one thing in other words (`words/arms.toml`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.base.vocabulary import load_words
from twosource.reconcile.passages import Passage

HABIT = re.compile(r"\b(?:repeatedly|always|consistently|regularly|routinely|in the past)\b")
OPEN = re.compile(r"\b(?:would|could|may|might|will|if|whether|threaten\w*|authori[sz]\w*)\b")
BLAME = re.compile(r"\b(?:of|for)(?: \w+ly)? $")  # "accused them of using": blame is no witness
NEVER = re.compile(r"(?:\b(?:not|never|no|without)|n['’]t)(?: \S+){0,3}$")


def find_used(passages: Sequence[Passage], arms: str) -> tuple[Passage, ...]:
    """The passages that tell that such arms were used."""
    return tuple(one for one in passages if _stance(one, arms) == "+")


def find_unused(passages: Sequence[Passage], arms: str) -> tuple[Passage, ...]:
    """The passages of those who deny that they were."""
    return tuple(one for one in passages if one.claim is not None and _stance(one, arms) == "-")


def iter_arms(passages: Sequence[Passage]) -> Iterator[str]:
    """The kinds of arms that somebody denies to have been used, in the order of their names."""
    for arms in sorted(load_words("twosource.reconcile", "arms")["arms"]):
        if any(_named(arms).search(one.text) for one in passages if one.claim is not None):
            yield arms


def _stance(passage: Passage, arms: str) -> str | None:
    """Whether the use of such arms is told ("+") or denied ("-"); None: it is neither."""
    named = _named(arms).search(passage.text)
    if named is None or OPEN.search(passage.text, 0, named.end()):
        return None
    verb = _use().search(passage.text)
    if verb is None or BLAME.search(passage.text, 0, verb.start()):
        return None
    sentence = passage.sentence.quote(passage.account.report.text).lower()
    if HABIT.search(sentence):
        return None
    claim = next((each for each in passage.account.claims if each.id == passage.claim), None)
    before = passage.text[: min(verb.start(), named.start())].rstrip()
    denied = (claim is not None and claim.polarity == "-") or NEVER.search(before) is not None
    return "-" if denied else "+"


@cache
def _named(arms: str) -> re.Pattern[str]:
    words: list[str] = load_words("twosource.reconcile", "arms")["arms"][arms]
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len)[::-1])})\b")


@cache
def _use() -> re.Pattern[str]:
    words: list[str] = load_words("twosource.reconcile", "arms")["use"]["verbs"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
