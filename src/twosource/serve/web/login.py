"""A name and a password in, a session out; and out again."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from twosource.base.archive_people import (
    check_password,
    close_session,
    is_barred,
    list_users,
    note_failure,
    open_session,
)
from twosource.serve.web.csrf import check_form
from twosource.serve.web.negotiate import answer
from twosource.serve.web.people import SESSION
from twosource.serve.web.shell import ArchiveNow, DeskNow
from twosource.serve.web.trouble import WebError

router = APIRouter()


@dataclass(frozen=True, slots=True)
class LoginContext:
    """The login page: where it leads, and what went wrong, if anything did."""

    back: str
    trouble: str = ""
    anyone: bool = True  # whether there is a user at all


class LoginForm(BaseModel):
    """What the form sends."""

    name: str = Field(max_length=64)
    password: str = Field(max_length=1000)
    back: str = Field("/", max_length=2000)
    token: str = Field("", max_length=200)


@router.get("/login", response_model=LoginContext)
def login(
    request: Request, archive: ArchiveNow, back: Annotated[str, Query(max_length=2000)] = "/"
) -> Response:
    """The form."""
    page = LoginContext(local(back), anyone=bool(list_users(archive)))
    return answer(request, "login.html", page)


@router.post("/login", response_model=None)
def enter(
    request: Request, archive: ArchiveNow, desk: DeskNow, told: Annotated[LoginForm, Form()]
) -> Response:
    """A new session for the right password; the old one, if any, ends."""
    check_form(request, told.token)
    now, address = desk.clock(), request.client.host if request.client else ""
    if is_barred(archive, told.name, address, now):
        raise WebError(429, "too many failed logins", "Wait a quarter of an hour and try again")
    person = check_password(archive, told.name, told.password)
    if person is None:
        note_failure(archive, told.name, address, now)
        page = LoginContext(local(told.back), "The name or the password is wrong.")
        return answer(request, "login.html", page, status=401)
    close_session(archive, request.cookies.get(SESSION, ""))
    reply = RedirectResponse(local(told.back), 303)
    token = open_session(archive, person.name, now)
    secure = request.url.scheme == "https"
    reply.set_cookie(SESSION, token, httponly=True, samesite="lax", secure=secure)
    return reply


class LeaveForm(BaseModel):
    """What the button sends."""

    token: str = Field("", max_length=200)


@router.post("/logout", response_model=None)
def leave(request: Request, archive: ArchiveNow, told: Annotated[LeaveForm, Form()]) -> Response:
    """The session ends."""
    check_form(request, told.token)
    close_session(archive, request.cookies.get(SESSION, ""))
    reply = RedirectResponse("/login", 303)
    reply.delete_cookie(SESSION)
    return reply


def local(back: str) -> str:
    """An address of this desk; anything else becomes the first page.

    >>> local("/stories/sto_1#fin_2"), local("//elsewhere.example"), local("https://elsewhere")
    ('/stories/sto_1#fin_2', '/', '/')
    """
    plain = back.isprintable() and "\\" not in back
    return back if plain and back.startswith("/") and not back.startswith("//") else "/"
