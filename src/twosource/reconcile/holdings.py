"""The reports of a story in, who is said to hold, take or leave which place out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from twosource.base.moments import is_full_day, to_when
from twosource.base.records import Account, Claim, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice
from twosource.reconcile.holding_cues import HINT, Cue, Deed, find_cues
from twosource.reconcile.holding_parties import ANY_REBELS, find_holders, is_force
from twosource.reconcile.holding_places import (
    Spot,
    find_named_before,
    is_in_town,
    is_on_map,
    read_spot,
)
from twosource.reconcile.keys import SOME_STATE
from twosource.reconcile.passages import SENTENCE
from twosource.reconcile.turns import voices_at

DAY = 10  # characters of an ISO date
LONG_AGO = 40  # days before its report: what was taken then is history


@dataclass(frozen=True, slots=True)
class Holding:
    """One word on who holds a place. `day` is that of the taking or leaving, else of the report.

    `denied`: it is said not to be so; `who` is then empty where nobody is named.
    """

    spot: Spot
    deed: Deed
    who: str  # the party's key
    name: str  # as written
    day: str
    account: Account
    sentence: Span
    voices: tuple[Voice, ...]
    claim: str | None
    cue: Cue

    @property
    def denied(self) -> bool:
        """Whether it is said not to be so."""
        return self.cue.denied


def find_holdings(book: Book) -> list[Holding]:
    """Each word on who holds a place, in the order of the reports and their texts."""
    found = [one for account in book.accounts.values() for one in _read(account, book)]
    found = list(_name_sites(found))
    sure = {one.spot.name for one in found if one.cue.sure or one.spot.kind}
    kept = [one for one in found if one.cue.sure or one.spot.name in sure
            or is_on_map(one.spot, book)]  # fmt: skip
    return _name_loose(kept)


def _name_sites(holdings: list[Holding]) -> Iterator[Holding]:
    """The same; "the valley" that no report names before is the one that another names."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in holdings:
        named[one.spot.site].add(one.spot.name)
    for one in holdings:
        names = named[one.spot.site] - {""}
        if one.spot.name:
            yield one
        elif len(names) == 1:
            yield replace(one, spot=replace(one.spot, name=min(names)))


def _read(account: Account, book: Book) -> Iterator[Holding]:
    text = account.report.text
    if HINT.search(text.lower()) is None:
        return
    outside = [piece.span for piece in account.report.furniture]
    if account.report.title is not None:
        outside.append(account.report.title)
    last: Spot | None = None
    for match in SENTENCE.finditer(text):
        sentence = Span(*match.span())
        if any(span.overlaps(sentence) for span in outside):
            continue
        for cue in find_cues(match.group()):
            for one in _holdings_of(cue, sentence, account, book, last):
                last = one.spot
                yield one


def _holdings_of(
    cue: Cue, sentence: Span, account: Account, book: Book, last: Spot | None
) -> Iterator[Holding]:
    spot = _find_spot(cue, sentence, account, last)
    at = sentence.start + cue.at
    telling = [
        each for each in account.mentions if each.trigger.start <= at + 1 <= each.trigger.end
    ]
    if spot is None or any(each.scope == "background" for each in telling):
        return
    taken = any("territory" in (each.acled.sub_event_type or "") for each in telling)
    cue = replace(cue, sure=cue.sure or taken)
    claim = _claim_at(account, at)
    cue = _turned(cue, claim, sentence, account)
    voices, _ = voices_at(book, account, claim, at)
    day = _day_of(cue, sentence, account)
    if day is None:
        return
    for who, name in find_holders(cue, sentence, account, book, voices):
        said = voices if claim is not None or not cue.own else ()
        yield Holding(spot, cue.deed, who, name, day, account, sentence, said,
                      claim.id if claim is not None else None, cue)  # fmt: skip


