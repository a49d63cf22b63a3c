"""A trigger in, its time, its place and the claim that tells it out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from twosource.base.grammar import clause_of
from twosource.base.reading import Reading
from twosource.base.records import Claim, Place, Span, Time
from twosource.extract.event_places import choose_place

Row = TypeVar("Row", Time, Place)
DEEP = 4  # clauses within clauses looked at
DATED = frozenset({"DATE", "TIME"})
VERBS = frozenset({"VERB", "AUX"})
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
    places = _by_sentence((each for each in account.places if each.role == "location"), homes)
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
    cue = claim.cue if claim is not None else None
    if trigger.dep_ == "nsubjpass" and cue is not None and cue.start <= trigger.head.idx < cue.end:
        cue = None
    rows = [
        row for row in scene.times
        if (cue is None or not _stands_by(*row, cue)) and not _tells_of_another(row[1], trigger)
    ]  # fmt: skip
    return _nearest(trigger, rows)


def _tells_of_another(time: Token, trigger: Token) -> bool:
    """Whether a time is that of some other noun: "died after Thursday's clashes".

    So is one that stands in a relative clause about another noun.
    """
    if time.dep_ == "poss" and time.head.dep_ == "pobj" and trigger != time.head:
        return time.head.head.lower_ in {"after", "before", "following", "since"}
    home, clause = clause_of(trigger), clause_of(time)
    for _ in range(DEEP):
        if clause in (home, clause.head):
            return False
        if clause.dep_ == "relcl":
            return clause.head != trigger
        clause = clause_of(clause.head)
    return False


def _stands_by(time: Time, token: Token, cue: Span) -> bool:
    """Whether the time hangs on the cue itself, with no other noun between ("Monday's raid")."""
    while token.pos_ not in VERBS and token.head != token:
        if token.pos_ in NOUNS and not time.span.start <= token.idx < time.span.end:
            return False
        token = token.head
    return cue.start <= token.idx < cue.end


def place_of(trigger: Token, scene: Scene, reading: Reading) -> Place | None:
    """The place of the trigger's sentence that fits it best; None when the sentence names none."""
    places = [place for place, _ in scene.places]
    chosen = choose_place(reading, trigger, places) if len(places) > 1 else None
    return next((each for each in places if each.id == chosen), places[0] if places else None)


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
