"""A pile in, its accounts or its dossier out."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from twosource.base.records import Account, Skip
from twosource.base.stories import Dossier
from twosource.capture.paths import capture_paths
from twosource.render.decided import leave_out_sensitive
from twosource.runners.local import Way, assemble_pile, read_pile
from twosource.serve.options import Choice, Pile
from twosource.serve.output import Log

if TYPE_CHECKING:
    from twosource.base.archive import Archive


def read_accounts(pile: Pile) -> Iterator[Account | Skip]:
    """One account for each report of the pile, in order, and its skips."""
    if pile.archive is not None:
        from twosource.runners.keeping import read_archive  # noqa: PLC0415 - the database is heavy

        with open_archive(pile) as archive:
            yield from read_archive(archive, pile.settings)
    if pile.paths:
        items = capture_paths(pile.paths, sys.stdin.buffer)
        yield from read_pile(items, pile.settings, Way(pile.text_only, pile.published))


def build_dossier(pile: Pile, log: Log, choice: Choice | None = None) -> Dossier:
    """All that is known of the pile, with what the archive ever skipped.

    The stories that an archive keeps are taken as they are when nothing came since and versions,
    settings and decisions are those of before; else they are assembled anew, to the same bytes.
    """
    if pile.archive is None:
        return assemble_pile(log.follow(read_accounts(pile)), pile.settings)
    from twosource.runners.grouping import is_fresh  # noqa: PLC0415 - the database is heavy

    with open_archive(pile) as archive:
        before = archive.skips()
        if not pile.paths and is_fresh(archive, pile.settings):
            dossier = _take_kept(pile, archive, log, choice)
        else:
            dossier = _assemble(pile, archive, log, choice)
    if not pile.sensitive:
        dossier = leave_out_sensitive(dossier, pile.archive)
    told = sorted({*dossier.skips, *before}, key=lambda each: (each.origin, each.step, each.reason))
    return replace(dossier, skips=tuple(told))


def _take_kept(pile: Pile, archive: "Archive", log: Log, choice: Choice | None) -> Dossier:
    from twosource.base.archive_stories import count_stories  # noqa: PLC0415 - as above
    from twosource.runners.whole import load_shown, tell_unread  # noqa: PLC0415 - as above

    if choice is None:
        dossier = load_shown(archive)
    else:
        dossier = load_shown(archive, choice.wanted, choice.limit)
        log.cut(len(dossier.stories), count_stories(archive, choice.wanted))
    for _ in log.follow(tell_unread(dossier.accounts, pile.settings)):
        pass
    return dossier


def _assemble(pile: Pile, archive: "Archive", log: Log, choice: Choice | None) -> Dossier:
    from twosource.base.archive_judgements import list_judgements  # noqa: PLC0415 - as above
    from twosource.runners.judging import take_hand  # noqa: PLC0415 - for an archive only
    from twosource.runners.whole import narrow  # noqa: PLC0415 - as above

    hand = take_hand(list_judgements(archive))
    dossier = assemble_pile(log.follow(read_accounts(pile)), pile.settings, hand)
    if choice is None:
        return dossier
    whole = narrow(dossier, choice.wanted, None)
    log.cut(min(len(whole.stories), choice.limit or len(whole.stories)), len(whole.stories))
    return narrow(whole, choice.wanted, choice.limit)


def open_archive(pile: Pile, *, create: bool = False, now: str = "") -> "Archive":
    """The pile's archive, with the versions in force. Raises ArchiveError when there is none."""
    from twosource.base.archive import Archive, Run  # noqa: PLC0415 - the database is heavy
    from twosource.runners.versions import find_versions  # noqa: PLC0415 - goes with it

    run = Run(now, " ".join(sys.argv[1:]), find_versions(pile.settings))
    return Archive.open(pile.archive or "", run, create=create)
