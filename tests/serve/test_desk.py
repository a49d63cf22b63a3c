"""`twosource desk` from the command line, and the tutorial that begins with it."""

import re
import socket
import subprocess
import sys
import time

import httpx
import pytest
from click.testing import CliRunner

from twosource.serve import cli, desk

WIRE = "At least seven people were killed in Dolna on Monday, the Valley Health Office said.\n"


def run(*words):
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def test_without_an_archive_it_says_how_to_make_one():
    told = run("desk")
    assert told.exit_code != 0
    assert "twosource add" in str(told.exception)
    assert "make desk-demo" in str(told.exception)


def test_an_archive_that_is_not_there_is_named(tmp_path):
    told = run("desk", "--archive", tmp_path / "none.sqlite")
    assert told.exit_code != 0
    assert "no such archive" in str(told.exception)


def test_without_its_extra_it_names_it(monkeypatch):
    monkeypatch.setattr(desk, "find_spec", lambda _: None)
    told = run("desk", "--archive", "a.sqlite")
    assert "twosource[desk]" in str(told.exception)


@pytest.mark.slow
def test_the_command_serves_until_it_is_stopped(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE)
    archive = str(tmp_path / "a.sqlite")
    assert run("add", tmp_path / "a.txt", "--archive", archive).exit_code == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["-m", "twosource.serve.cli", "desk", "--archive", archive, "--port", str(port)]
    with subprocess.Popen([sys.executable, *words], stderr=subprocess.PIPE, text=True) as running:
        try:
            told = first_answer(f"http://127.0.0.1:{port}/index.json")
        finally:
            running.terminate()
            said = running.communicate(timeout=20)[1]
    assert told["pager"]["total"] == 1
    assert f"http://127.0.0.1:{port}/" in said


def first_answer(address):
    """What the desk answers as soon as it does."""
    for _ in range(240):
        try:
            return httpx.get(address, timeout=10).json()
        except httpx.TransportError:
            time.sleep(0.25)
    return pytest.fail("the desk did not answer within a minute")


def test_the_commands_of_the_tutorial_are_there(root):
    page = (root / "docs/tutorial/first-decision.md").read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([\w-]+)$", page, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    for command in re.findall(r"^twosource (.+)$", page, re.MULTILINE):
        words = [str(root / each) if each.startswith("demo/") else each for each in command.split()]
        assert run(words[0], "--help").exit_code == 0
        paths = [each for each in words if each.startswith(str(root))]
        assert all((root / each).exists() for each in paths)
    for picture in re.findall(r"\.\./(images/desk/[\w-]+\.png)", page):
        assert (root / "docs" / picture).stat().st_size < 150_000
