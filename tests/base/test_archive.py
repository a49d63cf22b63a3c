"""The archive: what goes in comes out, twice in is once kept, and nothing else is taken for one."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import make
from twosource.base.archive import Archive, Run
from twosource.base.errors import ArchiveError, MissingExtraError
from twosource.base.packing import pack, unpack
from twosource.base.records import Account, Claim, Figure, Item, Skip, Span, Speaker
from twosource.base.stories import Dossier

RUN = Run("2031-05-12T10:00:00+00:00", "add demo", (("model", "1"), ("twosource", "0")))
WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
FIGURES = st.builds(
    Figure, WORDS, SPANS, WORDS, st.sampled_from(["exact", "vague"]), st.none() | SPANS,
    value=NUMBERS, low=NUMBERS, high=NUMBERS, claim=st.none() | WORDS,
)  # fmt: skip
CLAIMS = st.builds(
    Claim, WORDS, st.tuples(SPANS), st.none() | st.builds(Speaker, st.none() | SPANS, WORDS, WORDS)
)
ACCOUNTS = st.builds(
    Account, WORDS.map(make.report), figures=st.tuples(FIGURES), claims=st.tuples(CLAIMS)
)


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        yield opened


def item_of(account: Account) -> Item:
    report = account.report
    return Item(report.sha256, report.path, "text/plain", report.text.encode())


def keep(archive: Archive, account: Account, key: str = "k1") -> int:
    archive.keep_items([item_of(account)])
    return archive.keep_accounts([(key, account)])


@given(ACCOUNTS)
def test_every_record_survives_write_and_read(account):
    assert unpack(pack(account), Account) == account
    assert unpack(pack(Dossier((account,))), Dossier) == Dossier((account,))


def test_what_goes_in_comes_out(archive):
    account = Account(make.report("Dolna was shelled."), figures=(
        Figure("f1", Span(0, 5), "killed", "exact", value=3.0, low=3.0, high=3.0),))  # fmt: skip
    assert keep(archive, account) == 1
    assert list(archive.reports()) == [account.report]
    assert archive.find("k1").figures == account.figures
    assert archive.item(account.report.sha256) == b"Dolna was shelled."


def test_the_same_twice_is_kept_once(archive):
    account = Account(make.report("Dolna was shelled."))
    assert [keep(archive, account), keep(archive, account)] == [1, 0]
    assert len(list(archive.reports())) == 1


def test_another_edition_reads_anew(archive, archive_target):
    keep(archive, Account(make.report("Dolna was shelled.")))
    later = Run(RUN.now, RUN.command, (("model", "2"), ("twosource", "0")))
    with Archive.open(archive_target, later) as again:
        assert again.find("k1") is None
        assert len(list(again.reports())) == 1


def test_runs_and_skips_are_logged(archive):
    archive.keep_skips([Skip("capture", "b.bin", "a binary file"), Skip("clean", "a", "empty")])
    archive.keep_skips([Skip("capture", "b.bin", "a binary file")])
    assert [skip.origin for skip in archive.skips()] == ["a", "b.bin"]
    assert [run["command"] for run in archive.runs()] == ["add demo", "add demo"]
    assert '"model":"1"' in archive.runs()[0]["versions"]


def test_several_may_add_at_once(archive):
    accounts = [Account(make.report(f"Report {number}.")) for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda pair: keep(archive, pair[1], f"k{pair[0]}"), enumerate(accounts)))
    assert len(list(archive.reports())) == 12


def test_a_missing_archive_is_named(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        Archive.open(str(tmp_path / "none.sqlite"), RUN)


@pytest.mark.parametrize("create", [True, False])
def test_a_text_file_is_no_archive(tmp_path, create):
    file = tmp_path / "a.txt"
    file.write_text("Dolna was shelled.\n" * 100)
    with pytest.raises(ArchiveError, match="not a twosource archive"):
        Archive.open(str(file), RUN, create=create)
    assert file.read_text().startswith("Dolna")


def test_another_database_is_no_archive(tmp_path):
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("create table birds (name text)")
    other.close()
    with pytest.raises(ArchiveError, match="not a twosource archive"):
        Archive.open(str(file), RUN, create=True)


def test_a_missing_driver_names_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match="twosource\\[postgres\\]"):
        Archive.open("postgresql+psycopg://twosource@127.0.0.1:1/none", RUN)


def test_a_server_that_does_not_answer_is_named():
    with pytest.raises(ArchiveError, match="no answer from the database"):
        Archive.open("postgresql+psycopg://twosource@127.0.0.1:1/none", RUN, create=True)
