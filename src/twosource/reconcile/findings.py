"""The events and accounts of a story in, findings out."""

from collections.abc import Sequence

from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Event, Family, Finding


def weigh(
    events: Sequence[Event],
    accounts: Sequence[Account],
    families: Sequence[Family],
    settings: Settings,
) -> tuple[Finding, ...]:
    """Where each slot of each event of one story stands, and why."""
    return ()
