"""Several desks and a watcher on one archive at once: nothing is lost, nothing is told twice."""

import subprocess
import sys
import threading
from contextlib import ExitStack

import httpx
import pytest

from dolna import FIRST
from twosource.base.archive import Archive, Run
from twosource.base.archive_judgements import count_judgements, verify_chain
from twosource.base.settings import Settings
from twosource.runners.versions import find_versions
from web.desk.conftest import new_target, running_desk
from web.desk.deciding import NOW, decide, finding_of, put

NOTES = 4  # decisions at each desk
REPORTS = 3  # that come while people decide
NEWS = "{0} people were hurt when a depot burned in Torda on {1} May 2031, the fire service said."


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    """An archive with one report, in which two desks and a watcher will meet."""
    made = new_target(request, tmp_path_factory)
    put(made, FIRST)
    return made


def watch(target, folder):
    """A watcher in a process of its own takes the folder's reports, one round for each."""
    for number in range(REPORTS):
        (folder / f"{number}.txt").write_text(NEWS.format(number + 11, number + 10))
        told = ["watch", str(folder), "--archive", target, "--once", "--published", "2031-05-16"]
        subprocess.run([sys.executable, "-m", "twosource.serve.cli", *told], check=True)


def note(desk, answers):
    """A person at one desk decides again and again."""
    with httpx.Client(base_url=desk, timeout=60, follow_redirects=True) as client:
        for number in range(NOTES):
            found = finding_of(client)
            answers.append(decide(client, found["id"], "note", reason=f"note {number}").status_code)


def test_two_desks_and_a_watcher_work_on_one_archive(target, tmp_path):
    answers = []
    with ExitStack() as stack:
        desks = [
            stack.enter_context(running_desk(target, Settings(), reviewer=name))
            for name in ("ann", "ben")
        ]
        works = [threading.Thread(target=note, args=(desk, answers)) for desk in desks]
        works.append(threading.Thread(target=watch, args=(target, tmp_path)))
        for each in works:
            each.start()
        for each in works:
            each.join(180)
        assert answers == [200] * (2 * NOTES)
        told = []
        for desk in desks:
            with httpx.Client(base_url=desk, timeout=60) as client:
                rows = client.get("/index.json").json()["stories"]
                assert sum(row["reports"] for row in rows) == 1 + REPORTS
                told.append(finding_of(client)["decisions"])
    assert told[0] == told[1]
    assert sorted(each["by"] for each in told[0]) == ["ann"] * NOTES + ["ben"] * NOTES
    with Archive.open(target, Run(NOW, "verify", find_versions(Settings()))) as archive:
        assert count_judgements(archive) == 2 * NOTES
        assert verify_chain(archive) is None
