"""A request in, whoever asks out. On loopback without login it is the desk's own user."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from twosource.base.archive_people import find_session, note_visit
from twosource.base.people import Person, Role, Visit
from twosource.serve.web.trouble import LoginNeeded, WebError

SESSION = "twosource_session"  # the cookie that carries a session's token
NOBODY = Person("", "reader")
OPEN = frozenset({"/login"})  # pages for those who are not known yet


def current_user(request: Request) -> Person:
    """Whoever asks; NOBODY when there is a login and nobody logged in."""
    found: Person | None = getattr(request.state, "person", None)
    if found is None:
        found = _find_person(request)
        request.state.person = found
    return found


def require_login(request: Request) -> None:
    """Nothing. Raises LoginNeeded on every page but the login's own."""
    if current_user(request) == NOBODY and request.url.path not in OPEN:
        raise LoginNeeded("log in first")


def require(role: Role) -> Callable[[Request], Person]:
    """Whoever asks, when they have the role. Raises WebError else."""

    def asked(request: Request) -> Person:
        person = current_user(request)
        if person == NOBODY:
            raise LoginNeeded("log in first")
        if not person.may(role):
            raise WebError(403, f"that takes a {role}, and {person.name} is a {person.role}")
        return person

    return asked


def visit_now(request: Request) -> Visit:
    """The visit that this page belongs to: what is new is what changed since `before`."""
    desk = request.app.state.desk
    return note_visit(request.app.state.archive, current_user(request).name, desk.clock())


def _find_person(request: Request) -> Person:
    desk = request.app.state.desk
    if not desk.login:
        return Person(desk.reviewer, "admin")
    token = request.cookies.get(SESSION, "")
    if not token:
        return NOBODY
    return find_session(request.app.state.archive, token, desk.clock()) or NOBODY


UserNow = Annotated[Person, Depends(current_user)]
ReviewerNow = Annotated[Person, Depends(require("reviewer"))]
AdminNow = Annotated[Person, Depends(require("admin"))]
