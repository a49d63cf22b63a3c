"""An id in, the story behind it out; a story that did not change is unpacked once."""

import re
from functools import lru_cache

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from twosource.base.archive import Archive
from twosource.base.archive_digests import digest_of
from twosource.base.archive_stories import current_id, load_account, load_story, story_of
from twosource.base.errors import UnknownIdError
from twosource.base.records import Account
from twosource.base.stories import Dossier
from twosource.serve.web.negotiate import wants_json

ANY_ID = re.compile(r"\b(?:sto|evt|fin|rep)_[0-9a-f]+")
KEPT = 8  # stories held in memory: a reader goes to and fro within one


def open_story(archive: Archive, identity: str) -> Dossier | str:
    """The story, or the id that it has now. Raises UnknownIdError."""
    digest = digest_of(archive, identity)
    if digest is not None:
        return _load(archive, identity, digest)
    now = current_id(archive, identity) or story_of(archive, identity)
    if now is None or now == identity:
        raise UnknownIdError(f"no story has the id {identity!r}")
    return str(now)


def open_part(archive: Archive, identity: str) -> tuple[Dossier, str]:
    """The story of an event or finding, and the id that this has now. Raises UnknownIdError."""
    now = current_id(archive, identity) or identity
    story = story_of(archive, now)
    digest = digest_of(archive, story) if story is not None else None
    if story is None or digest is None:
        raise UnknownIdError(f"no record has the id {identity!r}")
    return _load(archive, story, digest), now


def open_report(archive: Archive, identity: str) -> tuple[Account, Dossier | None]:
    """A report with its story, if it has one. Raises UnknownIdError."""
    story = story_of(archive, identity)
    digest = digest_of(archive, story) if story is not None else None
    if story is None or digest is None:
        return load_account(archive, identity), None
    dossier = _load(archive, story, digest)
    account = find_account(dossier, identity)
    if account is None:
        raise UnknownIdError(f"no report has the id {identity!r}")
    return account, dossier


def find_account(dossier: Dossier | None, identity: str) -> Account | None:
    """What was read of one report of a story; None when it is not of the story."""
    told = dossier.accounts if dossier is not None else ()
    return next((each for each in told if each.report.id == identity), None)


def id_in(words: str) -> str:
    """The id in an address or alone; empty when there is none.

    >>> id_in("http://127.0.0.1:8765/stories/sto_0a1b#x"), id_in(" evt_0a ")
    ('sto_0a1b', 'evt_0a')
    """
    found = ANY_ID.search(words)
    return found[0] if found else ""


def moved(request: Request, path: str) -> Response:
    """Where a former id leads; JSON stays JSON."""
    return RedirectResponse(f"{path}.json" if wants_json(request) else path, status_code=308)


@lru_cache(maxsize=KEPT)
def _load(archive: Archive, story: str, digest: str) -> Dossier:  # noqa: ARG001 - another digest is another story
    return load_story(archive, story)
