"""The accounts and events of a story in, its agreements out: between whom, since when, what binds.

What several reports tell of one agreement stands together when its mentions are of one event.
Nothing is merged in words: each party, day and term is a report's own, with a note.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import Account, Agreement, Participant, ReportId, Span, Term
from twosource.base.stories import Citation, Dossier, Event
from twosource.render.notes import Notebook, tidy
from twosource.render.phrases import time_words
from twosource.render.voices import full_names

MOST_DAYS = 3  # days told for the beginning or the end of one agreement
MOST_TERMS = 12
Told = tuple[Account, Agreement]
Events = Mapping[tuple[ReportId, str], Event]  # by report and mention


@dataclass(frozen=True, slots=True)
class PactPart:
    """Words of an agreement: a party, a day, a term.

    `who` are bound or accused, as far as the report tells; `by` is whose word it is, None for
    the outlet's own.
    """

    words: str
    notes: tuple[int, ...]
    who: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Pact:
    """One agreement of a story. `event` None: none of its mentions is of an event."""

    event: str | None
    title: str
    kind: str
    background: bool
    modality: str
    reports: int
    notes: tuple[int, ...]
    parties: tuple[PactPart, ...]
    mediators: tuple[PactPart, ...]
    in_force: tuple[PactPart, ...]
    until: tuple[PactPart, ...]
    obligations: tuple[PactPart, ...]
    breaches: tuple[PactPart, ...]

    @property
    def tells(self) -> bool:
        """Whether more is told of it than that there is one."""
        parts = (self.parties, self.mediators, self.in_force, self.obligations, self.breaches)
        return any(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """Words of one report; who is bound or accused, and whose word it is, None for nobody."""

    words: str
    cited: Citation
    who: str | None = None
    by: str | None = None


def make_pacts(dossier: Dossier, book: Notebook) -> tuple[Pact, ...]:
    """The agreements of the dossier's story: those of now first, the most told first."""
    events = {
        (each.report, each.mention): event for event in dossier.events for each in event.mentions
    }
    made = (_pact(group, events, book) for group in _group(dossier.accounts, events))
    told = [each for each in made if each.tells]
    return tuple(sorted(told, key=lambda each: (each.background, -each.reports, each.title)))


def cited_words(agreement: Agreement, account: Account) -> Iterator[Span]:
    """Every span that an agreement is told by: where its notes lead."""
    yield agreement.span
    yield from (each.span for each in (*agreement.parties, *agreement.mediators))
    yield from (each.span for each in (*agreement.obligations, *agreement.breaches))
    wanted = {agreement.in_force, agreement.until}
    yield from (each.span for each in account.times if each.id in wanted)


def _group(accounts: Iterable[Account], events: Events) -> Iterable[Sequence[Told]]:
    """What is told of one agreement together: by the event that most of its mentions are of."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for account in accounts:
        for each in account.agreements:
            home = _home(account, each, events)
            key = home.id if home is not None else f"{account.report.id}/{each.id}"
            groups[each.kind, key].append((account, each))
    return groups.values()


def _home(account: Account, agreement: Agreement, events: Events) -> Event | None:
    keys = [(account.report.id, each) for each in agreement.mentions]
    found = {events[key].id: events[key] for key in keys if key in events}
    return min(
        found.values(),
        key=lambda each: (each.scope != "current", -len(each.mentions), each.id),
        default=None,
    )


def _pact(told: Sequence[Told], events: Events, book: Notebook) -> Pact:
    account, first = told[0]
    home = _home(account, first, events)
    named = book.quote(Citation(account.report.id, first.span.start, first.span.end))
    modalities = [each.modality for _, each in told]
    mediators = _people(told, "mediators", book)
    return Pact(
        home.id if home is not None else None,
        home.title if home is not None else named.capitalize(),
        first.kind,
        home is not None and home.scope == "background",
        "asserted" if "asserted" in modalities else modalities[0],
        len({one.report.id for one, _ in told}),
        book.cite(Citation(one.report.id, each.span.start, each.span.end) for one, each in told),
        _without(_people(told, "parties", book), mediators),
        mediators,
        _days(told, "in_force", book),
        _days(told, "until", book),
        _terms(told, "obligations", book),
        _terms(told, "breaches", book),
    )


def _people(told: Sequence[Told], role: str, book: Notebook) -> tuple[PactPart, ...]:
    """Those who take part so, by the longest name that they have among them."""
    rows = [
        Row(name_of(account, each), Citation(account.report.id, each.span.start, each.span.end))
        for account, agreement in told
        for each in getattr(agreement, role)
    ]
    names = full_names(row.words for row in rows)
    return _once((replace(row, words=names[row.words]) for row in rows), book)


def _without(parties: Iterable[PactPart], others: Iterable[PactPart]) -> tuple[PactPart, ...]:
    """Who brings an agreement about for others is no party of it, whatever one report says."""
    names = {each.words.casefold() for each in others}
    return tuple(each for each in parties if each.words.casefold() not in names)


def _days(told: Sequence[Told], end: str, book: Notebook) -> tuple[PactPart, ...]:
    return _once(_list_days(told, end, book), book)[:MOST_DAYS]


def _list_days(told: Sequence[Told], end: str, book: Notebook) -> Iterator[Row]:
    for account, agreement in told:
        wanted = getattr(agreement, end)
        time = next((each for each in account.times if each.id == wanted), None)
        if time is not None:
            cited = Citation(account.report.id, time.span.start, time.span.end)
            yield Row(time_words(time.value) or book.quote(cited), cited)


def _terms(told: Sequence[Told], part: str, book: Notebook) -> tuple[PactPart, ...]:
    return _once(_list_terms(told, part, book), book)[:MOST_TERMS]


def _list_terms(told: Sequence[Told], part: str, book: Notebook) -> Iterator[Row]:
    for account, agreement in told:
        terms: tuple[Term, ...] = getattr(agreement, part)
        for each in terms:
            cited = Citation(account.report.id, each.span.start, each.span.end)
            who, by = _actor_name(account, each.party), speaker_of(account, each.claim)
            yield Row(book.quote(cited), cited, who, by)


def _once(rows: Iterable[Row], book: Notebook) -> tuple[PactPart, ...]:
    """Equal words by one speaker are one part, with the notes of all."""
    found: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.words.casefold(), row.by].append(row)
    return tuple(
        PactPart(
            same[0].words,
            book.cite(each.cited for each in same),
            tuple(dict.fromkeys(each.who for each in same if each.who is not None)),
            same[0].by,
        )
        for same in found.values()
    )


def name_of(account: Account, each: Participant) -> str:
    """Who takes part, by name; in the report's words where it names nobody."""
    return _actor_name(account, each.actor) or tidy(each.span.quote(account.report.text))


def _actor_name(account: Account, actor: str | None) -> str | None:
    """An actor's name, else the words for it; None for nobody."""
    found = next((each for each in account.actors if each.id == actor), None)
    if found is None:
        return None
    return found.name or tidy(found.span.quote(account.report.text))


def speaker_of(account: Account, claim: str | None) -> str | None:
    """Whose word a claim is; None for the outlet's own."""
    found = next((each for each in account.claims if each.id == claim), None)
    if found is None or found.speaker is None:
        return None
    spoken = found.speaker
    words = tidy(spoken.span.quote(account.report.text)) if spoken.span is not None else None
    return spoken.name or words
