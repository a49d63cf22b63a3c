"""The passages of a story in, contested findings out: statements that cannot both be true."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import ReportId
from twosource.base.stories import Citation, Event, EventId, Finding
from twosource.reconcile.arms import find_unused, find_used, iter_arms
from twosource.reconcile.book import Book
from twosource.reconcile.episodes import Episodes
from twosource.reconcile.independence import find_blocs
from twosource.reconcile.keys import plain
from twosource.reconcile.outcome import Outcome, make_finding
from twosource.reconcile.passages import Passage, find_passages
from twosource.reconcile.propositions import Saying, as_of_report, remarks_of
from twosource.reconcile.relations import RELATIONS
from twosource.reconcile.status import judge
from twosource.reconcile.worded import quote_loaded

PLACED = frozenset({"control"})  # who holds one town says nothing of another


@dataclass(frozen=True, slots=True)
class Clash:
    """What is said, what stands against it, and why both cannot be true."""

    slot: str
    key: str
    why: str
    said: tuple[Passage, ...]
    against: tuple[Passage, ...]


def find_opposites(events: Sequence[Event], book: Book, episodes: Episodes) -> list[Finding]:
    """The contested findings of a story that words, not numbers, make."""
    passages = tuple(find_passages(book))
    homes = {(each.report, each.mention): event.id for event in events for each in event.mentions}
    by_id = {event.id: event for event in events}
    found = []
    for clash in (*find_clashes(passages), *find_denied_arms(passages)):
        home = _home(clash, homes) or episodes.any_event
        if home is not None:
            finding = _weigh(by_id[home], clash, book)
            found += [finding] if finding is not None else []
    return found


def find_clashes(passages: Sequence[Passage]) -> Iterator[Clash]:
    """Each statement of some kind with the passages that contradict it."""
    for relation in RELATIONS:
        keys = sorted({key for one in passages for key in relation.claims(one.text)})
        for key in keys:
            said = tuple(one for one in passages if key in relation.claims(one.text))
            against = tuple(
                one
                for one in passages
                if one not in said and relation.opposes(key, one.text) and _elsewhere(one, said)
                if relation.slot not in PLACED or _of_one_place(one, said)
            )
            if against:
                yield Clash(relation.slot, key, relation.why, said, against)


def find_denied_arms(passages: Sequence[Passage]) -> Iterator[Clash]:
    """What is told of the use of some arms, with the words of those who deny it."""
    for arms in iter_arms(passages):
        used, unused = find_used(passages, arms), find_unused(passages, arms)
        against = tuple(
            one for one in unused if _by_other_mouths(one, used) and _of_one_region(one, used)
        )
        if used and against:
            yield Clash("weapon", arms, f"one tells of {arms}, another denies the use",
                        used, against)  # fmt: skip


def _by_other_mouths(one: Passage, said: Sequence[Passage]) -> bool:
    """Whether others by name say it: what the police deny, their own ministry may admit."""
    names = {plain(voice.name) for other in said for voice in other.voices}
    return not any(plain(voice.name) in names for voice in one.voices)


def _of_one_region(one: Passage, said: Sequence[Passage]) -> bool:
    """Whether the reports name one place, or one of them names none."""
    here = _named_in(one)
    return any(not here or not there or bool(here & there) for there in map(_named_in, said))


def _named_in(passage: Passage) -> frozenset[str]:
    """The places that the report names, on the map or not."""
    account = passage.account
    told = [each for each in account.places if each.role == "location"]
    text = account.report.text
    return frozenset(each.placing.name or plain(each.span.quote(text)) for each in told)


def _of_one_place(one: Passage, said: Sequence[Passage]) -> bool:
    """Whether some statement is of a place named in both, or of one that neither names."""
    here = _places(one)
    return any(
        other.account.report.id == one.account.report.id
        or bool(here & _places(other))
        or not (here or _places(other))
        for other in said
    )


def _places(passage: Passage) -> frozenset[str]:
    """The names of the places in the passage's sentence, else where the report's happening was."""
    account, text = passage.account, passage.account.report.text
    told = [each for each in account.places if passage.sentence.covers(each.span)]
    here = [each for each in told if each.role == "location"]
    if here:
        return frozenset(each.placing.name or plain(each.span.quote(text)) for each in here)
    main = account.main.place if account.main is not None else None
    lent = [each.placing.name for each in account.places if each.id == main]
    return frozenset(name for name in lent if name is not None)


def _elsewhere(one: Passage, said: Sequence[Passage]) -> bool:
    """Whether somebody else says it: one speaker who qualifies himself contradicts nobody."""
    voices = {mark for other in said for voice in other.voices for mark in voice.marks}
    return not any(mark in voices for voice in one.voices for mark in voice.marks)


def _weigh(event: Event, clash: Clash, book: Book) -> Finding | None:
    said = find_blocs(
        [one for each in clash.said for one in _sayings(event, clash, each, book)], book
    )
    against = find_blocs(
        [one for each in clash.against for one in _sayings(event, clash, each, book)], book
    )
    if not said or not against:
        return None
    verdict = judge(said, against, book.policy)
    lead = min(clash.said, key=lambda one: (len(one.text), one.account.report.id, one.span))
    words = lead.span.quote(lead.account.report.text)
    text = quote_loaded(_without_loose_marks(words))
    outcome = Outcome(clash.slot, clash.key, text[:1].upper() + text[1:], verdict, said, against)
    finding = make_finding(event, outcome, book)
    return _because(finding, clash.why)


def _without_loose_marks(words: str) -> str:
    """The words without a comma at their end and without a mark whose pair they lack.

    >>> _without_loose_marks('nobody was hit,"')
    'nobody was hit'
    """
    if words.count("“") != words.count("”") or words.count('"') == 1:
        words = words.strip('“”"')
    return words.rstrip(", ")


def _because(finding: Finding, why: str) -> Finding:
    return replace(finding, reason=f"{why}: {finding.reason}", rule="contrary-words")


def _sayings(event: Event, clash: Clash, passage: Passage, book: Book) -> Iterator[Saying]:
    report = passage.account.report
    for voice in passage.voices:
        yield Saying(
            event=event.id,
            slot=clash.slot,
            voice=voice,
            report=report.id,
            citation=Citation(report.id, passage.span.start, passage.span.end),
            text=passage.span.quote(report.text),
            as_of=as_of_report(passage.account),
            remarks=remarks_of(passage.account, book, passage.claim),
        )


def _home(clash: Clash, homes: Mapping[tuple[ReportId, str], EventId]) -> EventId | None:
    """The event that the statement's own sentence tells of, None when it tells of none."""
    for passage in sorted(clash.said, key=lambda one: (one.account.report.id, one.span)):
        for mention in passage.account.mentions:
            inside = passage.span.covers(mention.trigger)
            home = homes.get((passage.account.report.id, mention.id))
            if inside and home is not None:
                return home
    return None
