"""A pile in, its accounts or its dossier out."""

import sys
from collections.abc import Iterator

from twosource.base.records import Account, Skip
from twosource.base.stories import Dossier
from twosource.capture.paths import capture_paths
from twosource.runners.local import Way, assemble_pile, read_pile
from twosource.serve.options import Pile
from twosource.serve.output import Log


def read_accounts(pile: Pile) -> Iterator[Account | Skip]:
    """One account for each report of the pile, in order, and its skips."""
    items = capture_paths(pile.paths, sys.stdin.buffer)
    return read_pile(items, pile.settings, Way(pile.text_only, pile.published))


def build_dossier(pile: Pile, log: Log) -> Dossier:
    """All that is known of the pile."""
    return assemble_pile(log.follow(read_accounts(pile)), pile.settings)
