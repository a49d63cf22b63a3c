"""The events and accounts of a story in, findings out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Event, EventId, Family, Finding
from twosource.reconcile.answers import answer
from twosource.reconcile.apart import set_apart
from twosource.reconcile.book import Book, open_book
from twosource.reconcile.episodes import Episodes, find_episodes
from twosource.reconcile.numbered import weigh_numbers
from twosource.reconcile.opposites import find_opposites
from twosource.reconcile.propositions import Saying, tell_mentions
from twosource.reconcile.responsible import find_responsible
from twosource.reconcile.spared import deny_harm
from twosource.reconcile.story_tolls import lead_tolls
from twosource.reconcile.thinning import WHETHER, tell_harm_once, thin
from twosource.reconcile.tolls import tell_figures
from twosource.reconcile.worded import weigh_whether, weigh_words

Key = tuple[EventId, str, tuple[str, ...]]
SEVERAL = frozenset({"corroborated", "multiple_reports", "contested"})


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
    worded = [
        (one, group)
        for (_, slot, _), group in _group(answer(list(tell_mentions(events, book)), book))
        for one in weigh_words(by_id[group[0].event], slot, group, book)
    ]
    deeds = {one.id for one in tell_harm_once([one for one, _ in worded], by_id, episodes.home)}
    worded = [(one, group) for one, group in worded if one.id in deeds]
    found = [one for one, _ in worded]
    counts = answer(list(tell_figures(events, book, episodes)), book)
    for _, group in _group(set_apart([*counts, *deny_harm(counts, book)])):
        found.append(weigh_numbers(by_id[group[0].event], group, book))
    found += find_opposites(events, book, episodes)
    found += find_responsible(events, book, episodes)
    kept = thin(found, by_id)
    kept += thin(_tell_otherwise(worded, kept, by_id, episodes, book), by_id)
    kept = lead_tolls(kept, book.accounts, book.families)
    return tuple(sorted(kept, key=lambda finding: (finding.event, finding.slot, finding.id)))


def _tell_otherwise(
    worded: Iterable[tuple[Finding, Sequence[Saying]]],
    kept: Sequence[Finding],
    events: Mapping[EventId, Event],
    episodes: Episodes,
    book: Book,
) -> list[Finding]:
    """What several tell and lost its sentence to a weightier event, in other words of theirs.

    The harm of a deed told with the deed is not told again.
    """
    homes = {one.text: episodes.home(events[one.event]) for one in kept}
    left = {one.id for one in kept}
    again = [
        weigh_whether(events[one.event], one.slot, group, book, homes)
        for one, group in worded
        if one.slot in WHETHER and one.status in SEVERAL and one.id not in left
        if homes.get(one.text) != episodes.home(events[one.event])
    ]
    return [one for one in again if one.text not in homes]


def _group(sayings: Iterable[Saying]) -> list[tuple[Key, list[Saying]]]:
    groups: dict[Key, list[Saying]] = defaultdict(list)
    for one in sayings:
        groups[one.event, one.slot, one.key].append(one)
    return sorted(groups.items(), key=lambda row: row[0])
