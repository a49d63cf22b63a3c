"""Stories in, their pages printed ahead of all readers out: so that the first view is quick, too.

A print is what anybody who may decide sees where there is no login; what is not for everybody in it
is marked, and taken out for those whom it does not concern (`marks.py`).
"""

import zlib
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any, NoReturn

from twosource.base.archive import Archive
from twosource.base.archive_changes import list_changes
from twosource.base.archive_prints import Stand, keep_prints, list_unprinted
from twosource.base.archive_stories import load_story
from twosource.base.errors import UnknownIdError
from twosource.serve.web.look import has_static, html_words, look_of
from twosource.serve.web.story_context import StoryContext, build_story

MOST_CHANGES = 8  # looked through for what changed last
TOKEN = "\x02token\x03"  # noqa: S105 - stands where the token of a form goes
LISTED = 512  # stories asked for at a time
QUICK = 2  # of 9: a fifth larger than 6, in a third of the time
BATCH = 32  # prints kept in one transaction
AT_ONCE = 64  # prints made before a decision is answered; one takes some 20 ms


class PersonalError(Exception):
    """The page asks who it is for: its template has a fault."""


class Anyone:
    """Whoever asks: nothing is known of them. Raises PersonalError."""

    def __getattr__(self, name: str) -> NoReturn:
        raise PersonalError(name)


def print_ahead(
    archive: Archive, goes_on: Callable[[], bool] = lambda: True, look: str | None = None
) -> int:
    """Print the page of each story that has none, the newest first; how many were printed.

    `goes_on` is asked before each story, and ends the printing; what is printed by then is kept,
    under `look` (of the desk that will look for it; without one, our own).
    """
    kept_as = look or look_of()
    done: set[tuple[str, Stand]] = set()
    while True:
        asked = list_unprinted(archive, kept_as, LISTED).items()
        fresh = [each for each in asked if each not in done]
        if not fresh:
            return len(done)
        for start in range(0, len(fresh), BATCH):
            batch = fresh[start : start + BATCH]
            told = [
                (story, stand, print_story(archive, story))
                for story, stand in takewhile(lambda _: goes_on(), batch)
            ]
            keep_prints(archive, kept_as, told)
            done.update((story, stand) for story, stand, _ in told)
            if len(told) < len(batch):
                return len(done)


def print_asked(archive: Archive) -> int:
    """Print stories that were just written; of very many, the rest when somebody asks for it."""
    asked = list_unprinted(archive, look_of(), AT_ONCE, asked=True).items()
    keep_prints(
        archive, look_of(), [(story, stand, print_story(archive, story)) for story, stand in asked]
    )
    return len(asked)


def print_story(archive: Archive, story: str) -> bytes | None:
    """The page of a story, packed; None when the story is no more."""
    try:
        return pack_page(story_words(archive, story))
    except UnknownIdError:
        return None


def pack_page(page: bytes) -> bytes:
    """A page as it is kept: packed quickly, since one is made far more often than looked at."""
    return zlib.compress(page, QUICK)


def story_words(archive: Archive, story: str) -> bytes:
    """The page of a story, whoever asks. Raises UnknownIdError."""
    return html_words("story.html", load_page(archive, story), shell_of_print(story)).encode()


def load_page(archive: Archive, story: str) -> StoryContext:
    """All that the page of a story needs. Raises UnknownIdError."""
    changes = list_changes(archive, story=story, limit=MOST_CHANGES)
    return build_story(load_story(archive, story), changes)


def shell_of_print(story: str) -> Mapping[str, Any]:
    """What all pages share, as it is for a story that anybody may read."""
    return {
        "path": f"/stories/{story}", "twin": f"/stories/{story}.json", "user": Anyone(),
        "login": False, "token": TOKEN, "scripts": has_static("desk.js"), "q": "",
    }  # fmt: skip
