"""The accounts of a story in, the bodies whose offices its speakers hold out.

"Police chief N.", "General N. of the army" and "N., director of the clinic" speak for their bodies:
they and their body are one origin, in whatever report either is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.base.countries import by_demonym, by_name
from twosource.base.records import Account, Actor, Claim, Span, Speaker
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import AGAINST, SOME_STATE, find_states, key_of, plain, surname_of
from twosource.reconcile.lands import land_in

REACH = 120  # characters behind a name within which its office is told
OFFICE = re.compile(r"\s*,?\s+(?:(?:the|a|an|its)\s+)?[^,.;:\n\"“”]*")  # ", director of the clinic"
BOUND = re.compile(r"[.!?;:\n\"“”]")
PART = re.compile(r"\b(?:of|for|from|at|with)\s+(?:the\s+)?$|[’']s\s+$", re.I)
COMMAND = re.compile(
    r"(?:the )?(?:\w+ )?(?:command|leadership|headquarters|bureau|office) of ", re.I
)
LOCAL = re.compile(r"(?:authorities|administration|leadership)\s+(?:in|of)\s", re.I)
FORMER = frozenset({"former", "ex", "late", "ousted", "exiled", "retired"})
KNOWN = ("body:", "state:")


def find_officeholders(accounts: Sequence[Account]) -> dict[str, str]:
    """For each surname the key of the body an office of which its bearer holds by any report."""
    found: dict[str, str] = {}
    states = find_states(accounts)
    for account in accounts:
        state = _only_state(states or (SOME_STATE,)) or _only_state(_own_states(account, states))
        for claim in account.claims:
            name = claim.speaker.name if claim.speaker is not None else None
            key = _body_of(account, claim, state) if name and claim.attribution == "named" else None
            if name and key is not None:
                surname = surname_of(name)
                found[surname] = min(found.get(surname, key), key, key=_firmest)
        for surname, key in _introduced(account):
            found[surname] = min(found.get(surname, key), key, key=_firmest)
    return found


def _own_states(account: Account, states: Sequence[str]) -> Sequence[str]:
    """The states that the report may mean by "the minister": not those whose people are attacked.

    Of two states those left when the foe is taken out; else those that the report itself names.
    """
    actors = {actor.id: actor for actor in account.actors}
    harmed = {
        key_of(actors[each.actor], account)
        for mention in account.mentions
        if mention.plover.event == "ASSAULT"
        for each in mention.participants
        if each.role in {"recipient", "affected"} and each.actor in actors
    }
    left = [key for key in states if key not in harmed]
    return left if len(left) < len(states) else find_states([account])


def _introduced(account: Account) -> Iterator[tuple[str, str]]:
    """Each surname with the body of which its bearer is told to hold an office: "N., chief of"."""
    text = account.report.text
    for actor in account.actors:
        if (
            actor.kind != "person"
            or not actor.name
            or text[actor.span.end : actor.span.end + 1] != ","
        ):
            continue
        behind = OFFICE.match(text, actor.span.end, actor.span.end + REACH)
        key = _named_body(account, Span(actor.span.start, behind.end())) if behind else None
        if key is not None and not FORMER & set(plain(behind.group()).split() if behind else ()):
            yield surname_of(actor.name), key


def _only_state(states: Sequence[str]) -> str | None:
    return states[0] if len(states) == 1 else None


def _firmest(key: str) -> tuple[bool, bool, str]:
    return key == SOME_STATE, key.startswith("state:"), key


def _body_of(account: Account, claim: Claim, state: str | None) -> str | None:
    """The key of the body for which the claim's speaker speaks by his or her title."""
    called = _calling(account, claim)
    if called is None:
        return None
    words = plain(called.quote(account.report.text)).split()
    if FORMER & set(words):
        return None
    title = called.quote(account.report.text)
    named = _named_body(account, called) or _body_before(account, called)
    land = land_in(title) if named is None else None
    if land is not None:
        return f"state:{land}"
    if named is not None or not _is_of_state(words, account):
        return named
    return _named_state(title) or state


