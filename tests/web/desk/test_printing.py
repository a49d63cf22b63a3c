"""A desk prints what has no print while it answers, and others go on writing."""

import time
from dataclasses import replace

import httpx
import pytest

import make
from twosource.base.archive import Archive, Run
from twosource.base.archive_prints import find_print
from twosource.base.archive_stories import list_stories
from twosource.base.settings import Settings
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.runners.versions import find_versions
from twosource.serve.web.look import look_of
from twosource.serve.web.printing import printing
from twosource.serve.web.prints import print_ahead
from web.desk.conftest import new_target, running_desk
from web.desk.deciding import FIRST, NOW, put

BAKERY = (
    "A gas cylinder exploded in a bakery of Harrow Bay on Friday. Two people were injured, the "
    "fire brigade said. The bakery was closed and the street remains blocked to traffic."
)
LONG = 120  # seconds; whoever prints has the lowest priority, on a machine that may be busy


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    """An archive with two stories, of which nothing is printed."""
    made = new_target(request, tmp_path_factory)
    put(made, FIRST)
    with opened(made) as archive:
        items = [replace(make.item(BAKERY, origin="bakery.txt"), published="2031-05-16")]
        assert len(list(add_pile(items, Settings(), Way(text_only=True), archive))) == 1
        update_stories(archive, Settings())
    return made


def opened(target):
    return Archive.open(target, Run(NOW, "look", find_versions(Settings())))


def prints(archive):
    """Of each story its print."""
    names = [each.id for each in list_stories(archive)]
    return {name: find_print(archive, name, look_of()).body for name in names}


def wait_for_prints(archive):
    end = time.monotonic() + LONG
    while None in (found := prints(archive)).values() and time.monotonic() < end:
        time.sleep(0.02)
    return found


def test_a_desk_that_starts_prints_what_has_no_print(target):
    with opened(target) as archive:
        assert set(prints(archive).values()) == {None}
        with running_desk(target, Settings(), prints=True) as desk:
            before = {
                name: httpx.get(f"{desk}/stories/{name}").status_code for name in prints(archive)
            }
            found = wait_for_prints(archive)
            after = {name: httpx.get(f"{desk}/stories/{name}").status_code for name in found}
        assert all(found.values())
        assert {*before.values(), *after.values()} == {200}


def test_a_desk_prints_nothing_unasked(target):
    with opened(target) as archive, running_desk(target, Settings()) as desk:
        assert httpx.get(f"{desk}/").status_code == 200
        assert set(prints(archive).values()) == {None}


def test_a_page_that_a_reader_waited_for_is_kept(target):
    with opened(target) as archive, running_desk(target, Settings(), prints=True) as desk:
        name = next(iter(prints(archive)))
        page = httpx.get(f"{desk}/stories/{name}")
        end = time.monotonic() + LONG
        while prints(archive)[name] is None and time.monotonic() < end:
            time.sleep(0.02)
        again = httpx.get(f"{desk}/stories/{name}", headers={"If-None-Match": page.headers["etag"]})
        assert prints(archive)[name] is not None
        assert again.is_success or again.status_code == 304


def test_printing_ends_when_it_is_told_and_keeps_what_is_done(target):
    with opened(target) as archive:
        asked = iter((True, False))
        assert print_ahead(archive, lambda: next(asked)) == 1
        assert sorted(body is None for body in prints(archive).values()) == [False, True]


def test_the_process_that_prints_ends_when_all_is_printed(target):
    with opened(target) as archive, printing(target, NOW) as child:
        assert child.wait(LONG) == 0
        assert all(prints(archive).values())


def test_the_process_prints_in_the_look_of_whoever_asks(target, monkeypatch):
    monkeypatch.setattr("twosource.serve.web.printing.look_of", lambda: "another")
    with opened(target) as archive, printing(target, NOW) as child:
        assert child.wait(LONG) == 0
        names = [each.id for each in list_stories(archive)]
        assert all(find_print(archive, name, "another").body for name in names)
        assert set(prints(archive).values()) == {None}


def test_the_process_that_prints_ends_with_its_block(target):
    with printing(target, NOW) as child:
        pass
    assert child.returncode is not None


def test_a_writer_does_not_end_the_printing(target):
    with opened(target) as archive, printing(target, NOW) as child:
        with archive.writing():
            time.sleep(0.1)
        assert child.wait(LONG) == 0
        assert all(prints(archive).values())
