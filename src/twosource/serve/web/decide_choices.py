"""A record that people decide on in, what its form offers to choose from out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.base.archive import Archive
from twosource.base.archive_stories import list_stories
from twosource.base.judgements import Aim
from twosource.base.kept import StoryFilter, StoryRow
from twosource.base.labels import label_of
from twosource.base.stories import Dossier
from twosource.render.phrases import plural, span_words
from twosource.render.sources import title_of

MOST = 400  # choices shown in one list
NEAR = 14  # days around a story in which it is looked for others to merge with
NEAREST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a form: what is sent, what is read."""

    value: str
    words: str
    note: str = ""


def list_mergers(aim: Aim, dossier: Dossier | None, target: str) -> tuple[Choice, ...]:
    """The other events of the story. Other stories are named by their address."""
    if aim.kind != "event" or dossier is None:
        return ()
    rows = [each for each in dossier.events if each.id != target]
    rows.sort(key=lambda each: (-len(each.mentions), each.title, each.id))
    return tuple(
        Choice(each.id, each.title, f"{len(each.mentions)} mentions") for each in rows[:MOST]
    )


def list_stories_near(archive: Archive, aim: Aim, dossier: Dossier | None) -> tuple[Choice, ...]:
    """The stories of these days, which this one may be merged with."""
    if aim.kind != "story" or dossier is None:
        return ()
    mine = dossier.stories[0]
    near = StoryFilter(since=_days_from(mine.start, -NEAR), until=_days_from(mine.end, NEAR))
    rows = list_stories(archive, near, limit=NEAREST)
    return tuple(Choice(each.id, each.title, _size(each)) for each in rows if each.id != mine.id)


def _size(row: StoryRow) -> str:
    """When a story was, and how many reports tell of it."""
    when = span_words(row.start, row.end) or "undated"
    return f"{when}, {plural(row.reports, 'report')}"


def _days_from(day: str | None, days: int) -> str | None:
    """So many days from then; None when nobody knows when.

    >>> _days_from("2031-05-12", -14), _days_from(None, 14)
    ('2031-04-28', None)
    """
    if day is None:
        return None
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()


def list_parts(aim: Aim, dossier: Dossier | None, target: str) -> tuple[Choice, ...]:
    """What can be split off: a story's reports, an event's mentions."""
    if dossier is None:
        return ()
    reports = {each.report.id: each for each in dossier.accounts}
    if aim.kind == "story":
        rows = sorted(
            dossier.accounts, key=lambda each: (each.report.published.value or "", each.report.id)
        )
        return tuple(
            Choice(each.report.id, label_of(each.report), title_of(each.report) or "")
            for each in rows[:MOST]
        )
    event = next((each for each in dossier.events if each.id == target), None)
    if event is None:
        return ()
    found = []
    for joined in event.mentions[:MOST]:
        account = reports[joined.report]
        told = next(each for each in account.mentions if each.id == joined.mention)
        quote = " ".join(told.sentence.quote(account.report.text).split())
        found.append(
            Choice(f"{joined.report}/{joined.mention}", label_of(account.report), quote[:200])
        )
    return tuple(found)


def list_names(aim: Aim, dossier: Dossier | None) -> tuple[str, ...]:
    """The speakers that a claim may have, for a form to suggest."""
    if aim.kind != "report" or dossier is None:
        return ()
    return unique(each.name for account in dossier.accounts for each in account.actors)


def unique(names: Iterable[str | None]) -> tuple[str, ...]:
    """The names, each once, sorted; no more than a list can show."""
    return tuple(sorted({each for each in names if each}))[:MOST]
