"""The verbs `judge` and `users`, as typed."""

import json

import pytest
from click.testing import CliRunner

from twosource.serve.cli import app

TEXT = (
    "Shells hit the market of Dolna on Monday. Nine people were killed, the Valley Health Office "
    "said. Homes burned in the lower town."
)
SECRET = "the dog barks at noon"  # noqa: S105 - of a test


@pytest.fixture
def archive(tmp_path):
    report = tmp_path / "a.txt"
    report.write_text(TEXT, encoding="utf-8")
    target = str(tmp_path / "a.sqlite")
    assert run("add", str(report), "--published", "2031-05-13", "--archive", target)[0] == 0
    return target


def run(*words: str, told: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(app, words, input=told)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def findings(archive: str, *flags: str) -> dict:
    return json.loads(run("findings", "--archive", archive, *flags)[1])


def killed(archive: str) -> dict:
    return next(each for each in findings(archive)["findings"] if each["slot"] == "killed")


def test_a_decision_is_written_listed_verified_and_undone(archive):
    finding = killed(archive)
    assert finding["decisions"] == []
    said = ["judge", "add", "edit", finding["id"], "--reason", "the office's list", "--by", "ann"]
    made = run(*said, "--value", "best=8", "--archive", archive)[1].strip()
    after = killed(archive)
    assert after["value"]["best"] == 8
    assert after["decisions"][0]["value"] == {"best": 8}
    assert made in run("judge", "list", "--archive", archive)[1]
    assert run("judge", "undo", made, "--archive", archive)[0] == 0
    assert killed(archive) == finding
    code, told, _ = run("judge", "verify", "--archive", archive)
    assert (code, told[:32]) == (0, "2 decisions, the chain is whole;")
    lines = run("judge", "export", "--archive", archive)[1].splitlines()
    assert [json.loads(line)["sealed"]["number"] for line in lines] == [1, 2]


def test_a_chain_that_lost_its_end_is_told_by_its_head(archive):
    code, _, trouble = run("judge", "verify", "--head", "ab" * 32, "--archive", archive)
    assert code == 1
    assert "missing" in trouble


def test_what_is_sensitive_is_left_out_and_counted(archive):
    said = ["judge", "add", "sensitive", killed(archive)["id"], "--reason", "names a child"]
    run(*said, "--archive", archive)
    told = findings(archive)
    assert "killed" not in {each["slot"] for each in told["findings"]}
    assert "1 finding marked sensitive: left out" in {each["reason"] for each in told["skips"]}
    asked = findings(archive, "--sensitive")["findings"]
    assert "killed" in {each["slot"] for each in asked}


def test_a_rejected_finding_is_not_in_the_brief_and_why_says_who_rejected_it(archive):
    finding = killed(archive)
    said = ["judge", "add", "reject", finding["id"], "--reason", "misread", "--by", "ann"]
    run(*said, "--archive", archive)
    brief = run("brief", "--archive", archive)[1]
    assert "At a glance" not in brief or finding["text"] not in brief
    why = run("why", finding["id"], "--archive", archive)[1]
    assert "rejected by ann" in why


def test_a_brief_says_who_verified(archive):
    happened = next(each for each in findings(archive)["findings"] if each["slot"] == "happened")
    said = ["judge", "add", "verify", happened["id"], "--reason", "seen on site", "--by", "ann"]
    run(*said, "--archive", archive)
    assert "verified by ann" in run("brief", "--archive", archive)[1].replace("\n", " ")


def test_users_are_added_changed_and_listed(archive):
    run("users", "add", "ann", "--role", "admin", "--archive", archive, told=SECRET + "\n")
    run("users", "add", "bob", "--archive", archive, told=SECRET + "\n")
    run("users", "role", "bob", "reader", "--archive", archive)
    run("users", "password", "bob", "--archive", archive, told=SECRET + "!\n")
    run("users", "disable", "bob", "--archive", archive)
    told = run("users", "list", "--archive", archive)[1]
    assert told == "ann  admin\nbob  reader  disabled\n"
    run("users", "disable", "bob", "--enable", "--archive", archive)
    assert "disabled" not in run("users", "list", "--archive", archive)[1]
