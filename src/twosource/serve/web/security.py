"""A request in; refused when its host is not ours, else answered with strict headers."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
ANY = "*"


class Guard:
    """Checks the host name (a page elsewhere may point its own name at us) and adds headers."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or answer with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if not self._is_ours(Headers(scope=scope).get("host", "")):
            await _refusal()(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)

    def _is_ours(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        bare = name if name and port.isdigit() else host
        return ANY in self._hosts or bare.lower() in self._hosts


def _refusal() -> JSONResponse:
    trouble = {
        "status": 421,
        "code": "misdirected_request",
        "message": "this desk does not answer to that host name",
        "remedy": "Use the address that `twosource desk` printed, or start it with --host.",
    }
    return JSONResponse({"error": trouble}, status_code=421)
