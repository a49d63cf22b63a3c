"""A page that was made in, the same again out, for as long as the archive stands as it stood.

Pages are remembered in memory, under all that they are made of: what is asked for, who asks, and a
stamp that says how the archive stands. The token of forms is put in for each answer. So nothing
out of date is ever shown, and nobody gets another one's page.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import sha256
from threading import Lock

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from twosource.base.archive import Archive
from twosource.base.archive_groups import stamp_of
from twosource.serve.web.csrf import form_token
from twosource.serve.web.look import html_words
from twosource.serve.web.marks import WHO, page_for
from twosource.serve.web.negotiate import VARIES, shell_of
from twosource.serve.web.people import current_user
from twosource.serve.web.prints import TOKEN

ROOM = 64 * 2**20  # bytes of pages
KEPT = {**VARIES, "Cache-Control": "private, no-cache"}  # a browser may keep it, and asks each time


class Pages:
    """Pages by what they are made of; the one that was asked for longest ago goes first."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._used = 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable) -> bytes | None:
        """The page, if it is remembered."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, page: bytes) -> None:
        """Remember a page; a page larger than all the room is not kept."""
        with self._lock:
            self._used += len(page) - len(self._kept.pop(key, b""))
            self._kept[key] = page
            while self._used > self._room:
                self._used -= len(self._kept.popitem(last=False)[1])


def shown_stamp(archive: Archive) -> int | None:
    """How the stories stand: the same number, the same stories; None while they are changing."""
    with archive.reading() as connection:
        return stamp_of(connection)


def remember(
    request: Request, template: str, stamp: Hashable, make: Callable[[], object]
) -> Response:
    """The page from memory, or made now from its context. A stamp of None remembers nothing."""
    user = current_user(request)
    key = (template, request.url.path, request.url.query, user, stamp)
    pages: Pages = request.app.state.pages
    body = pages.find(key) if stamp is not None else None
    if body is None:
        body = html_words(template, make(), {**shell_of(request), "token": TOKEN}).encode()
        if stamp is not None:
            pages.keep(key, body)
    return page_answer(request, body)


def print_answer(request: Request, page: bytes) -> Response:
    """A page that was made for anybody, as whoever asks sees it."""
    shell = shell_of(request)
    if shell["login"]:
        who = html_words("_person.html", None, {**shell, "token": TOKEN})
        page = page.replace(WHO, WHO + who.encode(), 1)
    return page_answer(request, page)


def page_answer(request: Request, body: bytes) -> Response:
    """The page with this browser's token; only its name when the browser has it already."""
    whole = page_for(body, current_user(request)).replace(
        TOKEN.encode(), form_token(request).encode()
    )
    tag = f'W/"{sha256(whole).hexdigest()[:32]}"'
    headers = {**KEPT, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(whole, headers=headers)
