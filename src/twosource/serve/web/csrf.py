"""A request in, the token that its forms carry out; a form sent from elsewhere is refused.

The token is a hash of a random cookie, keyed by the session or by the desk, so no other page can
know it; what the browser says of where a form came from is checked as well.
"""

import hmac
import secrets
from hashlib import sha256

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.serve.web.people import SESSION
from twosource.serve.web.trouble import WebError

COOKIE = "twosource_form"
OURS = frozenset({"", "same-origin", "none"})  # values of Sec-Fetch-Site


class FormKeys:
    """Gives each browser the random cookie that its forms are bound to."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the cookie when a page of this answer has a form."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def send_key(message: Message) -> None:
            key = state.get("form_key")
            if message["type"] == "http.response.start" and key:
                words = f"{COOKIE}={key}; Path=/; HttpOnly; SameSite=Lax"
                if scope["scheme"] == "https":
                    words += "; Secure"
                MutableHeaders(scope=message).append("set-cookie", words)
            await send(message)

        await self._app(scope, receive, send_key)


def form_token(request: Request) -> str:
    """The token of this browser's forms."""
    key = request.cookies.get(COOKIE) or getattr(request.state, "form_key", None)
    if not key:
        key = secrets.token_urlsafe(24)
        request.state.form_key = key
    return _token(request, key)


def check_form(request: Request, token: str) -> None:
    """Nothing. Raises WebError when the form did not come from a page of ours."""
    site = request.headers.get("sec-fetch-site", "")
    key = request.cookies.get(COOKIE, "")
    right = bool(key) and hmac.compare_digest(_token(request, key), token)
    if site not in OURS or not right:
        raise WebError(
            403, "the form is stale, or came from elsewhere", "Load the page anew and send it again"
        )


def _token(request: Request, key: str) -> str:
    """Keyed by the session, so that a form serves at any desk of the archive; else by this desk.

    Cookies of one host are shared by all its ports, so the random cookie alone would not do.
    """
    secret = request.cookies.get(SESSION) or request.app.state.desk.secret
    return hmac.new(secret.encode(), key.encode(), sha256).hexdigest()
