"""An archive in, the dossier of its stories out, as they are kept: nothing is worked out again."""

from collections.abc import Iterator

from twosource.base.archive import Archive
from twosource.base.archive_filters import EVERY
from twosource.base.archive_stories import stream_stories
from twosource.base.kept import StoryFilter
from twosource.base.records import Account, Skip
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Family, Story
from twosource.pipeline import join_parts
from twosource.runners.local import judge


def load_shown(archive: Archive, wanted: StoryFilter = EVERY, limit: int | None = None) -> Dossier:
    """The stories that fit, the newest first up to `limit`, as one dossier; all are in memory.

    It is to the byte what assembling their reports anew would give.
    """
    return join_stories(list(stream_stories(archive, wanted, limit=limit)))


def join_stories(parts: list[Dossier]) -> Dossier:
    """One dossier of these stories' dossiers."""
    parts = sorted(parts, key=lambda part: part.stories[0].id)
    accounts = sorted(
        (each for part in parts for each in part.accounts), key=lambda each: each.report.id
    )
    families = {family.id: family for part in parts for family in part.families}
    return join_parts(parts, accounts, tuple(families[name] for name in sorted(families)))


def narrow(dossier: Dossier, wanted: StoryFilter, limit: int | None) -> Dossier:
    """The stories of a dossier that fit by id and date, the newest first up to `limit`."""
    newest = sorted(dossier.stories, key=lambda one: one.id)
    newest = sorted(newest, key=lambda one: one.end or "", reverse=True)
    chosen = [story for story in newest if _fits(story, wanted)][:limit]
    if len(chosen) == len(dossier.stories):
        return dossier
    parts = [_part(dossier, story) for story in chosen]
    return join_stories(parts)


def tell_unread(accounts: tuple[Account, ...], settings: Settings) -> Iterator[Account | Skip]:
    """The accounts, and after each that was kept unread why it was."""
    for account in accounts:
        line = judge(account.report, settings)
        yield account
        if isinstance(line, Skip):
            yield line
        elif line.skip is not None:
            yield line.skip


def _fits(story: Story, wanted: StoryFilter) -> bool:
    if wanted.story and story.id != wanted.story:
        return False
    late = wanted.since is None or (story.end is not None and story.end >= wanted.since)
    return late and (
        wanted.until is None or (story.start is not None and story.start <= wanted.until)
    )


def _part(dossier: Dossier, story: Story) -> Dossier:
    members = set(story.reports)
    families: tuple[Family, ...] = tuple(
        each for each in dossier.families if members & set(each.reports)
    )
    return Dossier(
        tuple(each for each in dossier.accounts if each.report.id in members),
        families,
        (story,),
        tuple(each for each in dossier.events if each.story == story.id),
        tuple(each for each in dossier.findings if each.story == story.id),
        tuple(each for each in dossier.timeline if each.story == story.id),
        tuple(each for each in dossier.situation if each.story == story.id),
    )
