"""Where a person's hand comes in on the way from accounts to a dossier: four hooks.

The pipeline calls them and knows nothing of judgements; `runners/judging.py` makes a `Hand` of
the judgements in force. Without one, everything passes as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twosource.base.records import Account, Report
from twosource.base.stories import Event, Family, Finding, Story


def _as_read(account: Account) -> Account:
    return account


def _as_grouped(
    stories: Sequence[Story], _families: Sequence[Family], _reports: Sequence[Report]
) -> tuple[Story, ...]:
    return tuple(stories)


def _as_joined(
    _story: Story, events: Sequence[Event], _accounts: Sequence[Account]
) -> tuple[Event, ...]:
    return tuple(events)


def _as_weighed(findings: Sequence[Finding], _accounts: Sequence[Account]) -> tuple[Finding, ...]:
    return tuple(findings)


@dataclass(frozen=True, slots=True)
class Hand:
    """What people decided, at the places where it counts.

    `revise` adds to and takes from what was read in a report, `regroup` merges and splits stories,
    `rejoin` merges and splits the events of one story, `decide` sets decisions beside findings.
    """

    revise: Callable[[Account], Account] = _as_read
    regroup: Callable[[Sequence[Story], Sequence[Family], Sequence[Report]], tuple[Story, ...]] = (
        _as_grouped
    )
    rejoin: Callable[[Story, Sequence[Event], Sequence[Account]], tuple[Event, ...]] = _as_joined
    decide: Callable[[Sequence[Finding], Sequence[Account]], tuple[Finding, ...]] = _as_weighed


NO_HAND = Hand()