def _named_state(words: str) -> str | None:
    """The state of which a title is by its own words: "U.S. Secretary of State N."."""
    told = (word.strip(",") for word in words.split())
    found = (by_name(word) or by_demonym(word) for word in told if word[:1].isupper())
    return next((f"state:{country.iso3}" for country in found if country is not None), None)


def _calling(account: Account, claim: Claim) -> Span | None:
    """The speaker's name with the titles around it: "N., director of the clinic"."""
    span = claim.speaker.span if claim.speaker is not None else None
    if span is None:
        return None
    text, end = account.report.text, span.end
    cue = claim.cue.start if claim.cue is not None else -1
    if end < cue <= end + REACH and BOUND.search(text, end, cue) is None:
        return Span(span.start, cue)
    behind = OFFICE.match(text, end, end + REACH) if cue < span.start and cue >= 0 else None
    return Span(span.start, behind.end() if behind is not None else end)


def _named_body(account: Account, called: Span) -> str | None:
    """The body that the title names: "of the clinic", "UN coordinator"."""
    text = account.report.text
    for actor in account.actors:
        key = key_of(actor, account)
        if key is None or not key.startswith(KNOWN) or key == SOME_STATE or actor.kind == "person":
            continue
        if called.covers(actor.span) and _holds_office(text[called.start : actor.span.start]):
            return key
    return None


def _body_before(account: Account, called: Span) -> str | None:
    """The body of a long title before the name: "UN envoy for the valley N."."""
    text = account.report.text
    for actor in account.actors:
        gap = text[actor.span.end : called.start]
        if not 0 < len(gap) < REACH or actor.kind == "person" or not _title().fullmatch(gap):
            continue
        key = key_of(actor, account)
        if key is not None and key.startswith(KNOWN) and key != SOME_STATE:
            return key
    return None


@cache
def _title() -> re.Pattern[str]:
    """What stands between a body and the name of one who holds an office of it."""
    offices = "|".join(map(re.escape, load_words("twosource.reconcile", "speakers")["titles"]))
    small = "for|of|on|to|in|and|the"
    return re.compile(
        rf"(?:['’]s)?\s(?:[\w-]+\s){{0,3}}?(?i:[\w-]*(?:{offices}))(?:\s(?:{small}|[A-Z][\w-]*))*,?\s"
    )


def _holds_office(before: str) -> bool:
    """Whether the words before a body's name in a title make its bearer one of the body."""
    return not before.strip(" ,") or PART.search(before) is not None


def _is_of_state(words: Sequence[str], account: Account) -> bool:
    """Whether the title is one of a state's: a ministry's, an army's, a minister, a general."""
    if set(words) & _table("offices") or set(words) & _table("ministers"):
        return True
    if "secretary" in words and set(words) & _table("secretaries"):
        return True
    if words[:1] and words[0] in _table("heads"):
        return "of" not in words
    fighters = {"rebel_group", "militia", "de_facto_military"}
    named = any(actor.name and actor.kind in fighters for actor in account.actors)
    return bool(set(words) & _table("ranks")) and not named


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "speakers")[name])


def is_office(words: str) -> bool:
    """Whether the words end with the office of a state: "the interior ministry"."""
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    return plain(words).split()[-1:] != [] and plain(words).split()[-1] in offices


def find_armed(account: Account, speaker: Speaker | None) -> Actor | None:
    """The armed group by name that a command's name ends with: "the command of the N. Army"."""
    span = speaker.span if speaker is not None else None
    if span is None or COMMAND.match(span.quote(account.report.text)) is None:
        return None
    ends = (each for each in account.actors if span.covers(each.span) and each.span.end == span.end)
    return next((each for each in ends if each.name and each.kind in AGAINST), None)


def is_local_office(account: Account, claim: Claim) -> bool:
    """Whether it is some place's own authorities that speak: "the authorities in the valley"."""
    span = claim.speaker.span if claim.speaker is not None else None
    text = account.report.text
    return span is not None and LOCAL.search(text, span.start, span.end + 5) is not None
