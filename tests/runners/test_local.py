"""Piles: in order, copies read once, what cannot be read is named and the rest goes on."""

from dataclasses import replace

import pytest

import make
from twosource.base.records import Account, Skip
from twosource.base.settings import Settings
from twosource.runners import local, pool
from twosource.runners.copies import REACH, Memory, adopt, analysis_key
from twosource.runners.local import Way, assemble_pile, read_pile

TEXTS = ("Three people were killed in Dolna.", "A truce was signed in Velmar on Tuesday.")


@pytest.fixture
def reads(monkeypatch):
    """The texts that were parsed; reading itself is left out."""
    told: list[str] = []

    def read(reports, _settings):
        told.extend(report.text for report in reports)
        return tuple(Account(report) for report in reports)

    monkeypatch.setattr(pool, "read_chunk", read)
    return told


def items(*texts):
    return [
        make.item(text, origin=f"{number}.txt", given_id=str(number))
        for number, text in enumerate(texts)
    ]


def read(pile, settings=None, **way):
    return list(read_pile(pile, settings or Settings(), Way(text_only=True, **way)))


def test_accounts_come_in_the_order_of_the_items(reads):
    told = read(items(*TEXTS))
    assert [account.report.text for account in told] == list(TEXTS) == reads


def test_a_text_that_stands_in_three_reports_is_read_once(reads):
    told = read(items(TEXTS[0], TEXTS[1], TEXTS[0], TEXTS[0]))
    assert [account.report.given_id for account in told] == ["0", "1", "2", "3"]
    assert sorted(reads) == sorted(TEXTS)


def test_a_copy_of_another_day_is_read_for_itself(reads):
    first, second = items(TEXTS[1], TEXTS[1])
    read([first, replace(second, published="2031-05-14")])
    assert len(reads) == 2


def test_a_copy_in_a_later_chunk_is_read_once(reads, monkeypatch):
    monkeypatch.setattr(local, "CHUNK", 2)
    read(items(*TEXTS, *TEXTS, TEXTS[0]))
    assert len(reads) == 2


def test_memory_forgets_what_lies_far_back():
    memory = Memory()
    assert memory.is_new("a", 0)
    assert not memory.is_new("a", REACH - 1)
    assert memory.is_new("a", REACH)
    memory.forget(2 * REACH)
    assert memory.assigned == {}


@pytest.mark.usefixtures("reads")
def test_what_was_captured_as_a_skip_stays_one():
    skip = Skip("capture", "b.bin", "a binary file")
    assert read([skip, *items(TEXTS[0])])[0] is skip


@pytest.mark.usefixtures("reads")
def test_a_report_without_text_is_skipped_and_the_rest_goes_on():
    told = read(items("  \n", TEXTS[0]))
    assert isinstance(told[0], Skip)
    assert told[1].report.text == TEXTS[0]


@pytest.mark.usefixtures("reads")
def test_a_text_that_is_too_long_is_named():
    (told,) = read(items("Dolna. " * 50), Settings(max_characters=100))
    assert told.reason == "350 characters; at most 100 are read"


def test_a_language_that_is_not_read_is_kept_and_named(reads):
    text = (
        "Beim Beschuss des Marktes sind am Montag mindestens sieben Menschen getötet worden. " * 3
    )
    account, skip = read(items(text))
    assert account == Account(account.report)
    assert skip.reason == "language de is not read yet; kept"
    assert reads == []


def test_what_a_shelf_holds_is_not_read(reads):
    class Shelf:
        def find(self, key):
            return None if key == other else Account(make.report(""))

    pile = items(*TEXTS)
    other = analysis_key(read(pile)[1].report)
    reads.clear()
    told = list(read_pile(pile, Settings(), Way(text_only=True), Shelf()))
    assert reads == [TEXTS[1]]
    assert told[0].report.text == TEXTS[0]


def test_an_account_is_adopted_for_its_own_report():
    first, second = make.report("A"), make.report("A", given_id="2")
    assert adopt(Account(first), second).report is second
    assert adopt(Account(first), first).report is first


@pytest.mark.usefixtures("reads")
def test_an_item_that_came_twice_counts_once():
    pile = [*items(TEXTS[0]), *items(TEXTS[0])]
    dossier = assemble_pile(read(pile), Settings())
    assert len(dossier.accounts) == 1


@pytest.mark.slow
def test_several_processes_read_the_same(monkeypatch):
    monkeypatch.setattr(local, "CHUNK", 1)
    pile = items(*TEXTS, TEXTS[0])
    assert read(pile, Settings(workers=2)) == read(pile)