def _find_spot(cue: Cue, sentence: Span, account: Account, last: Spot | None) -> Spot | None:
    """The place meant; "the town" and "it" are the one named last."""
    text = account.report.text
    words = text[sentence.start + cue.place[0] : sentence.start + cue.place[1]]
    spot = read_spot(words, ahead=cue.place[0] > cue.at)
    if spot is None or spot.name:
        return spot
    named = find_named_before(spot, account, sentence.start + cue.at) if spot.site else None
    if named is not None:
        return named
    if last is not None and spot.site in {"", last.site}:
        return replace(last, part=spot.part)
    here = _place_before(account, sentence.start + cue.at)
    if spot.site and not is_in_town(spot):
        return spot
    if here is None or spot.kind == "it" or not here.name:
        return None
    return replace(here, site=spot.site or here.site, part=spot.part)


def _place_before(account: Account, until: int) -> Spot | None:
    """The place on the map or off it that is named last before."""
    near = [
        each.span for each in account.places if each.role == "location" and each.span.end <= until
    ]
    return read_spot(max(near).quote(account.report.text), ahead=False) if near else None


def _claim_at(account: Account, at: int) -> Claim | None:
    """The narrowest claim whose words have this place."""
    around = [
        (part.end - part.start, each.id, each)
        for each in account.claims
        for part in each.content
        if part.start <= at < part.end and not each.headline
    ]
    return min(around)[2] if around else None


def _turned(cue: Cue, claim: Claim | None, sentence: Span, account: Account) -> Cue:
    """The cue, denied where its claim denies it or where the sentence calls it false."""
    denied = claim is not None and claim.polarity == "-"
    text = sentence.quote(account.report.text).lower()
    called = _claims().search(text[: cue.at]) and _false().search(text, cue.at)
    turned = replace(cue, denied=cue.denied != bool(denied or called))
    if turned.deed == "leave" and turned.denied:  # "has not lost it" holds it
        return replace(turned, deed="hold", denied=False, lasting=True)
    return turned


def _day_of(cue: Cue, sentence: Span, account: Account) -> str | None:
    """The day of the deed, else of the report; None: long ago, or nobody knows."""
    published = (account.report.published.value or "")[:DAY]
    at = sentence.start + cue.at
    told = sorted(
        (abs(each.span.start - at), when.start[:DAY])
        for each in account.times
        if sentence.covers(each.span) and is_full_day(each.value)
        for when in [to_when(each.value)]
        if when is not None
    )
    day = told[0][1] if told and (cue.deed != "hold" or cue.former) else published
    old = [
        when.end
        for each in account.times
        if sentence.covers(each.span) and not is_full_day(each.value)
        for when in [to_when(each.value)]
        if when is not None
    ]
    if published and cue.deed != "hold" and any(_gap(end, published) > LONG_AGO for end in old):
        return None
    if published and day and not -1 <= _gap(day, published) <= LONG_AGO:
        return None
    return day or None


def _gap(day: str, later: str) -> int:
    try:
        return (date.fromisoformat(later[:DAY]) - date.fromisoformat(day[:DAY])).days
    except ValueError:
        return 0


def _name_loose(holdings: list[Holding]) -> list[Holding]:
    """The same, "rebels" called by the one body there is beside the states, "the army" alike."""
    bodies = {one.who for one in holdings if one.who.startswith("body:")}
    bodies |= {
        voice.key
        for one in holdings
        for voice in one.voices
        if voice.key is not None and voice.key.startswith("body:") and is_force(voice.name)
    }
    states = {one.who for one in holdings if one.who.startswith("state:")} - {SOME_STATE}
    names = {ANY_REBELS: min(bodies)} if len(bodies) == 1 else {}
    if len(states) == 1:
        names[SOME_STATE] = min(states)
    return [replace(one, who=names.get(one.who, one.who)) for one in holdings]


@cache
def _claims() -> re.Pattern[str]:
    told = "|".join(load_words("twosource.reconcile", "control")["claims"])
    return re.compile(rf"\b(?:{told})\b")


@cache
def _false() -> re.Pattern[str]:
    told = "|".join(load_words("twosource.reconcile", "control")["false"])
    return re.compile(rf"\b(?:is|are|was|were|as) (?:\w+ )?(?:{told})\b")
