"""The chain of judgements in the archive, on SQLite and on PostgreSQL."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from twosource.base.archive import Archive, Run
from twosource.base.archive_judgements import (
    Broken,
    Link,
    Search,
    add_judgement,
    count_judgements,
    last_link,
    list_judgements,
    load_judgement,
    verify_chain,
)
from twosource.base.errors import UnknownIdError
from twosource.base.judgements import Aim, Anchor, Draft
from twosource.base.records import ReportId

RUN = Run("2031-05-12T10:00:00+00:00", "test", (("twosource", "0"),))
NOW = "2031-05-12T11:00:00+00:00"
WRITER = """
import sys
from twosource.base.archive import Archive, Run
from twosource.base.archive_judgements import add_judgement
from twosource.base.judgements import Aim, Draft
with Archive.open(sys.argv[1], Run("2031-05-12", "test", ())) as archive:
    for each in range(20):
        add_judgement(archive, Draft("note", "fin_1", sys.argv[2], "", Aim("finding")), "2031")
"""


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        yield opened


def draft(target="fin_1", action="accept", by="ann", report="rep_1") -> Draft:
    aim = Aim("finding", "Nine were killed", "killed", (Anchor(ReportId(report), 0, 4, "Nine"),))
    return Draft(action, target, by, "read it twice", aim)


def test_what_is_written_is_read_back(archive):
    made = add_judgement(archive, draft(), NOW)
    assert load_judgement(archive, made.id) == made
    assert list_judgements(archive) == (made,)


def test_the_latest_comes_first_and_filters_hold(archive):
    one = add_judgement(archive, draft(), NOW)
    other = add_judgement(archive, draft("fin_2", "reject", "bob", "rep_2"), NOW)
    assert list_judgements(archive) == (other, one)
    assert list_judgements(archive, limit=1, offset=1) == (one,)
    for wanted in (Search(by="bob"), Search(action="reject"), Search(target="fin_2"),
                   Search(reports=("rep_2", "rep_3"))):  # fmt: skip
        assert list_judgements(archive, wanted) == (other,)
        assert count_judgements(archive, wanted) == 1


def test_an_unknown_id_is_named(archive):
    with pytest.raises(UnknownIdError, match="jud_0"):
        load_judgement(archive, "jud_0")


def test_a_whole_chain_holds(archive):
    assert verify_chain(archive) is None
    for _ in range(3):
        add_judgement(archive, draft(), NOW)
    assert verify_chain(archive) is None


@pytest.mark.parametrize("words", ["UPDATE judgements SET target='x'", "DELETE FROM judgements"])
def test_the_database_refuses_to_change_or_delete(archive, words):
    add_judgement(archive, draft(), NOW)
    with pytest.raises(DatabaseError, match="only ever added"), archive.writing() as connection:
        connection.execute(text(words))
    assert verify_chain(archive) is None


@pytest.mark.parametrize(
    ("words", "number", "reason"),
    [
        ("UPDATE judgements SET target='fin_9' WHERE number=2", 2, "its target was changed"),
        (("UPDATE judgements SET record=(SELECT record FROM judgements WHERE number=1) "
         "WHERE number=2"), 2, "changed after it was sealed"),
        ("UPDATE judgements SET previous=hash WHERE number=3", 3, "does not follow"),
        ("DELETE FROM judgements WHERE number=2", 2, "missing"),
    ],
)  # fmt: skip
def test_the_first_broken_link_is_named(archive, words, number, reason):
    for each in range(3):
        add_judgement(archive, draft(f"fin_{each}"), NOW)
    tamper(archive, words)
    broken = verify_chain(archive)
    assert isinstance(broken, Broken)
    assert broken.number == number
    assert reason in broken.reason


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("UPDATE judgements SET target='fin_9' WHERE number=2", 2),
        ("UPDATE judgements SET target='fin_9' WHERE number=4", 4),
        ("DELETE FROM judgements WHERE number=3", 3),
        ("DELETE FROM judgements WHERE number>1", 2),
    ],
)
def test_a_known_link_and_what_came_since_are_checked_alone(archive, words, number):
    for each in range(2):
        add_judgement(archive, draft(f"fin_{each}"), NOW)
    known = last_link(archive)
    assert verify_chain(archive, known) is None
    for each in range(2, 4):
        add_judgement(archive, draft(f"fin_{each}"), NOW)
    assert verify_chain(archive, known) is None
    tamper(archive, words)
    assert verify_chain(archive, known).number == number


def test_before_the_first_judgement_there_is_no_link(archive):
    assert last_link(archive) == Link()
    add_judgement(archive, draft(), NOW)
    assert verify_chain(archive, Link()) is None


def tamper(archive, words):
    """Someone with the whole database in hand takes the guards away first."""
    with archive.writing() as connection:
        connection.execute(text("DELETE FROM judged_reports"))
        for what in ("UPDATE", "DELETE"):
            place = " ON judgements" if connection.dialect.name == "postgresql" else ""
            connection.execute(text(f"DROP TRIGGER judgements_{what}{place}".lower()))
        connection.execute(text(words))


def test_threads_that_write_at_once_make_one_chain(archive):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: add_judgement(archive, draft(f"fin_{n}"), NOW), range(24)))
    assert sorted(each.number for each in made) == list(range(1, 25))
    assert verify_chain(archive) is None


def test_processes_that_write_at_once_make_one_chain(archive, archive_target):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, archive_target, name])
        for name in ("ann", "bob")
    ]
    assert [each.wait(60) for each in writers] == [0, 0]
    assert count_judgements(archive) == 40
    assert verify_chain(archive) is None
