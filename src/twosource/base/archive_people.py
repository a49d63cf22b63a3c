"""An open archive in, its users, their passwords, sessions and visits out.

Passwords are hashed by Argon2 (pwdlib); of a session's token only the hash is kept, so that a
copy of the archive lets nobody in. The clock is always a parameter.
"""

import re
import secrets
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, or_, select, update

from twosource.base.archive import Archive
from twosource.base.archive_people_tables import FAILURES, SESSIONS, USERS, VISITS
from twosource.base.errors import InputError, MissingExtraError, UnknownIdError
from twosource.base.people import ROLES, Person, Role, User, Visit

if TYPE_CHECKING:
    from pwdlib import PasswordHash

NAME = re.compile(r"[\w.@+-]{1,64}")
SHORTEST = 10  # characters of a password (NIST SP 800-63B asks for 8 at least)
LASTS = timedelta(hours=12)  # a session without being renewed
PAUSE = timedelta(minutes=30)  # after which a further page is a new visit
WINDOW = timedelta(minutes=15)  # in which failed logins are counted
MOST = {"user": 20, "address": 40, "both": 5}  # failures within the window


def add_user(archive: Archive, user: User, password: str) -> None:
    """Keep a new user. Raises InputError for a name that is taken or a poor password."""
    if not NAME.fullmatch(user.name):
        raise InputError(f"{user.name!r} is no name for a user", remedy="Use letters and digits")
    _check_role(user.role)
    row = {
        "name": user.name, "role": user.role, "password": hash_password(password),
        "disabled": user.disabled, "made_at": user.made_at,
    }  # fmt: skip
    with archive.writing() as connection:
        taken = connection.execute(select(USERS.c.name).where(USERS.c.name == user.name)).first()
        if taken is not None:
            raise InputError(f"there is a user {user.name!r} already")
        connection.execute(insert(USERS).values(**row))


def list_users(archive: Archive) -> tuple[User, ...]:
    """Every user, by name."""
    query = select(USERS.c.name, USERS.c.role, USERS.c.disabled, USERS.c.made_at)
    with archive.reading() as connection:
        rows = connection.execute(query.order_by(USERS.c.name)).all()
    return tuple(User(row.name, row.role, bool(row.disabled), row.made_at) for row in rows)


def set_role(archive: Archive, name: str, role: Role) -> None:
    """Give a user another role. Raises InputError when no administrator would be left."""
    _check_role(role)
    _change(archive, name, {"role": role}, last_admin=role != "admin")


def set_disabled(archive: Archive, name: str, *, disabled: bool) -> None:
    """Let a user in no more, or again. Their sessions end; what they decided stays."""
    _change(archive, name, {"disabled": disabled}, last_admin=disabled)
    _end_sessions(archive, name)


def set_password(archive: Archive, name: str, password: str) -> None:
    """Give a user another password; their sessions end."""
    _change(archive, name, {"password": hash_password(password)}, last_admin=False)
    _end_sessions(archive, name)


def check_password(archive: Archive, name: str, password: str) -> Person | None:
    """Whose password it is; None when it is wrong. It takes as long for a name nobody has."""
    query = select(USERS.c.role, USERS.c.password, USERS.c.disabled).where(USERS.c.name == name)
    with archive.reading() as connection:
        row = connection.execute(query).first()
    right = _hasher().verify(password, row.password if row is not None else _decoy())
    if row is None or not right or row.disabled:
        return None
    return Person(name, row.role)


def open_session(archive: Archive, name: str, now: str) -> str:
    """A new token for this user; old sessions that ended are forgotten."""
    token = secrets.token_urlsafe(32)
    ends = (datetime.fromisoformat(now) + LASTS).isoformat(timespec="seconds")
    row = {"token": _digest(token), "user": name, "made_at": now, "ends_at": ends}
    with archive.writing() as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.ends_at <= now))
        connection.execute(insert(SESSIONS).values(**row))
    return token


