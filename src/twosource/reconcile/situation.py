"""The findings of a story in, the state of each theme out."""

from collections.abc import Sequence

from twosource.base.records import Account
from twosource.base.stories import Event, Finding, Situation, Story


def describe_situation(
    story: Story,
    events: Sequence[Event],
    findings: Sequence[Finding],
    accounts: Sequence[Account],
) -> tuple[Situation, ...]:
    """The state of each theme that the story's reports carry."""
    return ()
