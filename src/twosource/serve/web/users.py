"""Who may read, review and administer: the administrators' page."""

import dataclasses
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from twosource.base import archive_people as kept
from twosource.base.people import ROLES, Role, User
from twosource.serve.web.csrf import check_form
from twosource.serve.web.negotiate import answer
from twosource.serve.web.people import AdminNow
from twosource.serve.web.shell import ArchiveNow, DeskNow

router = APIRouter()


@dataclass(frozen=True, slots=True)
class UsersContext:
    """Every user, and the roles there are."""

    users: tuple[User, ...]
    roles: tuple[Role, ...] = ROLES
    shortest: int = kept.SHORTEST


class NewUser(BaseModel):
    """What the form for a new user sends."""

    name: str = Field(max_length=64)
    role: Role
    password: str = Field(max_length=1000)
    token: str = Field("", max_length=200)


class UserChange(BaseModel):
    """What the form beside a user sends."""

    what: Literal["role", "disable", "enable", "password"]
    role: Role = "reader"
    password: str = Field("", max_length=1000)
    token: str = Field("", max_length=200)


@router.get("/users", response_model=UsersContext)
def users(request: Request, archive: ArchiveNow, _admin: AdminNow) -> Response:
    """The users."""
    page = UsersContext(kept.list_users(archive))
    return answer(request, "users.html", page, dataclasses.asdict(page))


@router.post("/users", response_model=None)
def add_user(
    request: Request,
    archive: ArchiveNow,
    desk: DeskNow,
    _admin: AdminNow,
    told: Annotated[NewUser, Form()],
) -> Response:
    """One more user."""
    check_form(request, told.token)
    made = User(told.name, told.role, disabled=False, made_at=desk.clock())
    kept.add_user(archive, made, told.password)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}", response_model=None)
def change_user(
    request: Request,
    archive: ArchiveNow,
    _admin: AdminNow,
    name: str,
    told: Annotated[UserChange, Form()],
) -> Response:
    """Another role or password, or no way in."""
    check_form(request, told.token)
    if told.what == "role":
        kept.set_role(archive, name, told.role)
    elif told.what == "password":
        kept.set_password(archive, name, told.password)
    else:
        kept.set_disabled(archive, name, disabled=told.what == "disable")
    return RedirectResponse("/users", 303)
