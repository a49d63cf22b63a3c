"""A form in; refused when it is too large, or when one address sends too many."""

from collections import defaultdict, deque
from collections.abc import Callable
from time import monotonic

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LARGEST = 256 * 1024  # bytes of a form
MOST = 120  # forms of one address
WINDOW = 60.0  # in so many seconds
REMEMBERED = 10_000  # addresses
WRITES = {"POST", "PUT", "PATCH", "DELETE"}
REFUSALS = {
    411: ("length_required", "the request does not say how long it is", "Send a Content-Length."),
    413: ("content_too_large", "the form is larger than 256 kB", "Send less at once."),
    429: ("too_many_requests", "too many forms within a minute", "Wait a minute, send it again."),
}


class Limits:
    """Bounds what is sent. Every desk counts for itself; logins are counted in the archive."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = monotonic) -> None:
        self._app = app
        self._clock = clock
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "http" and scope["method"] in WRITES:
            status = self._refuse(scope)
            if status is not None:
                await _refusal(status)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _refuse(self, scope: Scope) -> int | None:
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdigit():
            return 411
        if int(length) > LARGEST:
            return 413
        client = scope.get("client")
        return 429 if self._is_too_often(client[0] if client else "") else None

    def _is_too_often(self, address: str) -> bool:
        now = self._clock()
        if len(self._sent) > REMEMBERED:
            self._sent.clear()
        times = self._sent[address]
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) >= MOST:
            return True
        times.append(now)
        return False


def _refusal(status: int) -> JSONResponse:
    code, message, remedy = REFUSALS[status]
    trouble = {"status": status, "code": code, "message": message, "remedy": remedy}
    return JSONResponse({"error": trouble}, status_code=status)
