"""Changes in, lines for a page out: each with its story's title, in words and with both values."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from twosource.base.archive import Archive
from twosource.base.archive_story_tables import FORMER, STORIES
from twosource.base.kept import Change
from twosource.render.phrases import STATUS

SAYS = {
    "new_story": "new story",
    "joined": "joined with another",
    "split": "split",
    "new_event": "new happening",
    "new_finding": "new finding",
    "revised": "revised",
    "status": "stands otherwise",
    "gone": "no longer told",
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as it is drawn. `title` is its story's; `link` None: it leads nowhere any more."""

    change: Change
    says: str
    words: str
    title: str
    link: str | None
    before: str | None
    after: str | None


def tell_changes(archive: Archive, changes: Iterable[Change]) -> tuple[ChangeLine, ...]:
    """The lines of these changes, in their order."""
    told = tuple(changes)
    titles = titles_of(archive, {each.story for each in told})
    return tuple(_line(each, titles.get(each.story)) for each in told)


def titles_of(archive: Archive, stories: Iterable[str]) -> dict[str, str]:
    """The title of each story under the id that was asked for, former ids too."""
    asked = sorted(set(stories))
    now = select(STORIES.c.id, STORIES.c.title).where(STORIES.c.id.in_(asked))
    before = (
        select(FORMER.c.id, STORIES.c.title)
        .join(STORIES, STORIES.c.id == FORMER.c.story)
        .where(FORMER.c.id.in_(asked))
    )
    with archive.reading() as connection:
        rows = [*connection.execute(before), *connection.execute(now)]
    return {row.id: row.title for row in rows}


def _line(change: Change, title: str | None) -> ChangeLine:
    link = None if title is None else _link(change)
    words = (STATUS.get(each or "", each) for each in (change.before, change.after))
    title = title or "a story that is no more"
    text = change.reason if change.text == title else change.text  # the title is told above
    return ChangeLine(change, SAYS[change.kind], text or title, title, link, *words)


def _link(change: Change) -> str:
    target = change.target or ""
    if change.kind != "gone" and target.startswith("fin_"):
        return f"/findings/{target}"
    if change.kind != "gone" and target.startswith("evt_"):
        return f"/events/{target}"
    return f"/stories/{change.story}"
