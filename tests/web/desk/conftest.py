"""A desk on a free port over the demo's archive, on SQLite and on PostgreSQL, and a Chromium."""

import socket
import threading
import time
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from sqlalchemy import create_engine, text

from twosource.base.archive import Archive, Run
from twosource.base.settings import load_settings
from twosource.capture.paths import capture_paths
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.runners.versions import find_versions

SECRET = "of the tests"  # noqa: S105 - signs nothing beyond them
NOW = "2031-05-18T06:00:00+00:00"


@pytest.fixture(scope="session")
def demo_settings(root):
    """The settings of the demo."""
    return load_settings(root / "demo/twosource.toml")


@pytest.fixture(scope="session")
def demo_desk(request, tmp_path_factory, demo_settings, root):
    """A function from `sqlite` or `postgresql` to the address of a desk over the demo.

    Each archive is made once, whatever the order of the tests; the desks are only read from.
    """
    running, known = ExitStack(), {}

    def address_of(engine):
        if engine not in known:
            target = new_target(request, tmp_path_factory, engine)
            fill(target, demo_settings, root / "demo/reports")
            known[engine] = running.enter_context(running_desk(target, demo_settings))
        return known[engine]

    with running:
        yield address_of


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def desk_address(request, demo_desk):
    """Where a desk over the demo answers, once on SQLite, once on PostgreSQL."""
    return demo_desk(request.param)


@pytest.fixture(scope="session")
def client(desk_address):
    """A client as plain as curl."""
    with httpx.Client(base_url=desk_address, timeout=20) as made:
        yield made


@pytest.fixture
def open_page(visit, desk_address):
    """A function that opens a page of the demo's desk, on SQLite and on PostgreSQL."""
    return lambda path="/", **told: visit(desk_address + path, **told)


@pytest.fixture
def visit(browser):
    """A function that opens an address; what the page complains of fails the test."""
    contexts, complaints = [], []

    def go(address, *, width=1280, dark=False, scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said) if is_complaint(said) else None)
        page.on("pageerror", lambda said: complaints.append(said))  # noqa: PLW0108 - no builtin here
        page.goto(address)
        return page

    yield go
    for context in contexts:
        context.close()
    assert [str(getattr(each, "text", each)) for each in complaints] == []


def is_complaint(said):
    """Whether what the browser says is of trouble; that a page is missing may be what is tested."""
    return said.type == "error" and not said.location.get("url", "").endswith("/nowhere")


def new_target(request, tmp_path_factory, engine_name=None):
    """Where a new archive may be made: a file, or a database of its own."""
    folder = tmp_path_factory.mktemp("desk")
    if (engine_name or request.param) == "sqlite":
        return str(folder / "desk.sqlite")
    server = request.getfixturevalue("postgres_server")
    name = f"d{abs(hash(str(folder))):x}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}/{name}"


def fill(target, settings, folder):
    """Read the folder's reports into the archive and bring its stories up to date."""
    run = Run(NOW, "add", find_versions(settings))
    with Archive.open(target, run, create=True) as archive:
        for _ in add_pile(capture_paths((str(folder),)), settings, Way(), archive):
            pass
        update_stories(archive, settings)


@contextmanager
def running_desk(target, settings, **told):
    """A desk that runs in a thread until the block ends; its address without a last slash."""
    import uvicorn  # noqa: PLC0415 - an optional part

    from twosource.serve.web.app import create_app  # noqa: PLC0415 - an optional part
    from twosource.serve.web.shell import Desk  # noqa: PLC0415 - an optional part

    app = create_app(Desk(target, settings, secret=SECRET, **told))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_for(server)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def wait_for(server):
    """Until the server answers."""
    for _ in range(400):
        if server.started:
            return
        time.sleep(0.025)
    pytest.fail("the desk did not start within ten seconds")
