"""`desk`: an archive in, pages on loopback out."""

import getpass
import secrets
import sys
import webbrowser
from importlib.util import find_spec

import click

from twosource.base.errors import InputError, MissingExtraError
from twosource.base.settings import Settings
from twosource.serve.options import with_settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOW = (
    "Make one with `twosource add FOLDER --archive FILE`, or look at the demo with `make desk-demo`"
)


@click.command()
@click.option("--archive", metavar="FILE", help="The archive: a file or an address.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--login", is_flag=True, help="Ask for a name and a password.")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@with_settings
def desk(archive: str | None, settings: Settings, **told: object) -> None:
    """Read, check and decide in a browser, with no network and no key."""
    if archive is None:
        raise InputError("no archive is named", remedy=HOW)
    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise MissingExtraError("desk", "the desk")
    host, port = str(told["host"]), int(str(told["port"]))
    serve(archive, settings, (host, port), login=bool(told["login"]), show=bool(told["show"]))


def serve(
    archive: str, settings: Settings, at: tuple[str, int], *, login: bool, show: bool
) -> None:
    """Serve the archive until it is stopped.

    Away from loopback, and on a database server, a login is always asked for.
    """
    import uvicorn  # noqa: PLC0415 - an optional part

    from twosource.serve.web.app import create_app  # noqa: PLC0415 - an optional part
    from twosource.serve.web.shell import Desk  # noqa: PLC0415 - an optional part

    host, port = at
    near = host in LOOPBACK
    hosts = ("127.0.0.1", "localhost", "[::1]") if near else ("*",)
    team = login or not near or "://" in archive
    made = Desk(
        archive, settings, team, getpass.getuser(), secret=secrets.token_urlsafe(32), hosts=hosts,
        prints=True,
    )  # fmt: skip
    app = create_app(made)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    sys.stderr.write(f"The desk is at {address}  (Ctrl-C stops it)\n")
    if show:
        webbrowser.open(address)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
