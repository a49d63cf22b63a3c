"""An address in, the bytes that it answers with out: politely, within limits, never twice alike.

The network is used for addresses that the user gave, and for the pages that their feeds tell of;
nothing else in twosource opens a connection.
"""

import ipaddress
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import ModuleType, TracebackType
from typing import Any, Self, TypeAlias
from urllib.parse import urljoin, urlsplit

from twosource import __version__
from twosource.base.errors import MissingExtraError, UnreadableError

Response: TypeAlias = Any  # an httpx response: the library is an extra
SCHEMES = ("http", "https")
AGENT = f"twosource/{__version__} (reads single pages and feeds for a newsroom's archive)"
ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain"
MOVED = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED, TOO_MANY, OK = 304, 429, 200
MOST_MOVES = 5  # redirects that are followed


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of a server: seconds between requests, seconds and bytes for each."""

    pause: float = 1.0
    seconds: float = 30.0
    size: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered. `url` is where it led; the marks are for asking again."""

    url: str
    media_type: str
    data: bytes
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher(AbstractContextManager["Fetcher"]):
    """Asks for one address after the other; close it after use.

    `clock` and `sleep` are the machine's own; tests put others in their place.
    """

    limits: Limits = Limits()
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)  # by host: when it was asked
    _client: Any = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def __enter__(self) -> Self:
        """Itself; a connection is opened by the first request."""
        return self

    def fetch(
        self, url: str, *, etag: str | None = None, modified: str | None = None
    ) -> Fetched | None:
        """What the address answers; None when it did not change since these marks.

        Raises UnreadableError when it does not answer as it should, or with too much.
        """
        headers = {"User-Agent": AGENT, "Accept": ACCEPTED}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        end = self.clock() + self.limits.seconds
        for _ in range(MOST_MOVES + 1):
            check_address(url)
            found = self._ask(url, headers, end)
            if not isinstance(found, str):
                return found
            url = found
        raise UnreadableError(f"it leads on more than {MOST_MOVES} times")

    def _ask(self, url: str, headers: dict[str, str], end: float) -> Fetched | str | None:
        """One request: the answer, None for an unchanged one, or the address it leads to."""
        httpx = _library()
        self._wait(url)
        if self._client is None:
            self._client = httpx.Client(timeout=self.limits.seconds, follow_redirects=False)
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                taken: Fetched | str | None = self._take(url, response, end)
                return taken
        except httpx.HTTPError as trouble:
            raise UnreadableError(f"no answer: {str(trouble) or type(trouble).__name__}") from None

    def _take(self, url: str, response: Response, end: float) -> Fetched | str | None:
        status: int = response.status_code
        if status == NOT_MODIFIED:
            return None
        if status in MOVED and "location" in response.headers:
            return str(urljoin(url, response.headers["location"]))
        if status != OK:
            later = ", try again later" if status == TOO_MANY else ""
            raise UnreadableError(f"it answers {status} {response.reason_phrase}{later}")
        told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(
            url,
            told,
            self._read(response, end),
            response.headers.get("etag"),
            response.headers.get("last-modified"),
        )

    def _read(self, response: Response, end: float) -> bytes:
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > self.limits.size:
                raise UnreadableError(f"it is longer than {self.limits.size:,} bytes")
            if self.clock() > end:
                raise UnreadableError(f"it took more than {self.limits.seconds:g} seconds")
        return bytes(data)

    def _wait(self, url: str) -> None:
        """Keep the pause between two requests to one host."""
        host = urlsplit(url).netloc
        if host in self._last:
            left = self._last[host] + self.limits.pause - self.clock()
            if left > 0:
                self.sleep(left)
        self._last[host] = self.clock()


def check_address(url: str) -> None:
    """Raises UnreadableError for what is no http(s) address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise UnreadableError(f"not an http or https address: {url[:80]!r}")


def is_private(url: str) -> bool:
    """Whether the host is this machine or a bare address of a private network.

    >>> is_private("http://127.0.0.1/"), is_private("http://10.0.0.7:80/a")
    (True, True)
    >>> is_private("https://news.example/")
    False
    """
    host = urlsplit(url).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _library() -> ModuleType:
    try:
        import httpx  # noqa: PLC0415 - an extra, for those who read addresses
    except ImportError:
        raise MissingExtraError("web", "reading an address") from None
    return httpx
