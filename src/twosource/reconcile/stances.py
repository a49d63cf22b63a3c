"""A theme and what the reports tell of it in, who says, admits, claims and denies what out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from twosource.base.body import body_spans
from twosource.base.labels import label_of
from twosource.base.records import Account, Claim, Mention, ReportId, Span
from twosource.base.stories import Citation, Event, EventId, Finding, Origin, Stance, Told
from twosource.base.vocabulary import load_words
from twosource.reconcile.pronouns import name_behind, say_whom
from twosource.reconcile.timeline_days import find_sentences

MOST = 6  # stances of a theme, the latest
EACH = 2  # of one speaker
SHORTEST = 3  # words: what is shorter says nothing alone
OWN_LOSSES = "a party's word on its own losses"  # the rule of a range that rests on an admission
CHANNELS = frozenset({"outlet", "agency", "media"})
Verb = Literal["said", "admitted", "claimed", "denied", "reported"]


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
    pattern, about = _any(tuple(table["phrases"])), _any(tuple(table.get("of", ())) or (r"\w+",))
    for account in accounts:
        text = account.report.text
        for body in body_spans(account.report):
            for sentence in find_sentences(text, body):
                told = pattern.search(text, sentence.start, sentence.end)
                if told and about.search(text, sentence.start, sentence.end):
                    span = Span(*told.span())
                    yield Spot(account, span, sentence, _claim_at(account, span))


def is_disputed(spots: Sequence[Spot]) -> bool:
    """Whether two speakers say of one sort of place that it is theirs."""
    about: list[str] = load_words("twosource.reconcile", "themes")["control"]["of"]
    held: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        speaker = _speaker(spot.account, spot.claim)
        words = spot.sentence.quote(spot.account.report.text).lower().split()
        if speaker is not None:
            for word in {each.strip('.,;:"”') for each in words} & set(about):
                held[word].add(_plain(speaker))
    return any(len(speakers) > 1 for speakers in held.values())


def tell_stances(spots: Iterable[Spot]) -> tuple[Stance, ...]:
    """What is said at these places, each speaker's words once, in the order they were said."""
    found: dict[tuple[str, str], Stance] = {}
    for spot in sorted(spots, key=lambda each: each.order):
        title = spot.account.report.title
        if title is not None and title.overlaps(spot.span):
            continue
        stance = _stance(spot)
        key = _plain(stance.name), _plain(stance.text)
        if len(stance.text.split()) < SHORTEST:
            continue
        known = found.get(key, replace(stance, citations=()))
        found[key] = replace(known, citations=(*known.citations, *stance.citations))
    return _latest(_fullest(list(found.values())))


def stances_of_findings(
    findings: Iterable[Finding], accounts: Mapping[ReportId, Account]
) -> tuple[Stance, ...]:
    """What the origins of some findings say and deny, in the words that are cited."""
    found: dict[tuple[str, str], Stance] = {}
    for finding in findings:
        for origin in finding.origins:
            told = next((each for each in origin.values if each.lifecycle == "live"), None)
            if told is None or not told.citations:
                continue
            stance = _stance_of(finding, origin, told, accounts[told.citations[0].report])
            found.setdefault((stance.name, stance.text), stance)
    return _latest(list(found.values()))


def _stance_of(finding: Finding, origin: Origin, told: Told, account: Account) -> Stance:
    """An origin's own words where they can be told from the sentence, else the sentence."""
    at = told.citations[0]
    sentence = Span(at.start, at.end)
    verb = _verb_of(finding, origin)
    for claim in account.claims:
        own = next((part for part in claim.content if sentence.covers(part)), None)
        speaker = _speaker(account, claim)
        same = speaker is not None and _plain(origin.name) == _plain(speaker)
        if own is not None and same and (verb == "denied") == (claim.polarity == "-"):
            words = " ".join(own.quote(account.report.text).split()).rstrip(",")
            return Stance(origin.name, verb, words.removeprefix("that "), told.citations)
    words = say_whom(sentence, account)
    if len(words.split()) < SHORTEST:
        return Stance(origin.name, verb, told.text or finding.text, told.citations)
    if _plain(origin.name) in _plain(words) and verb != "denied":
        return Stance(label_of(account.report), "reported", words, told.citations)
    return Stance(origin.name, verb, words, told.citations)


def _verb_of(finding: Finding, origin: Origin) -> Verb:
    if origin.side == "denies":
        return "denied"
    rule = finding.value.rule if finding.value is not None else None
    if origin.party and rule == OWN_LOSSES:
        return "admitted"
    return "reported" if origin.kind in CHANNELS else "said"


def _stance(spot: Spot) -> Stance:
    """The speaker's words; of a report's own word the sentence."""
    text, claim = spot.account.report.text, spot.claim
    name = _speaker(spot.account, claim)
    content = (
        next((each for each in claim.content if each.covers(spot.span)), None) if claim else None
    )
    verb = _verb(claim, text) if claim is not None else None
    if content is None or name is None or verb is None:
        told = say_whom(spot.sentence, spot.account)
        return Stance(
            label_of(spot.account.report), "reported", told, (_cite(spot, spot.sentence),)
        )
    words = " ".join(content.quote(text).split()).rstrip(",").removeprefix("that ")
    return Stance(name, verb, words, (_cite(spot, content),))


def _verb(claim: Claim, text: str) -> Verb | None:
    """How it is said; None for other words, such as a demand, which the sentence alone tells."""
    cue = set(claim.cue.quote(text).lower().split()) if claim.cue is not None else set()
    cues: Mapping[str, Sequence[str]] = load_words("twosource.reconcile", "themes")["cues"]
    verbs: tuple[Verb, ...] = ("denied", "admitted", "claimed", "said")
    if claim.polarity == "-":
        return "denied"
    return next((verb for verb in verbs if cue & set(cues[verb])), None)


def _speaker(account: Account, claim: Claim | None) -> str | None:
    """Who speaks, by name, else in the report's words; None: the outlet itself."""
    if claim is None or claim.speaker is None or claim.attribution == "unattributed":
        return None
    known = name_behind(claim.speaker, account)
    if known is None and claim.speaker.span is not None:
        known = claim.speaker.span.quote(account.report.text)
    return " ".join(known.split()) if known else None


def _claim_at(account: Account, span: Span) -> Claim | None:
    """The narrowest claim whose content has these words."""
    around = [
        (part.end - part.start, each.id, each)
        for each in account.claims
        for part in each.content
        if part.covers(span) and not each.headline
    ]
    return min(around)[2] if around else None


def _fullest(stances: Sequence[Stance]) -> list[Stance]:
    """The stances without those whose words stand within longer ones of the same speaker."""
    return [
        one
        for one in stances
        if not any(
            _plain(one.name) == _plain(other.name)
            and _plain(one.text) != _plain(other.text)
            and _plain(one.text) in _plain(other.text)
            for other in stances
        )
    ]


def _latest(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """The latest of each speaker, then the latest of all, in the order they were said."""
    said: dict[str, int] = defaultdict(int)
    kept: list[Stance] = []
    for one in reversed(stances):
        said[_plain(one.name)] += 1
        if said[_plain(one.name)] <= EACH and len(kept) < MOST:
            kept.append(one)
    return tuple(reversed(kept))


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold().removeprefix("the "))


def _cite(spot: Spot, span: Span) -> Citation:
    return Citation(spot.account.report.id, span.start, span.end)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)
