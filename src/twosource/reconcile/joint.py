"""A party in a sentence in, those named together with it out: "the Front and the Brigade"."""

import re
from collections.abc import Iterator

from twosource.base.records import Account, Actor, Span

LINK = re.compile(r"\s*(?:,|,?\s*(?:and|or|along with|together with))\s+(?:the\s+)?", re.I)
FOLLOWS = re.compile(r"\s*(?:[,.;:\"”’)]|(?:for|of|over|in|on|and|or|along|together)\b|$)", re.I)


def named_together(party: Actor, sentence: Span, account: Account) -> tuple[Actor, ...]:
    """The party and those joined to it by a comma or "and", in the order of the text.

    Whoever does something of his own behind the "and" is not joined to it ("blamed the Front, and
    the Brigade denied it").
    """
    return (*reversed(list(_ahead(party, sentence, account))), party,
            *_behind(party, sentence, account))  # fmt: skip


def _behind(party: Actor, sentence: Span, account: Account) -> Iterator[Actor]:
    text, last = account.report.text, party
    for actor in sorted(_within(sentence, account), key=_place):
        if actor.span.start < last.span.end or not LINK.fullmatch(_between(last, actor, text)):
            continue
        if FOLLOWS.match(text, actor.span.end):
            yield actor
            last = actor


def _ahead(party: Actor, sentence: Span, account: Account) -> Iterator[Actor]:
    text, last = account.report.text, party
    for actor in sorted(_within(sentence, account), key=_place, reverse=True):
        if actor.span.end <= last.span.start and LINK.fullmatch(_between(actor, last, text)):
            yield actor
            last = actor


def _within(sentence: Span, account: Account) -> list[Actor]:
    return [actor for actor in account.actors if sentence.covers(actor.span)]


def _place(actor: Actor) -> tuple[int, int, str]:
    return actor.span.start, actor.span.end, actor.id


def _between(left: Actor, right: Actor, text: str) -> str:
    return text[left.span.end : right.span.start]
