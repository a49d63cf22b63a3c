"""A record in, the form with which people decide on it out: what may be decided, on what words."""

from dataclasses import dataclass

from twosource.base.archive import Archive
from twosource.base.archive_judgements import Search, list_judgements
from twosource.base.archive_stories import load_story, story_of
from twosource.base.errors import InputError
from twosource.base.judgements import Action, Aim, Anchor, in_force
from twosource.base.stories import Dossier
from twosource.runners.judging_drafts import find_aim
from twosource.runners.judging_wants import FITTING, GRADES, event_types, measures
from twosource.serve.web.decide_choices import (
    Choice,
    list_mergers,
    list_names,
    list_parts,
    list_stories_near,
)

WORDS: dict[str, str] = {
    "accept": "Accept",
    "reject": "Reject",
    "edit": "Edit the value",
    "rate": "Rate",
    "verify": "Verified",
    "retract": "Retracted",
    "sensitive": "Sensitive",
    "note": "Note",
    "merge": "Merge",
    "split": "Split off",
}
MORE: dict[str, str] = {
    "rename": "Rename",
    "add_figure": "A figure",
    "add_claim": "A claim",
    "add_event": "An event",
    "undo": "Undo",
}
HINTS = {  # what a decision means, told when it is chosen
    "accept": "It says what the reports say. Whether that is true is another matter.",
    "reject": "Misread: it becomes unsupported and leaves the brief.",
    "edit": "Your value takes the place of the one that was read, and says so.",
    "rate": "How far you believe it: 1 is confirmed, 6 cannot be judged.",
    "verify": "You checked it elsewhere, and it held.",
    "retract": "Its source took it back.",
    "sensitive": "Handle with care before it is passed on.",
    "note": "A remark for your colleagues; nothing else changes.",
}
LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
DIGITS = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
Grades = dict[str, tuple[tuple[str, str], ...]]  # of each outlet: who gave which grade
QUOTES = 3


@dataclass(frozen=True, slots=True)
class DecideContext:
    """The form: the record, its quotes, the actions that fit, and what can be chosen."""

    target: str
    aim: Aim
    chosen: Action
    actions: tuple[Choice, ...]
    quotes: tuple[Anchor, ...]
    back: str
    counted: bool = False  # the value is a number
    grades: tuple[Choice, ...] = ()
    mergers: tuple[Choice, ...] = ()
    stories: tuple[Choice, ...] = ()
    parts: tuple[Choice, ...] = ()
    names: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()


def build_decide(archive: Archive, target: str, chosen: str, back: str) -> DecideContext:
    """The form for this record. Raises UnknownIdError, and InputError for a misfit action."""
    aim = find_aim(archive, target)
    actions = FITTING[aim.kind]
    if chosen and chosen not in actions:
        raise InputError(f"{chosen} does not fit a record of kind {aim.kind}")
    action = next((each for each in actions if each == chosen), actions[0])
    story = story_of(archive, target.partition("@")[0].partition("/")[0])
    dossier = load_story(archive, story) if story is not None else None
    return DecideContext(
        target, aim, action,
        tuple(Choice(each, {**WORDS, **MORE}[each], _hint(aim, each)) for each in actions),
        tuple(each for each in aim.anchors if each.quote)[:QUOTES],
        back,
        dossier is not None and _is_counted(dossier, target),
        _grades(aim),
        list_mergers(aim, dossier, target),
        list_stories_near(archive, aim, dossier),
        list_parts(aim, dossier, target),
        list_names(aim, dossier),
        measures() if aim.kind == "report" else (),
        event_types() if aim.kind == "report" else (),
    )  # fmt: skip


def grades_of(archive: Archive) -> Grades:
    """Each rated outlet's grades with who gave them; each reviewer's latest."""
    told = in_force(list_judgements(archive, Search(action="rate")))
    found: dict[str, dict[str, str]] = {}
    for each in told:
        if each.aim.kind == "outlet" and each.wanted.grade:
            found.setdefault(each.aim.name, {})[each.by] = each.wanted.grade
    return {name: tuple(sorted(rows.items())) for name, rows in sorted(found.items())}


def _hint(aim: Aim, action: Action) -> str:
    """What a decision means: of a finding, where the words alone do not say."""
    return HINTS.get(action, "") if aim.kind == "finding" else ""


def _is_counted(dossier: Dossier, target: str) -> bool:
    value = next((each.value for each in dossier.findings if each.id == target), None)
    return value is not None and (value.low is not None or value.high is not None)


def _grades(aim: Aim) -> tuple[Choice, ...]:
    words = {**LETTERS, **DIGITS}
    return tuple(Choice(each, f"{each} – {words[each]}") for each in GRADES.get(aim.kind, ""))
