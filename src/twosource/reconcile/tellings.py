"""A theme and the accounts in, the places of reports that tell of it out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from twosource.base.body import body_spans
from twosource.base.records import Account, Claim, Mention, ReportId, Span
from twosource.base.stories import Event, EventId
from twosource.base.vocabulary import load_words
from twosource.reconcile.themes import NAMED
from twosource.reconcile.timeline_days import find_sentences


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a report that tells of a theme: the words around it, and whose word they are."""

    account: Account
    span: Span
    sentence: Span
    claim: Claim | None

    @property
    def order(self) -> tuple[str, ReportId, int]:
        """When it was published, and where it stands."""
        report = self.account.report
        return report.published.value or "", report.id, self.span.start


def spot_mention(mention: Mention, account: Account) -> Spot:
    """Where a mention is told."""
    claim = next((each for each in account.claims if each.id == mention.claim), None)
    return Spot(account, mention.trigger, mention.sentence, claim)


def spot_denials(
    events: Iterable[Event], themed: set[EventId], accounts: Mapping[ReportId, Account]
) -> Iterator[Spot]:
    """Where somebody denies one of these events."""
    for event in events:
        for joined in event.mentions if event.id in themed else ():
            account = accounts[joined.report]
            for mention in account.mentions:
                if mention.id != joined.mention or mention.modality != "negated":
                    continue
                spot = spot_mention(mention, account)
                if spot.claim is not None and spot.claim.polarity == "-":
                    yield spot


def spot_phrases(theme: str, accounts: Iterable[Account]) -> Iterator[Spot]:
    """Where a state of the theme is told in a sentence that tells of no happening of it."""
    table = load_words("twosource.reconcile", "themes")[theme]
    if "phrases" not in table:
        return
    pattern = any_of((*table["phrases"], *table.get("alone", ())))
    about = any_of(tuple(table.get("of", ())) or (r"\w+",))
    none = any_of(tuple(table.get("not", ())) or (r"(?!)",))
    for account in accounts:
        text = account.report.text
        for body in body_spans(account.report):
            for sentence in find_sentences(text, body):
                ends = sentence.start, sentence.end
                told = pattern.search(text, *ends)
                if told is None or none.search(text, *ends):
                    continue
                if about.search(text, *ends) or NAMED.match(text, told.end()):
                    span = Span(*told.span())
                    yield Spot(account, span, sentence, _claim_at(account, span))


def stands_alone(theme: str, spots: Iterable[Spot]) -> bool:
    """Whether the words of a state make a theme without any finding."""
    table = load_words("twosource.reconcile", "themes")[theme]
    alone = any_of(tuple(table.get("alone", ())) or (r"(?!)",))
    return bool(table.get("lone", True)) or any(
        alone.search(spot.sentence.quote(spot.account.report.text)) for spot in spots
    )


def _claim_at(account: Account, span: Span) -> Claim | None:
    """The narrowest claim whose content has these words."""
    around = [
        (part.end - part.start, each.id, each)
        for each in account.claims
        for part in each.content
        if part.covers(span) and not each.headline
    ]
    return min(around)[2] if around else None


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One of these patterns, whole, in whatever letters."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)
