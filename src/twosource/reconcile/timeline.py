"""Events and findings in, a timeline out."""

from collections.abc import Sequence

from twosource.base.records import Account
from twosource.base.stories import Entry, Event, Finding


def make_timeline(
    events: Sequence[Event], findings: Sequence[Finding], accounts: Sequence[Account]
) -> tuple[Entry, ...]:
    """The dated entries of one story, by date."""
    return ()
