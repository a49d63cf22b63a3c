"""A PostgreSQL server of the tests' own, on a free port of 127.0.0.1, gone when they end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SUPERUSER = 0


def programs() -> Path | None:
    """Where the server programs lie; None when the machine has none."""
    config = shutil.which("pg_config")
    if config is None:
        return None
    told = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=True)
    folder = Path(told.stdout.strip())
    return folder if (folder / "initdb").exists() else None


def skip_or_fail(reason: str) -> None:
    """Skip with the reason; with REQUIRE_ALL=1 a missing part fails the test."""
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The server's address without a database name."""
    port = _free_port()
    data = folder / "data"
    _run(folder, "initdb", "--pgdata", str(data), "--username", "twosource", "--auth", "trust")
    settings = f"-h 127.0.0.1 -p {port} -c unix_socket_directories='' -c fsync=off"
    log = str(folder / "log")
    _run(folder, "pg_ctl", "--pgdata", str(data), "--wait", "-l", log, "-o", settings, "start")
    try:
        yield f"postgresql+psycopg://twosource@127.0.0.1:{port}"
    finally:
        _run(folder, "pg_ctl", "--pgdata", str(data), "--mode", "immediate", "stop")


@contextmanager
def folder_for_server() -> Iterator[Path]:
    """A folder that the server's user may write; it refuses to run as the superuser."""
    with tempfile.TemporaryDirectory(prefix="twosource-") as name:
        if os.geteuid() == SUPERUSER:
            shutil.chown(name, "postgres")
        yield Path(name)


def _run(folder: Path, program: str, *arguments: str) -> None:
    place = programs()
    assert place is not None
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == SUPERUSER else []
    subprocess.run(
        [*as_user, str(place / program), *arguments],
        cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
