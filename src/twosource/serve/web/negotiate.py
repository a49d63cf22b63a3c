"""A page's context in, HTML or JSON out: by `.json` behind the path, or by what is accepted."""

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.serve.web.csrf import form_token
from twosource.serve.web.look import has_static, html_words
from twosource.serve.web.marks import page_for
from twosource.serve.web.people import current_user

JSON = "application/json"
SUFFIX = ".json"
LEFT_ALONE = ("/openapi.json", "/static/", "/assets/")
VARIES = {"Vary": "Accept"}


class JsonSuffix:
    """A path that ends in `.json` is the same page's path, and asks for JSON."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Strip the suffix and remember it."""
        if scope["type"] == "http" and _has_suffix(scope["path"]):
            path = scope["path"].removesuffix(SUFFIX).removesuffix("/index") or "/"
            state = {**scope.get("state", {}), "json": True}
            scope = {**scope, "path": path, "raw_path": path.encode(), "state": state}
        await self._app(scope, receive, send)


def wants_json(request: Request) -> bool:
    """Whether the answer is JSON: asked for by suffix, or accepted and HTML is not."""
    if getattr(request.state, "json", False):
        return True
    accepted = request.headers.get("accept", "")
    return JSON in accepted and "text/html" not in accepted


def answer(
    request: Request, template: str, page: object, row: object = None, *, status: int = 200
) -> Response:
    """The page in HTML, or its twin in JSON: `row` where given, else the context itself."""
    if wants_json(request):
        return json_answer(page if row is None else row, status=status)
    return html_answer(request, template, page, status=status)


def json_answer(row: object, *, status: int = 200) -> Response:
    """A record or row as JSON."""
    return Response(msgspec.json.encode(row), status, VARIES, JSON)


def html_answer(
    request: Request, template: str, page: object, *, status: int = 200
) -> HTMLResponse:
    """The template with `page` (the context) and `shell` (what all pages share)."""
    words = html_words(template, page, shell_of(request)).encode()
    return HTMLResponse(page_for(words, current_user(request)), status, VARIES)


def shell_of(request: Request) -> Mapping[str, Any]:
    """What all pages share: where we are, who asks, whether the scripts were built."""
    query = request.url.query
    twin = "/index.json" if request.url.path == "/" else f"{request.url.path}.json"
    return {
        "path": request.url.path,
        "twin": f"{twin}?{query}" if query else twin,
        "user": current_user(request),
        "login": request.app.state.desk.login,
        "token": form_token(request),
        "scripts": has_static("desk.js"),
        "q": request.query_params.get("q", ""),
    }


def _has_suffix(path: str) -> bool:
    return path.endswith(SUFFIX) and not path.startswith(LEFT_ALONE)
