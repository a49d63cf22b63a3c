"""Trouble in, one error shape out, as JSON or as a page."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from twosource.base.errors import ArchiveError, InputError, UnknownIdError
from twosource.serve.web.negotiate import answer, wants_json
from twosource.serve.web.trouble import LoginNeeded, WebError

REMEDIES = {
    400: "Mend the address or the form and send it again.",
    403: "Ask an administrator of this desk for the right to do it.",
    404: "Search for it, or start from the stories.",
    405: "Use one of the methods that /openapi.json lists for this address.",
    413: "Send less at once.",
    422: "Mend the named field and send it again.",
    429: "Wait a minute and send it again.",
    500: "The log of the desk has the details; please report it.",
    503: "See whether the archive is where it should be and not locked.",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong and what to do about it."""

    status: int
    code: str  # stable, for programs: not_found, gone, bad_request, …
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The one error shape."""

    error: Trouble


def add_handlers(app: FastAPI) -> None:
    """Every kind of trouble gets the same shape."""
    app.add_exception_handler(WebError, _on_web)
    app.add_exception_handler(LoginNeeded, _on_stranger)
    app.add_exception_handler(UnknownIdError, _on_unknown)
    app.add_exception_handler(InputError, _on_input)
    app.add_exception_handler(ArchiveError, _on_archive)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_bug)


def tell(request: Request, status: int, message: str, remedy: str = "") -> Response:
    """The error as JSON or as a page."""
    code = HTTPStatus(status).phrase.lower().replace(" ", "_").replace("-", "_")
    trouble = Trouble(status, code, message, remedy or REMEDIES.get(status, ""))
    return answer(request, "error.html", ErrorAnswer(trouble), status=status)


async def _on_web(request: Request, trouble: Exception) -> Response:
    status = trouble.status if isinstance(trouble, WebError) else 500
    return tell(request, status, str(trouble), getattr(trouble, "remedy", ""))


async def _on_stranger(request: Request, _trouble: Exception) -> Response:
    if wants_json(request):
        return tell(request, 401, "log in first", "Send the cookie of a session: POST /login.")
    query = f"?{request.url.query}" if request.url.query else ""
    back = quote(request.url.path + query) if request.method == "GET" else "/"
    return RedirectResponse(f"/login?back={back}", 303)


async def _on_unknown(request: Request, trouble: Exception) -> Response:
    return tell(request, 404, str(trouble))


async def _on_input(request: Request, trouble: Exception) -> Response:
    return tell(request, 400, str(trouble))


async def _on_archive(request: Request, trouble: Exception) -> Response:
    return tell(request, 503, str(trouble))


async def _on_invalid(request: Request, trouble: Exception) -> Response:
    said = trouble.errors() if isinstance(trouble, RequestValidationError) else []
    words = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in said)
    return tell(request, 422, words or "the request is not valid")


async def _on_http(request: Request, trouble: Exception) -> Response:
    status = trouble.status_code if isinstance(trouble, HTTPException) else 500
    if status == HTTPStatus.NOT_FOUND:
        return tell(request, 404, f"there is no page at {request.url.path}")
    return tell(request, status, str(getattr(trouble, "detail", "")))


async def _on_bug(request: Request, trouble: Exception) -> Response:
    return tell(request, 500, f"the desk failed here ({type(trouble).__name__})")
