"""Words that a person marked in an account's report in, the account with one more part out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from twosource.base.judgements import Judgement, Wanted
from twosource.base.numbers import parse_number, parse_vague
from twosource.base.records import (
    Account,
    Acled,
    Claim,
    Figure,
    Mention,
    Place,
    Plover,
    Qualifier,
    Span,
    Speaker,
    Time,
)
from twosource.base.vocabulary import load_words

Named = TypeVar("Named", Time, Place)
END = re.compile(r"[.!?][\"'”’)]*(?=\s+[A-Z\"'“‘(]|\s*$)|\n")
WORDS = re.compile(r"[\w,.]*\w|\w")
RUN = 6  # words that a number may have


def add_figure(account: Account, told: Judgement, span: Span) -> Account:
    """The account with the figure: its numbers as given, else as the words spell them."""
    text, wanted = account.report.text, told.wanted
    number = _find_number(span, text)
    low, high = _ends(wanted, number, text)
    account, claim = _claim_of(account, told, span)
    mention = _nearest(account.mentions, span, text)
    figure = Figure(
        f"f-{told.id}", span, wanted.measure or "other", _qualifier(low, high), number,
        wanted.victim_class or "all", low if low == high else wanted.best, low, high,
        claim=claim, mention=mention.id if mention is not None else None,
        as_of=account.report.published.value, scope=mention.scope if mention else "current",
    )  # fmt: skip
    return replace(account, figures=(*account.figures, figure))


def add_claim(account: Account, told: Judgement, span: Span) -> Account:
    """The account with the claim; what stands in its words is its speaker's from now on."""
    name = told.wanted.speaker
    actor = next((each.id for each in account.actors if each.name == name and name), None)
    claim = Claim(
        f"c-{told.id}", (span,), Speaker(None, name, actor) if name else None,
        attribution="named" if name else "unattributed",
    )  # fmt: skip
    return replace(
        account,
        claims=(*account.claims, claim),
        figures=tuple(
            replace(each, claim=claim.id) if span.covers(each.span) else each
            for each in account.figures
        ),
        mentions=tuple(
            replace(each, claim=claim.id) if span.covers(each.trigger) else each
            for each in account.mentions
        ),
    )


def add_event(account: Account, told: Judgement, span: Span) -> Account:
    """The account with the mention; it has the day, place and claim that its sentence has."""
    text = account.report.text
    sentence = sentence_of(span, text)
    acled, plover = types_of(told.wanted.event_type)
    places = [each for each in account.places if each.role == "location"]
    place, time = _within(places, sentence, span), _within(account.times, sentence, span)
    claim = next(
        (each for each in account.claims if any(part.covers(span) for part in each.content)), None
    )
    mention = Mention(
        f"m-{told.id}", span, sentence, " ".join(span.quote(text).lower().split()),
        acled=acled, plover=plover, time=time.id if time else None,
        place=place.id if place else None, claim=claim.id if claim else None,
    )  # fmt: skip
    return replace(account, mentions=(*account.mentions, mention))


def sentence_of(span: Span, text: str) -> Span:
    """The sentence around some words."""
    before = [match.end() for match in END.finditer(text, 0, span.start)]
    after = END.search(text, span.end)
    start = before[-1] if before else 0
    while start < span.start and text[start].isspace():
        start += 1
    end = after.end() if after is not None else len(text)
    return Span(start, end if text[end - 1 : end] != "\n" else end - 1)


@cache
def types_of(sub_event_type: str | None) -> tuple[Acled, Plover]:
    """ACLED's and PLOVER's types by ACLED's sub-event type, as the word list of events has them."""
    words = load_words("twosource.extract", "events")
    for short, (event_type, sub) in words["acled"].items():
        if sub == sub_event_type:
            rows = [row for row in words["event"] if row.get("acled") == short]
            plover = rows[0].get("plover") if rows else None
            return Acled(event_type, sub), Plover(plover)
    return Acled(), Plover()


def _ends(wanted: Wanted, number: Span | None, text: str) -> tuple[float | None, float | None]:
    if wanted.low is not None or wanted.high is not None or wanted.best is not None:
        low = wanted.low if wanted.low is not None else wanted.best
        given = wanted.high is not None or wanted.best is None or wanted.low is not None
        return low, wanted.high if given else wanted.best
    if number is None:
        return None, None
    words = number.quote(text)
    exact = parse_number(words)
    return (exact, exact) if exact is not None else (parse_vague(words), None)


def _qualifier(low: float | None, high: float | None) -> Qualifier:
    if low is None:
        return "none_given" if high is None else "up_to"
    if high is None:
        return "at_least"
    return "exact" if low == high else "between"


def _find_number(span: Span, text: str) -> Span | None:
    """The longest run of number words among the words; the first of equals."""
    words = [Span(*match.span()) for match in WORDS.finditer(text, span.start, span.end)]
    runs = [
        Span(words[first].start, words[last].end)
        for first in range(len(words))
        for last in range(first, min(first + RUN, len(words)))
    ]
    spelt = [run for run in runs if _spells(run.quote(text))]
    return min(spelt, key=lambda run: (run.start - run.end, run.start), default=None)


def _spells(words: str) -> bool:
    plain = words.lower() not in {"a", "an", "the"}
    return plain and (parse_number(words) is not None or parse_vague(words) is not None)


def _claim_of(account: Account, told: Judgement, span: Span) -> tuple[Account, str | None]:
    """The claim a figure is part of: that of the speaker a person names, else the one around it."""
    name = told.wanted.speaker
    around = [each for each in account.claims if any(part.covers(span) for part in each.content)]
    if not name:
        return account, around[0].id if around else None
    for each in around:
        if each.speaker is not None and each.speaker.name == name:
            return account, each.id
    account = add_claim(account, told, span)
    return account, account.claims[-1].id


def _nearest(mentions: Sequence[Mention], span: Span, text: str) -> Mention | None:
    """The mention of the same sentence, the nearest one; None when there is none."""
    sentence = sentence_of(span, text)
    near = [each for each in mentions if sentence.covers(each.trigger)]
    return min(near, key=lambda each: (_apart(each.trigger, span), each.trigger), default=None)


def _within(parts: Iterable[Named], sentence: Span, span: Span) -> Named | None:
    near = [each for each in parts if sentence.covers(each.span)]
    return min(near, key=lambda each: (_apart(each.span, span), each.span), default=None)


def _apart(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)
