"""Users, sessions, failed logins and visits, on SQLite and on PostgreSQL."""

import pytest
from sqlalchemy import select

from twosource.base.archive import Archive, Run
from twosource.base.archive_people import (
    add_user,
    check_password,
    close_session,
    find_session,
    is_barred,
    list_users,
    note_failure,
    note_visit,
    open_session,
    set_disabled,
    set_password,
    set_role,
)
from twosource.base.archive_people_tables import SESSIONS, USERS
from twosource.base.errors import InputError, UnknownIdError
from twosource.base.people import Person, User

RUN = Run("2031-05-12T10:00:00+00:00", "test", ())
NOW, LATER = "2031-05-12T10:00:00+00:00", "2031-05-12T22:00:01+00:00"
SECRET = "the dog barks at noon"  # noqa: S105 - of a test


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        add_user(opened, User("ann", "admin", disabled=False, made_at=NOW), SECRET)
        yield opened


def test_a_user_is_known_by_the_password(archive):
    assert check_password(archive, "ann", SECRET) == Person("ann", "admin")
    assert check_password(archive, "ann", "the dog barks at ten") is None
    assert check_password(archive, "bob", SECRET) is None


def test_no_password_and_no_token_is_kept_as_it_is(archive):
    token = open_session(archive, "ann", NOW)
    with archive.reading() as connection:
        kept = connection.execute(select(USERS.c.password)).scalar_one()
        assert connection.execute(select(SESSIONS.c.token)).scalar_one() != token
    assert kept.startswith("$argon2")


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [("ann", "reader", SECRET), ("b b", "reader", SECRET), ("bob", "king", SECRET),
     ("bob", "reader", "short")],
)  # fmt: skip
def test_a_user_that_makes_no_sense_is_refused(archive, name, role, password):
    with pytest.raises(InputError):
        add_user(archive, User(name, role, disabled=False, made_at=NOW), password)
    assert len(list_users(archive)) == 1


def test_a_session_holds_until_it_ends(archive):
    token = open_session(archive, "ann", NOW)
    assert find_session(archive, token, NOW) == Person("ann", "admin")
    assert find_session(archive, token, LATER) is None
    assert find_session(archive, "other", NOW) is None
    close_session(archive, token)
    assert find_session(archive, token, NOW) is None


@pytest.mark.parametrize("change", ["disable", "password"])
def test_a_change_of_who_may_come_in_ends_the_sessions(archive, change):
    add_user(archive, User("bob", "reviewer", disabled=False, made_at=NOW), SECRET)
    token = open_session(archive, "bob", NOW)
    if change == "disable":
        set_disabled(archive, "bob", disabled=True)
        assert check_password(archive, "bob", SECRET) is None
    else:
        set_password(archive, "bob", SECRET + "!")
        assert check_password(archive, "bob", SECRET) is None
    assert find_session(archive, token, NOW) is None


def test_a_role_changes_at_once(archive):
    add_user(archive, User("bob", "reader", disabled=False, made_at=NOW), SECRET)
    token = open_session(archive, "bob", NOW)
    set_role(archive, "bob", "reviewer")
    found = find_session(archive, token, NOW)
    assert found == Person("bob", "reviewer")
    assert (found.may("reader"), found.may("admin")) == (True, False)


def test_the_last_administrator_stays(archive):
    with pytest.raises(InputError, match="only administrator"):
        set_role(archive, "ann", "reader")
    with pytest.raises(InputError, match="only administrator"):
        set_disabled(archive, "ann", disabled=True)
    with pytest.raises(UnknownIdError):
        set_role(archive, "bob", "reader")


def test_passwords_cannot_be_guessed_at_will(archive):
    for _ in range(5):
        assert not is_barred(archive, "ann", "10.0.0.1", NOW)
        note_failure(archive, "ann", "10.0.0.1", NOW)
    assert is_barred(archive, "ann", "10.0.0.1", NOW)
    assert not is_barred(archive, "ann", "10.0.0.2", NOW)
    assert not is_barred(archive, "ann", "10.0.0.1", "2031-05-12T10:16:00+00:00")


def test_many_names_from_one_address_are_barred_too(archive):
    for number in range(40):
        note_failure(archive, f"u{number}", "10.0.0.1", NOW)
    assert is_barred(archive, "zoe", "10.0.0.1", NOW)
    assert not is_barred(archive, "zoe", "10.0.0.2", NOW)


def test_a_visit_knows_the_one_before_it(archive):
    assert note_visit(archive, "ann", NOW).before is None
    assert note_visit(archive, "ann", "2031-05-12T10:05:00+00:00").before is None
    again = note_visit(archive, "ann", "2031-05-13T09:00:00+00:00")
    assert again.before == "2031-05-12T10:05:00+00:00"
    assert note_visit(archive, "ann", "2031-05-13T09:10:00+00:00").before == again.before
