"""A theme and what the reports tell of it in, who says, admits, claims and denies what out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from twosource.base.body import body_spans
from twosource.base.labels import label_of
from twosource.base.records import Account, Claim, ReportId, Span
from twosource.base.stories import Citation, Finding, Origin, Stance, Told
from twosource.base.vocabulary import load_words
from twosource.reconcile.pronouns import is_stand_in, name_behind, say_whom
from twosource.reconcile.tellings import Spot, any_of
from twosource.reconcile.timeline_days import find_sentences

MOST = 6  # stances of a theme, the latest
EACH = 2  # of one speaker
SHORTEST = 3  # words: what is shorter says nothing alone
OWN_LOSSES = "a party's word on its own losses"  # the rule of a range that rests on an admission
CHANNELS = frozenset({"outlet", "agency", "media"})
DETAILS = frozenset({"when", "where", "who", "weapon"})  # slots that nobody takes a stand on
Verb = Literal["said", "admitted", "claimed", "denied", "accused", "blamed", "reported"]


def is_disputed(states: Sequence[Spot], said: Sequence[Spot]) -> bool:
    """Whether two say of one sort of place that it is theirs, or the last word is a denial."""
    tables = load_words("twosource.reconcile", "themes")
    about: list[str] = tables["control"]["of"]
    left = any_of(tuple(tables["states"]["given_up"]))
    held: dict[str, set[str]] = defaultdict(set)
    for spot in states:
        if left.search(spot.sentence.quote(spot.account.report.text)):
            continue
        denied = spot.claim is not None and spot.claim.polarity == "-"
        speaker = None if denied else _speaker(spot.account, spot.claim)
        words = spot.sentence.quote(spot.account.report.text).lower().split()
        if speaker is not None:
            for word in {each.strip('.,;:"”') for each in words} & set(about):
                held[word].add(_plain(speaker))
    return any(len(speakers) > 1 for speakers in held.values()) or _is_denied([*states, *said])


def _is_denied(spots: Iterable[Spot]) -> bool:
    """Whether a denial is as late as all else that is said."""
    last: dict[bool, str] = {}
    for spot in spots:
        denied = spot.claim is not None and spot.claim.polarity == "-"
        last[denied] = max(last.get(denied, ""), spot.order[0])
    return len(last) > 1 and last[True] >= last[False]


def tell_stances(spots: Iterable[Spot], more: Sequence[Stance] = ()) -> tuple[Stance, ...]:
    """What is said at these places, each speaker's words once, in the order they were said.

    `more` are stances known already, told last.
    """
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
    again = {_plain(one.text) for one in more}
    said = [one for one in found.values() if _plain(one.text) not in again]
    return latest_stances(_fullest([*said, *more]))


def stances_of_findings(
    findings: Iterable[Finding], accounts: Mapping[ReportId, Account], side: str = ""
) -> tuple[Stance, ...]:
    """What the origins of some findings say and deny, in the words cited; of one `side` alone."""
    found: dict[tuple[str, str], Stance] = {}
    for finding in findings:
        told_by = [each for each in finding.origins if side in {"", each.side}]
        for origin in told_by if finding.slot not in DETAILS else ():
            told = next((each for each in origin.values if each.lifecycle == "live"), None)
            if told is None or not told.citations:
                continue
            stance = _stance_of(finding, origin, told, accounts[told.citations[0].report])
            found.setdefault((stance.name, stance.text), stance)
    return latest_stances(list(found.values()))


def _stance_of(finding: Finding, origin: Origin, told: Told, account: Account) -> Stance:
    """An origin's own words where they can be told from the sentence, else the sentence."""
    at = told.citations[0]
    sentence = Span(at.start, at.end)
    verb = _verb_of(finding, origin)
    for claim in account.claims:
        own = any(sentence.covers(part) for part in claim.content)
        speaker = _speaker(account, claim)
        same = speaker is not None and _plain(origin.name) == _plain(speaker)
        if own and same and (verb == "denied") == (claim.polarity == "-"):
            how = _verb(claim, account.report.text) if verb == "said" else None
            words = _own_words(claim, sentence, account, how or verb)
            return Stance(origin.name, how or verb, words, told.citations)
    words = say_whom(_whole(sentence, account), account)
    if _plain(origin.name) in _plain(words) and verb == "said":
        return Stance(label_of(account.report), "reported", words, told.citations)
    return Stance(origin.name, verb, words, told.citations)


