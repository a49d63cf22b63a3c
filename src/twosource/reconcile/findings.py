"""The events and accounts of a story in, findings out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, ReportId
from twosource.base.settings import Settings
from twosource.base.stories import Event, EventId, Family, Finding
from twosource.base.withdrawals import find_withdrawn, keep_standing
from twosource.reconcile.answers import answer
from twosource.reconcile.apart import set_apart
from twosource.reconcile.book import Book, open_book
from twosource.reconcile.control import find_control, tells_again
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
    gone, every = find_withdrawn(accounts, families), events
    if gone:
        events, accounts = keep_standing(events, accounts, gone)
    episodes = find_episodes(events, book.accounts, book.families)
    by_id = {event.id: event for event in events}
    worded = [
        (one, group)
        for (_, slot, _), group in _group(answer(list(tell_mentions(events, book)), book))
        for one in weigh_words(by_id[group[0].event], slot, group, book)
    ]
    deeds = {one.id for one in tell_harm_once([one for one, _ in worded], by_id, episodes.home)}
    worded = [(one, group) for one, group in worded if one.id in deeds]
    found = [one for one, _ in worded]
    counts = answer(list(_tell_counts(events, every, gone, book, episodes)), book)
    for _, group in _group(set_apart([*counts, *deny_harm(counts, book)])):
        found.append(weigh_numbers(by_id[group[0].event], group, book))
    found += find_control(events, book, episodes)
    clashes = find_opposites(events, book, episodes)
    found += [one for one in clashes if not tells_again(one, found)]
    found += find_responsible(events, book, episodes)
    kept = thin(found, by_id)
    kept += thin(_tell_otherwise(worded, kept, by_id, episodes, book), by_id)
    kept = lead_tolls(kept, {each.report.id: each for each in accounts}, book.families)
    return tuple(sorted(kept, key=lambda finding: (finding.event, finding.slot, finding.id)))


def _tell_counts(
    events: Sequence[Event],
    every: Sequence[Event],
    gone: Mapping[ReportId, ReportId],
    book: Book,
    episodes: Episodes,
) -> Iterator[Saying]:
    """What the figures say; those of a report that was taken back, once more as taken back.

    `every` are the events as told with what was taken back.
    """
    yield from (one for one in tell_figures(events, book, episodes) if one.report not in gone)
    known = {event.id for event in events}
    former = find_episodes(every, book.accounts, book.families) if gone else episodes
    for one in tell_figures(every, book, former) if gone else ():
        if gone.get(one.report, one.report) != one.report and one.event in known:
            yield from (one, replace(one, retracted=True))


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
