"""A new decision on a finding in, its story renewed without being worked out again out.

Most decisions are on findings, and change nothing that is read or joined: the story as it is kept,
its findings as they were worked out, and all decisions in force give the same bytes as working the
whole story out, in a fraction of the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from twosource.base.archive import Archive
from twosource.base.archive_changes import add_changes, open_state
from twosource.base.archive_group_writes import take_turn
from twosource.base.archive_groups import (
    Turn,
    due_stories,
    list_pending,
    read_turn,
    stream_reports,
)
from twosource.base.archive_judgements import list_judgements
from twosource.base.archive_story_writes import Page, Shown, keep_page, shown_stories
from twosource.base.judgements import Judgement
from twosource.base.settings import Settings
from twosource.base.stories import Dossier
from twosource.pipeline import conclude
from twosource.runners.basis import basis_of
from twosource.runners.differing import find_changes
from twosource.runners.judging import sort_rulings
from twosource.runners.judging_findings import decide, unsettle
from twosource.runners.pages import make_page


@dataclass(frozen=True, slots=True)
class Kept:
    """The one story that a decision touches, as it is kept, and where the archive stood."""

    turn: Turn
    shown: Shown
    dossier: Dossier  # with the reports' texts


def redecide(archive: Archive, settings: Settings, made: Judgement) -> bool:
    """Whether the story could be renewed so; if not, it is to be worked out.

    It cannot when the decision is on something else than a finding, touches several stories, or
    anything else is to be done as well.
    """
    judgements = list_judgements(archive)
    about = _about(made, {each.id: each for each in judgements})
    kept = _find_story(archive, settings, made, about) if about is not None else None
    if kept is None:
        return False
    findings = decide(
        sort_rulings(judgements).findings,
        [unsettle(each) for each in kept.dossier.findings],
        kept.dossier.accounts,
    )
    part = conclude(replace(kept.dossier, findings=findings, timeline=(), situation=()))
    return _write(archive, kept, make_page(part, made.made_at), made)


def _about(made: Judgement, by_id: Mapping[str, Judgement]) -> Judgement | None:
    """The decision on a finding that is made, undone or restored; None when it is on none."""
    while made.action == "undo" and made.target in by_id:
        made = by_id[made.target]
    return made if made.aim.kind == "finding" else None


def _find_story(
    archive: Archive, settings: Settings, made: Judgement, about: Judgement
) -> Kept | None:
    reports = {anchor.report for anchor in about.aim.anchors}
    basis = basis_of(archive, settings)
    with archive.reading() as connection:
        turn = read_turn(connection)
        if turn is None or (turn.basis, turn.judged) != (basis, made.number - 1):
            return None
        if list_pending(connection) or due_stories(connection, 1):
            return None
        found = list(shown_stories(connection, reports).values())
        if len(found) != 1:
            return None
        dossier = found[0].dossier
        names = dossier.stories[0].reports
        texts = {each.id: each.text for each in stream_reports(connection, names)}
    accounts = tuple(
        replace(each, report=replace(each.report, text=texts[each.report.id]))
        for each in dossier.accounts
    )
    return Kept(turn, found[0], replace(dossier, accounts=accounts))


def _write(archive: Archive, kept: Kept, page: Page, made: Judgement) -> bool:
    """Whether it was written: nobody else was quicker."""
    then = Turn(kept.turn.number + 1, kept.turn.basis, made.number)
    with archive.writing() as connection:
        if not take_turn(connection, kept.turn, then):
            connection.rollback()
            return False
        if page.digest != kept.shown.digest:
            keep_page(connection, page, archive.edition)
            changes = find_changes([kept.dossier], [page.dossier], made.made_at)
            add_changes(connection, open_state(archive, connection, made.made_at), changes)
    return True
