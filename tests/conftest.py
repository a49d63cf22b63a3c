"""Fixtures for all tests; what a test needs beyond them, `make.py` builds in a line."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

import postgres


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def postgres_server():
    """The address of a PostgreSQL server that runs for this session."""
    if postgres.programs() is None:
        postgres.skip_or_fail("no PostgreSQL server programs: apt-get install postgresql")
    with postgres.folder_for_server() as folder, postgres.serve(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def archive_target(request, tmp_path):
    """Where a new archive may be made: once a file, once a database of its own."""
    if request.param == "sqlite":
        return str(tmp_path / "a.sqlite")
    server = request.getfixturevalue("postgres_server")
    name = f"t{abs(hash(str(tmp_path))):x}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}/{name}"


CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium, one for all tests."""
    program = shutil.which("chromium")
    if program is None:
        postgres.skip_or_fail("no Chromium: apt-get install chromium")
    play = import_module("playwright.sync_api")
    with play.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=CHROMIUM)
        yield opened
        opened.close()
