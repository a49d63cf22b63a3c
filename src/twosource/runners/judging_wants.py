"""What a decision is to set, in words in, the checked values out; a mistake names its remedy."""

from collections.abc import Iterable
from dataclasses import fields

from twosource.base.errors import InputError
from twosource.base.judgements import Action, AimKind, Wanted
from twosource.base.vocabulary import load_words

FITTING: dict[AimKind, tuple[Action, ...]] = {  # which decisions each kind of record takes
    "finding": ("accept", "reject", "edit", "rate", "verify", "retract", "sensitive", "note"),
    "event": ("merge", "split", "note"),
    "story": ("merge", "split", "note"),
    "report": ("add_figure", "add_claim", "add_event", "retract", "note"),
    "figure": ("accept", "reject", "note"),
    "claim": ("accept", "reject", "note"),
    "mention": ("accept", "reject", "note"),
    "actor": ("rename", "merge", "note"),
    "place": ("rename", "merge", "note"),
    "outlet": ("rate", "note"),
    "judgement": ("undo",),
}
GRADES: dict[str, str] = {"finding": "123456", "outlet": "ABCDEF"}  # STANAG 2511
NUMBERS = ("low", "best", "high")
HIDDEN = ("placing",)  # set by the program, never by hand


def parse_want(pairs: Iterable[tuple[str, str]]) -> Wanted:
    """The values as named, such as `low=7`. Raises InputError for an unknown name or no number.

    >>> parse_want([("low", "7"), ("speaker", "Valley Health Office")]).low
    7.0
    """
    known = [each.name for each in fields(Wanted) if each.name not in HIDDEN]
    told: dict[str, str | float] = {}
    for name, words in pairs:
        if name not in known:
            raise InputError(f"no value is called {name!r}", remedy=f"Known: {', '.join(known)}")
        if words.strip():
            told[name] = _number(name, words) if name in NUMBERS else words.strip()
    return Wanted(**told)  # type: ignore[arg-type]  # numbers under the names of numbers


def check_want(action: Action, kind: AimKind, wanted: Wanted) -> None:
    """Nothing. Raises InputError when the decision does not fit the record or lacks a value."""
    if action not in FITTING[kind]:
        fitting = ", ".join(FITTING[kind])
        raise InputError(f"{action} does not fit a record of kind {kind}", remedy=f"Use {fitting}")
    if action == "edit":
        _check_value(wanted)
    elif action == "rate" and (not wanted.grade or wanted.grade not in GRADES[kind]):
        grades = GRADES[kind]
        raise InputError(
            f"no such grade: {wanted.grade}", remedy=f"From {grades[0]} to {grades[-1]}"
        )
    elif action == "rename" or (action == "merge" and kind in {"actor", "place"}):
        _need(wanted.text, "no name is given", "text=NAME")
    elif action == "add_figure":
        _need(wanted.measure, "no measure is given", "measure=killed")
    elif action == "add_event" and wanted.event_type not in {None, *event_types()}:
        raise InputError(f"no such event type: {wanted.event_type}")


def event_types() -> tuple[str, ...]:
    """ACLED's sub-event types, sorted."""
    words: dict[str, list[str]] = load_words("twosource.extract", "events")["acled"]
    return tuple(sorted(sub for _, sub in words.values()))


def measures() -> tuple[str, ...]:
    """What figures may count, sorted."""
    words: dict[str, str] = load_words("twosource.reconcile", "slots")["happened_many"]
    return tuple(sorted(words))


def _check_value(wanted: Wanted) -> None:
    given = [each for each in (wanted.low, wanted.best, wanted.high) if each is not None]
    if not given and not wanted.text:
        raise InputError("no value is given", remedy="Say best=7, or low, high or text")
    if given != sorted(given):
        raise InputError("low, best and high are not in order")


def _need(value: str | None, problem: str, remedy: str) -> None:
    if not value:
        raise InputError(problem, remedy=f"Say {remedy}")


def _number(name: str, words: str) -> float:
    try:
        number = float(words.replace(",", ""))
    except ValueError:
        raise InputError(f"{name} wants a number, not {words!r}") from None
    if not 0 <= number < float("inf"):
        raise InputError(f"{name} is a count of zero or more, not {words!r}")
    return number
