"""The events and accounts of a story in, findings out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Event, EventId, Family, Finding
from twosource.reconcile.apart import set_apart
from twosource.reconcile.book import open_book
from twosource.reconcile.episodes import find_episodes
from twosource.reconcile.numbered import weigh_numbers
from twosource.reconcile.opposites import find_opposites
from twosource.reconcile.propositions import Saying, tell_mentions
from twosource.reconcile.responsible import find_responsible
from twosource.reconcile.spared import deny_harm
from twosource.reconcile.story_tolls import lead_tolls
from twosource.reconcile.thinning import thin
from twosource.reconcile.tolls import tell_figures
from twosource.reconcile.worded import weigh_words

Key = tuple[EventId, str, tuple[str, ...]]
WITH_VALUES = frozenset({"when", "where", "weapon"})


def weigh(
    events: Sequence[Event],
    accounts: Sequence[Account],
    families: Sequence[Family],
    settings: Settings,
) -> tuple[Finding, ...]:
    """Where each slot of each event of one story stands, and why."""
    book = open_book(accounts, families, settings)
    episodes = find_episodes(events, book.accounts)
    by_id = {event.id: event for event in events}
    found: list[Finding] = []
    for (_, slot, _), group in _group(tell_mentions(events, book)):
        event = by_id[group[0].event]
        found += weigh_words(event, slot, group, book)
    counts = list(tell_figures(events, book, episodes))
    for _, group in _group(set_apart([*counts, *deny_harm(counts, book)])):
        found.append(weigh_numbers(by_id[group[0].event], group, book))
    found += find_opposites(events, book, episodes)
    found += find_responsible(events, book, episodes)
    kept = lead_tolls(thin(found, by_id), book.accounts, book.families)
    return tuple(sorted(kept, key=lambda finding: (finding.event, finding.slot, finding.id)))


def _group(sayings: Iterable[Saying]) -> list[tuple[Key, list[Saying]]]:
    groups: dict[Key, list[Saying]] = defaultdict(list)
    for one in sayings:
        groups[one.event, one.slot, one.key].append(one)
    return sorted(groups.items(), key=lambda row: row[0])
