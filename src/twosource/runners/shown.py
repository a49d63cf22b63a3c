"""The dossier of one story in, its happenings as a map and a calendar draw them out."""

from textwrap import shorten

from twosource.base.kept import Shown
from twosource.base.records import Account, ReportId
from twosource.base.stories import Dossier, Event, Finding

LONGEST = 260  # characters of a sentence; what is longer ends in "…"
Accounts = dict[ReportId, Account]


def list_shown(part: Dossier) -> tuple[Shown, ...]:
    """The happenings of now, those that most reports tell of first; those told alike by id."""
    told = {each.event: each for each in part.findings if each.slot == "happened"}
    current = [each for each in part.events if each.scope == "current" and _is_drawn(each)]
    accounts = {each.report.id: each for each in part.accounts}
    drawn = [_draw(each, told.get(each.id), _words_of(each, accounts)) for each in current]
    return tuple(sorted(drawn, key=lambda each: (-each.told, each.event)))


def _is_drawn(event: Event) -> bool:
    """Whether it has a day or a point to stand at, and is no mere word or denial."""
    if event.modality in {"negated", "hypothetical", "threatened"} or event.kind == "speech_act":
        return False
    return event.when is not None or (event.place is not None and event.place.lat is not None)


def _words_of(event: Event, accounts: Accounts) -> tuple[str | None, str | None]:
    """The sentence of the first mention that says it, and where that stands."""
    said = [each for each in event.mentions if each.report in accounts]
    for joined in said:
        account = accounts[joined.report]
        mention = next((each for each in account.mentions if each.id == joined.mention), None)
        if mention is not None:
            span = mention.sentence
            words = shorten(span.quote(account.report.text), LONGEST, placeholder=" …")
            return words, f"{joined.report}#c{span.start}-{span.end}"
    return None, None


def _draw(event: Event, finding: Finding | None, told: tuple[str | None, str | None]) -> Shown:
    when, place = event.when, event.place
    return Shown(
        event.id,
        event.title,
        finding.status if finding is not None else None,
        when.start if when is not None else None,
        when.end if when is not None else None,
        when.precision if when is not None else None,
        place.name if place is not None else None,
        place.country if place is not None else None,
        place.precision if place is not None else None,
        place.lat if place is not None else None,
        place.lon if place is not None else None,
        len({each.report for each in event.mentions}),
        *told,
    )