def _whole(words: Span, account: Account) -> Span:
    """The sentence that some words stand in."""
    for body in body_spans(account.report):
        for sentence in find_sentences(account.report.text, body) if body.covers(words) else ():
            if sentence.covers(words):
                return sentence
    return words


def _verb_of(finding: Finding, origin: Origin) -> Verb:
    """How the origin tells it: its side, and what is known of the finding's value."""
    if origin.side == "denies":
        return "denied"
    rule = finding.value.rule if finding.value is not None else None
    if origin.party and rule == OWN_LOSSES:
        return "admitted"
    if origin.party and rule == "admitted":
        return "admitted"
    if origin.party and rule == "claimed":
        return "claimed"
    return "reported" if origin.kind in CHANNELS else "said"


def _stance(spot: Spot) -> Stance:
    """The speaker's words; of a report's own word the sentence."""
    account, claim = spot.account, spot.claim
    name = _speaker(account, claim)
    verb = _verb(claim, account.report.text) if claim is not None else None
    parts = claim.content if claim is not None else ()
    if claim is None or name is None or verb is None or not _cover(parts, spot.span):
        told = say_whom(spot.sentence, account)
        return Stance(label_of(account.report), "reported", told, (_cite(spot, spot.sentence),))
    words = _own_words(claim, spot.sentence, account, verb)
    content = next(each for each in parts if each.covers(spot.span))
    return Stance(name, verb, words, (_cite(spot, content),))


def _cover(parts: Iterable[Span], span: Span) -> bool:
    return any(each.covers(span) for each in parts)


def _own_words(claim: Claim, sentence: Span, account: Account, verb: Verb) -> str:
    """What the speaker says in the sentence, what stands between left out.

    Of blame, of a denial that is no clause alone, and of words too few, the whole sentence.
    """
    text = account.report.text
    parts = [each.quote(text) for each in claim.content if sentence.overlaps(each)]
    words = " … ".join(" ".join(each.split()).strip(",;") for each in parts)
    clause = words.removeprefix("that ")
    whole = verb in {"accused", "blamed"} or len(clause.split()) < SHORTEST
    if whole or (verb == "denied" and (clause == words or len(parts) > 1)):
        return say_whom(sentence, account)
    return clause


def _verb(claim: Claim, text: str) -> Verb | None:
    """How it is said; None for other words, such as a demand, which the sentence alone tells."""
    cue = set(claim.cue.quote(text).lower().split()) if claim.cue is not None else set()
    cues: Mapping[str, Sequence[str]] = load_words("twosource.reconcile", "themes")["cues"]
    verbs: tuple[Verb, ...] = ("denied", "accused", "blamed", "admitted", "claimed", "said")
    if claim.polarity == "-":
        return "denied"
    return next((verb for verb in verbs if cue & set(cues[verb])), None)


def _speaker(account: Account, claim: Claim | None) -> str | None:
    """Who speaks, by name, else in the report's words; None: the outlet itself."""
    if claim is None or claim.speaker is None or claim.attribution == "unattributed":
        return None
    span = claim.speaker.span
    words = span.quote(account.report.text) if span is not None else ""
    known = claim.speaker.name or (
        name_behind(claim.speaker, account) if is_stand_in(words) else ""
    )
    known = known or ("" if is_stand_in(words) else words)
    return " ".join(known.split()) if known else None


def _fullest(stances: Sequence[Stance]) -> list[Stance]:
    """The stances without those whose words stand within longer ones of the same speaker.

    Nor does an outlet tell what somebody who is named says in the same words.
    """
    spoken = {_plain(one.text) for one in stances if one.verb != "reported"}
    return [
        one
        for one in stances
        if (one.verb != "reported" or _plain(one.text) not in spoken)
        and not any(
            _plain(one.name) == _plain(other.name)
            and _plain(one.text) != _plain(other.text)
            and _plain(one.text) in _plain(other.text)
            for other in stances
        )
    ]


def latest_stances(stances: Sequence[Stance]) -> tuple[Stance, ...]:
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
