"""An archive in, its reports put into families and stories; what is to be worked out is marked.

Several processes may do this at once: each reads, works, and writes only when nobody wrote since;
who came second looks again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.base.archive import Archive
from twosource.base.archive_group_writes import (
    change_links,
    keep_sketches,
    make_due,
    replace_groups,
    replan,
    take_turn,
)
from twosource.base.archive_groups import (
    Turn,
    all_grouped,
    due_stories,
    found_stories,
    has_other_sketches,
    list_pending,
    load_families,
    read_turn,
    reports_that_tell,
)
from twosource.base.archive_judgements import list_judgements
from twosource.base.judgements import Judgement, in_force
from twosource.base.settings import Settings
from twosource.base.stories import Family, Story
from twosource.runners.basis import basis_of, sketches_of
from twosource.runners.growing import Grown, Source, grow_groups
from twosource.runners.planning import named_reports, plan_stories

Grouped = tuple[dict[str, Story], dict[str, Family]]


@dataclass(frozen=True, slots=True)
class Look:
    """How an archive stands, as one process saw it."""

    turn: Turn | None
    basis: str  # that is wanted
    judgements: tuple[Judgement, ...]  # all, the latest first
    grown: Grown | None
    sketches: int  # the number of their kind

    @property
    def judged(self) -> int:
        """The number of the last judgement."""
        return self.judgements[0].number if self.judgements else 0

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to do."""
        return self.turn is not None and self.grown is None and self.then == self.turn

    @property
    def then(self) -> Turn:
        """Where the groups will stand; the number counts only when something changes."""
        number = self.turn.number if self.turn is not None else 0
        return Turn(number, self.basis, self.judged)


def group_reports(archive: Archive, settings: Settings) -> None:
    """Put new reports into families and stories, apply new decisions, and mark what is due."""
    basis = basis_of(archive, settings)
    while True:
        look = _look(archive, settings, basis)
        if look.is_done:
            return
        with archive.writing() as connection:
            then = look.then
            then = Turn(then.number + 1, then.basis, then.judged)
            if take_turn(connection, look.turn, then):
                _write(connection, look, then.number)
                return


def is_older(archive: Archive, settings: Settings) -> bool:
    """Whether the stories rest on other versions or settings, or none were ever found."""
    with archive.reading() as connection:
        turn = read_turn(connection)
    return turn is None or turn.basis != basis_of(archive, settings)


def is_fresh(archive: Archive, settings: Settings) -> bool:
    """Whether the stories that are shown are those that a new reading would give."""
    last = list_judgements(archive, limit=1)
    wanted = (basis_of(archive, settings), last[0].number if last else 0)
    with archive.reading() as connection:
        turn = read_turn(connection)
        open_work = list_pending(connection) or due_stories(connection, 1)
    return turn is not None and (turn.basis, turn.judged) == wanted and not open_work


def _look(archive: Archive, settings: Settings, basis: str) -> Look:
    judgements, kind = list_judgements(archive), sketches_of(archive)
    with archive.reading() as connection:
        turn = read_turn(connection)
        older = turn is not None and turn.basis != basis
        first = turn is None or (older and has_other_sketches(connection, kind))
        grown = grow_groups(Source(archive, settings, connection), first=first)
    return Look(turn, basis, judgements, grown, kind)


def _write(connection: Connection, look: Look, turn: int) -> None:
    changed, renewed = _write_groups(connection, look)
    rulings = [
        each
        for each in in_force(look.judgements)
        if each.aim.kind == "story" and each.action in {"merge", "split"}
    ]
    fresh = list(_fresh(look))
    decided = {name for each in fresh for name in named_reports(each)}
    names = _names(look.judgements) if any(_is_naming(each) for each in fresh) else []
    told = reports_that_tell(connection, names)
    plan = plan_stories(connection, changed | decided, rulings, renewed | decided)
    replan(connection, plan.dropped, plan.stories, turn)
    if look.turn is not None and look.turn.basis != look.basis:
        make_due(connection, turn, None)
    else:
        make_due(connection, turn, decided | told)


def _write_groups(connection: Connection, look: Look) -> tuple[set[str], set[str]]:
    """The reports whose found story changed, and those whose family did."""
    grown = look.grown
    if grown is None:
        return set(), set()
    touched = all_grouped(connection) if grown.touched is None else {*map(str, grown.touched)}
    before = _read_groups(connection, touched)
    keep_sketches(connection, look.sketches, grown.rows(), anew=grown.is_all)
    change_links(
        connection,
        [(link.left, link.right) for link in grown.removed],
        [(link.left, link.right, link.grade) for link in grown.added],
        anew=grown.touched is None,
    )
    replace_groups(connection, touched, grown.families, grown.stories)
    stories = {str(story.id): story for story in grown.stories}
    families = {family.id: family for family in grown.families}
    return _moved(before[0], stories), _moved(before[1], families)


def _read_groups(connection: Connection, reports: set[str]) -> Grouped:
    families = load_families(connection, reports)
    return found_stories(connection, reports), {family.id: family for family in families}


def _moved(
    before: Mapping[str, Story] | Mapping[str, Family],
    after: Mapping[str, Story] | Mapping[str, Family],
) -> set[str]:
    """The reports of groups that are not as they were."""
    names = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    groups = [group for name in names for group in (before.get(name), after.get(name)) if group]
    return {report for group in groups for report in group.reports}


def _fresh(look: Look) -> Iterator[Judgement]:
    """The judgements that came since, and for an undoing the one that it undoes or restores."""
    seen = look.turn.judged if look.turn is not None else 0
    by_id = {each.id: each for each in look.judgements}
    for each in look.judgements:
        if each.number <= seen:
            continue
        yield each
        while each.action == "undo" and each.target in by_id:
            each = by_id[each.target]  # noqa: PLW2901 - an undoing may undo an undoing
            yield each


def _is_naming(judgement: Judgement) -> bool:
    return judgement.aim.kind in {"actor", "place"}


def _names(judgements: Sequence[Judgement]) -> list[str]:
    """Every name that was ever decided on: renaming one may change where another leads."""
    return sorted({each.aim.name for each in judgements if _is_naming(each)})