def find_session(archive: Archive, token: str, now: str) -> Person | None:
    """Whose session it is; None when it ended or never was."""
    query = (
        select(USERS.c.name, USERS.c.role)
        .join(SESSIONS, SESSIONS.c.user == USERS.c.name)
        .where(SESSIONS.c.token == _digest(token), SESSIONS.c.ends_at > now)
        .where(USERS.c.disabled.is_(False))
    )
    with archive.reading() as connection:
        row = connection.execute(query).first()
    return Person(row.name, row.role) if row is not None else None


def close_session(archive: Archive, token: str) -> None:
    """End a session."""
    with archive.writing() as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.token == _digest(token)))


def note_failure(archive: Archive, user: str, address: str, now: str) -> None:
    """Remember that a login failed; what is too old to count is forgotten."""
    row = {"user": user[:64], "address": address[:64], "failed_at": now}
    with archive.writing() as connection:
        connection.execute(delete(FAILURES).where(FAILURES.c.failed_at <= _before(now, WINDOW)))
        connection.execute(insert(FAILURES).values(**row))


def is_barred(archive: Archive, user: str, address: str, now: str) -> bool:
    """Whether too many logins failed of late, for this user, from this address, or both."""
    here = FAILURES.c.address == address[:64]
    of_user = FAILURES.c.user == user[:64]
    query = select(
        func.count().filter(of_user), func.count().filter(here), func.count().filter(of_user, here)
    ).where(FAILURES.c.failed_at > _before(now, WINDOW), or_(of_user, here))
    with archive.reading() as connection:
        counts = connection.execute(query).one()
    return any(count >= most for count, most in zip(counts, MOST.values(), strict=True))


def note_visit(archive: Archive, user: str, now: str) -> Visit:
    """The visit that this page belongs to; a page after a pause begins a new one."""
    query = select(VISITS.c.seen_at, VISITS.c.before).where(VISITS.c.user == user)
    with archive.reading() as connection:
        row = connection.execute(query).first()
    if row is not None and row.seen_at > _before(now, timedelta(minutes=1)):
        return Visit(row.seen_at, row.before)  # no write for each page
    before = None
    if row is not None:
        before = row.seen_at if row.seen_at <= _before(now, PAUSE) else row.before
    with archive.writing() as connection:
        connection.execute(delete(VISITS).where(VISITS.c.user == user))
        connection.execute(insert(VISITS).values(user=user, seen_at=now, before=before))
    return Visit(now, before)


def hash_password(password: str) -> str:
    """The password's hash. Raises InputError when it is too short."""
    if len(password) < SHORTEST:
        raise InputError(f"the password is shorter than {SHORTEST} characters")
    return _hasher().hash(password)


def _change(archive: Archive, name: str, values: dict[str, object], *, last_admin: bool) -> None:
    with archive.writing() as connection:
        admins = select(USERS.c.name).where(USERS.c.role == "admin", USERS.c.disabled.is_(False))
        if last_admin and connection.execute(admins).scalars().all() == [name]:
            raise InputError(f"{name} is the only administrator", remedy="Make another one first")
        done = connection.execute(update(USERS).where(USERS.c.name == name).values(**values))
        if not done.rowcount:
            raise UnknownIdError(f"there is no user {name!r}")


def _end_sessions(archive: Archive, name: str) -> None:
    with archive.writing() as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.user == name))


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise InputError(f"no role is called {role!r}", remedy=f"Known: {', '.join(ROLES)}")


def _before(now: str, span: timedelta) -> str:
    return (datetime.fromisoformat(now) - span).isoformat(timespec="seconds")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@cache
def _hasher() -> "PasswordHash":
    try:
        from pwdlib import PasswordHash  # noqa: PLC0415 - an optional part
    except ModuleNotFoundError as trouble:
        raise MissingExtraError("desk", "a team's passwords") from trouble
    return PasswordHash.recommended()


@cache
def _decoy() -> str:
    """A hash of what nobody knows: a wrong name costs what a wrong password does."""
    return _hasher().hash(secrets.token_urlsafe(16))
