"""Watching a folder: what is new is added once, what did not change is not read again."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner

from capture.serving import news_site
from twosource.runners.watching import Watch, list_files
from twosource.serve.changes import changes
from twosource.serve.watch import watch

FIRST = "Shells hit the market of Dolna on Monday. Nine people were killed, the mayor said."
SECOND = "Seven people were killed when shells hit the market of Dolna, the mayor said on Tuesday."


def run(*arguments: str):
    return CliRunner().invoke(watch, list(arguments))


def test_a_round_adds_what_is_new(tmp_path):
    folder, archive = tmp_path / "in", str(tmp_path / "a.archive")
    folder.mkdir()
    (folder / "1.txt").write_text(FIRST)
    told = [str(folder), "--archive", archive, "--once", "--published", "2031-05-13"]
    first = run(*told)
    assert (first.exit_code, "1 report added · 1 story written, 1 change" in first.output) == (
        0,
        True,
    )
    (folder / "2.txt").write_text(SECOND)
    (folder / "empty.txt").write_text("")
    second = run(*told)
    assert second.exit_code == 1
    assert "1 report added, 1 skipped" in second.output
    assert "0 reports added, 1 skipped" in run(*told).output
    page = CliRunner().invoke(changes, ["--archive", archive, "--since", "last"])
    assert "killed 9 → 7" in page.output


def test_files_that_did_not_change_are_left_out(tmp_path):
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", ".hidden/c.txt"):
        (tmp_path / name).write_text(name)
    files = list_files([str(tmp_path)])
    assert [file[-5:] for file in files] == ["a.txt", "b.txt"]
    known = Watch()
    assert known.changed(files) == files
    known.note(files, [(5, Path(file).stat().st_mtime_ns) for file in files])
    assert known.changed(files) == []
    (tmp_path / "a.txt").write_text("longer")
    assert known.changed(files) == files[:1]


def test_ctrl_c_ends_it_cleanly(tmp_path):
    (tmp_path / "1.txt").write_text(FIRST)
    program = [sys.executable, "-m", "twosource.serve.cli", "watch", str(tmp_path / "1.txt")]
    told = [*program, "--archive", str(tmp_path / "a.archive"), "--every", "60"]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert b"1 report added" in running.stdout.readline()
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0
        assert running.stderr.read() == b""


def test_it_wants_a_path_and_an_archive(tmp_path):
    assert run(str(tmp_path)).exit_code != 0


def test_a_feed_is_watched(tmp_path, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    archive = str(tmp_path / "a.archive")
    with news_site() as site:
        told = [f"{site.address}/feed", "--archive", archive, "--once", "--pause", "0"]
        assert "1 report added · 1 story written" in run(*told).output
        site.texts["/two"] = SECOND
        assert "1 report added" in run(*told).output
        assert "0 reports added" in run(*told).output
        assert site.asked.count("/one") == 1
