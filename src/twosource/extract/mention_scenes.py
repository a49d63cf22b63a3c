"""A trigger in, its time, its place and the claim that tells it out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from twosource.base.grammar import clause_of
from twosource.base.reading import Reading
from twosource.base.records import Claim, Place, Span, Time
from twosource.extract.event_places import choose_place, may_hold
from twosource.extract.mention_triggers import read_trigger

Row = TypeVar("Row", Time, Place)
DEEP = 4  # clauses within clauses looked at
LINK = re.compile(r"[\s,]*(?:(?:late|early|earlier|later|on|in a statement)[\s,]+)*")
DATED = frozenset({"DATE", "TIME"})
VERBS = frozenset({"VERB", "AUX"})
AFTER = frozenset({"after", "following"})
TOLLS = frozenset({"toll", "tolls", "tally", "number", "count"})
GENTLE = frozenset({"speech_act", "agreement", "plan", "state"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The times and places of one sentence, each with its first token."""

    times: tuple[tuple[Time, Token], ...] = ()
    places: tuple[tuple[Place, Token], ...] = ()


def find_scenes(reading: Reading) -> dict[int, Scene]:
    """The scene of each passage by its first token; passages with neither have none."""
    account = reading.account
    homes = {token.idx: token for passage in reading.passages for token in passage}
    times = _by_sentence((each for each in account.times if each.type in DATED), homes)
    places = _by_sentence((each for each in account.places if may_hold(each, reading)), homes)
    return {
        start: Scene(tuple(times.get(start, ())), tuple(places.get(start, ())))
        for start in sorted(times.keys() | places.keys())
    }


def _by_sentence(
    rows: Iterable[Row], homes: dict[int, Token]
) -> dict[int, list[tuple[Row, Token]]]:
    found: dict[int, list[tuple[Row, Token]]] = {}
    for row in rows:
        token = homes.get(row.span.start)
        if token is not None:
            found.setdefault(token.sent.start, []).append((row, token))
    return found


def time_of(trigger: Token, scene: Scene, claim: Claim | None) -> Time | None:
    """The time in the trigger's own clause, else the nearest in its sentence.

    The day on which somebody speaks of it ("said on Tuesday that …") is not its day, save where it
    is what is spoken of: "on Tuesday blasts were reported".
    """
    rows = [row for row in scene.times if not _tells_of_another(row[1], trigger)]
    cue = claim.cue if claim is not None else None
    if claim is not None and cue is not None and not _is_told_of(trigger, cue):
        rows = [row for row in rows if not _is_of_saying(*row, claim, cue)]
    return _nearest(trigger, rows)


def _is_told_of(trigger: Token, cue: Span) -> bool:
    """Whether the trigger is what a cue in the passive tells of: "blasts were reported"."""
    return trigger.dep_ == "nsubjpass" and cue.start <= trigger.head.idx < cue.end


def _is_of_saying(time: Time, token: Token, claim: Claim, cue: Span) -> bool:
    """Whether the time is that of the saying: by the parse, or since it stands beside the cue.

    Beside it: "the Front on Friday claimed …", "said late on Friday it had …".
    """
    if _stands_by(time, token, cue):
        return True
    if token.dep_ == "poss":
        return False
    speaker = claim.speaker.span if claim.speaker is not None else None
    before = cue if time.span.start >= cue.end else speaker
    if before is None or not before.end < time.span.start:
        return False
    return LINK.fullmatch(token.doc.text, before.end, time.span.start) is not None


def _tells_of_another(time: Token, trigger: Token) -> bool:
    """Whether a time is that of something else: "died after Thursday's clashes".

    So is one that stands in a relative clause about another noun.
    """
    if time.dep_ == "poss" and time.head.dep_ == "pobj" and trigger != time.head:
        return time.head.head.lower_ in {"after", "before", "following", "since"}
    if _came_before(time, trigger) or _is_of_toll(time, trigger):
        return True
    home, clause = clause_of(trigger), clause_of(time)
    for _ in range(DEEP):
        if clause in (home, clause.head):
            return False
        if clause.dep_ == "relcl":
            return clause.head != trigger
        clause = clause_of(clause.head)
    return False


def _came_before(time: Token, trigger: Token) -> bool:
    """Whether the time is that of a gentle act which the trigger's happening came before.

    "Visited the wounded on Friday after an ambush": the ambush was not on Friday for certain. Harm
    behind an act of force ("died on Friday after a bomb went off") mostly has its day.
    """
    token = trigger
    for _ in range(DEEP):
        led = token.dep_ == "advcl" and any(child.lower_ in AFTER for child in token.lefts)
        if led or (token.dep_ in {"pobj", "pcomp"} and token.head.lower_ in AFTER):
            act = token.head if led else token.head.head
            inside = token == time or token in time.ancestors
            return not inside and act.pos_ in VERBS and _is_gentle(act)
        token = token.head
    return False


def _is_of_toll(time: Token, trigger: Token) -> bool:
    """Whether the time is that at which a toll rose: "the toll of the strike rose on Friday"."""
    token = trigger
    for _ in range(DEEP):
        if token.lower_ in TOLLS:
            return token not in time.ancestors
        if token.dep_ not in {"pobj", "prep", "compound"}:
            return False
        token = token.head
    return False


def _is_gentle(verb: Token) -> bool:
    """Whether nobody comes to harm by it."""
    found = read_trigger(verb)
    return found is None or found.event is None or found.event.kind in GENTLE


def _stands_by(time: Time, token: Token, cue: Span) -> bool:
    """Whether the time hangs on the cue itself, with no other noun between ("Monday's raid")."""
    while token.pos_ not in VERBS and token.head != token:
        if token.pos_ in NOUNS and not time.span.start <= token.idx < time.span.end:
            return False
        token = token.head
    return cue.start <= token.idx < cue.end


def place_of(trigger: Token, scene: Scene, reading: Reading) -> Place | None:
    """The place of the trigger's sentence that fits it best; None when none does."""
    return choose_place(reading, trigger, [place for place, _ in scene.places])


def _nearest(trigger: Token, rows: Sequence[tuple[Row, Token]]) -> Row | None:
    if not rows:
        return None
    home = clause_of(trigger)
    ranked = [
        (clause_of(token) != home, abs(token.i - trigger.i), number)
        for number, (_, token) in enumerate(rows)
    ]
    return rows[min(ranked)[2]][0]


def claim_of(span: Span, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose words tell this, the innermost one; None when the outlet tells it."""
    covering = [
        (content.end - content.start, number)
        for number, claim in enumerate(claims)
        for content in claim.content
        if content.covers(span)
    ]
    return claims[min(covering)[1]] if covering else None
