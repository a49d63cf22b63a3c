"""`users`: who may read, review and administer a desk with a login."""

import sys

import click

from twosource.base.errors import InputError
from twosource.base.people import ROLES, Role, User
from twosource.serve.judge import now, opened, with_archive
from twosource.serve.options import Pile
from twosource.serve.output import write


@click.group()
def users() -> None:
    """Add and change the people of a desk: readers, reviewers, administrators."""


@users.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reviewer", show_default=True)
@with_archive
def add(pile: Pile, name: str, role: Role) -> None:
    """Add a person; the password is asked for, or read from standard input."""
    from twosource.base.archive_people import add_user  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        add_user(archive, User(name, role, disabled=False, made_at=now()), ask_password())
    write(f"{name} is a {role} now\n")


@users.command(name="list")
@with_archive
def list_all(pile: Pile) -> None:
    """One line for each person."""
    from twosource.base.archive_people import list_users  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        for each in list_users(archive):
            write(f"{each.name}  {each.role}{'  disabled' if each.disabled else ''}\n")


@users.command(name="role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@with_archive
def change_role(pile: Pile, name: str, role: Role) -> None:
    """Give a person another role."""
    from twosource.base.archive_people import set_role  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        set_role(archive, name, role)
    write(f"{name} is a {role} now\n")


@users.command()
@click.argument("name")
@with_archive
def password(pile: Pile, name: str) -> None:
    """Give a person another password; whoever is logged in by the old one is logged out."""
    from twosource.base.archive_people import set_password  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        set_password(archive, name, ask_password())
    write(f"{name} has another password now\n")


@users.command()
@click.argument("name")
@click.option("--enable", is_flag=True, help="Let the person in again.")
@with_archive
def disable(pile: Pile, name: str, enable: bool) -> None:  # noqa: FBT001 - as click calls it
    """Let a person in no more; what they decided stays."""
    from twosource.base.archive_people import set_disabled  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        set_disabled(archive, name, disabled=not enable)
    write(f"{name} is {'let in again' if enable else 'disabled'}\n")


def ask_password() -> str:
    """The password: asked for twice at a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        told: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return told
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise InputError("no password is given", remedy="Pipe it in as one line")
    return line
