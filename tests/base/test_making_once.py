import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from twosource.base import making_once
from twosource.base.gazetteer_build import _delete_older
from twosource.base.making_once import make_once


def test_of_several_that_want_a_file_one_makes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(making_once, "PAUSE", 0.01)
    calls = []

    def make(file):
        calls.append(file)
        file.write_text("made")

    file = tmp_path / "folder" / "index.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: make_once(file, make), range(4)))
    assert calls == [file]
    assert sorted(each.name for each in file.parent.iterdir()) == ["index.sqlite"]


def test_a_lock_left_behind_does_not_hold_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(making_once, "PAUSE", 0.01)
    file = tmp_path / "index.sqlite"
    lock = tmp_path / "index.lock"
    lock.touch()
    os.utime(lock, (0, 0))
    make_once(file, lambda made: made.write_text("made"))
    assert file.exists()
    assert not lock.exists()


def test_a_maker_that_fails_leaves_no_lock(tmp_path):
    def fail(file):
        raise OSError(file)

    with pytest.raises(OSError, match="index"):
        make_once(tmp_path / "index.sqlite", fail)
    assert list(tmp_path.iterdir()) == []


def test_of_older_indexes_only_the_latest_stays(tmp_path):
    for age, name in enumerate(["new", "late", "old", "oldest"]):
        file = tmp_path / f"gazetteer-{name}.sqlite"
        file.touch()
        os.utime(file, (10_000 - age, 10_000 - age))
    _delete_older(tmp_path / "gazetteer-new.sqlite")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "gazetteer-late.sqlite",
        "gazetteer-new.sqlite",
    ]
