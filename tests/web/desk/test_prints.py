"""Pages that are kept: the same as those made now, fresh at once, and never another one's."""

from contextlib import ExitStack

import httpx
import pytest

from twosource.base.archive import Archive, Run
from twosource.base.archive_prints import find_print
from twosource.base.settings import Settings
from twosource.runners.versions import find_versions
from twosource.serve.web.look import look_of
from twosource.serve.web.prints import print_ahead
from web.desk.conftest import new_target, running_desk
from web.desk.deciding import (
    FIRST,
    NOW,
    SECOND,
    THIRD,
    decide,
    finding_of,
    invite,
    log_in,
    put,
    token_in,
)

ROLES = {"root": "admin", "ann": "reviewer", "rea": "reader"}


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    """An archive with two reports of one happening."""
    made = new_target(request, tmp_path_factory)
    put(made, FIRST, SECOND)
    return made


@pytest.fixture
def desks(target):
    """Two desks over one archive, without a login."""
    with ExitStack() as stack:
        made = [
            stack.enter_context(running_desk(target, Settings(), reviewer="ann")) for _ in range(2)
        ]
        yield [
            stack.enter_context(httpx.Client(base_url=each, timeout=30, follow_redirects=True))
            for each in made
        ]


def opened(target):
    return Archive.open(target, Run(NOW, "print", find_versions(Settings())))


def print_all(target):
    """Print what is to be printed; which stories have a print now."""
    with opened(target) as archive:
        return print_ahead(archive)


def printed(target, story):
    with opened(target) as archive:
        return find_print(archive, story, look_of()).body is not None


def story_of(client):
    (row,) = client.get("/index.json").json()["stories"]
    return row["id"]


def test_a_print_is_for_everybody_the_page_that_would_be_made_now(target):
    invite(target, **ROLES)
    with running_desk(target, Settings(), login=True) as desk, ExitStack() as stack:
        clients = [log_in(desk, name) for name in ROLES]
        for client in clients:
            stack.callback(client.close)
        story = story_of(clients[0])
        made = [client.get(f"/stories/{story}").text for client in clients]
        assert ["/decide?" in page for page in made] == [True, True, False]
        assert all(f"<bdi>{name}</bdi>" in page for name, page in zip(ROLES, made, strict=True))
        assert not printed(target, story)
        assert print_all(target) == 1
        assert printed(target, story)
        assert [client.get(f"/stories/{story}").text for client in clients] == made


def test_a_decision_and_its_undoing_are_seen_at_once_at_both_desks(target, desks):
    print_all(target)
    here, there = desks
    story = story_of(here)
    for client in desks:
        assert "seen by two of us" not in client.get(f"/stories/{story}").text
    finding = finding_of(here)["id"]
    made = decide(here, finding, "note", reason="seen by two of us").json()["judgement"]
    for client in desks:
        assert "seen by two of us" in client.get(f"/stories/{story}").text
    token = token_in(here.get("/decisions").text)
    here.post(f"/decisions/{made}/undo", data={"token": token})
    after = [client.get(f"/stories/{story}").text for client in (here, there)]
    assert all("seen by two of us" not in page for page in after)
    assert print_all(target) == 0  # a decision prints what it changes
    assert [client.get(f"/stories/{story}").text for client in desks] == after


def test_a_report_that_is_added_is_seen_at_once_on_every_page(target, desks):
    print_all(target)
    paths = ("/", "/map", "/calendar", f"/stories/{story_of(desks[0])}")
    before = [[client.get(path).text for path in paths] for client in desks]
    assert before == [[client.get(path).text for path in paths] for client in desks]
    put(target, THIRD)
    for client, old in zip(desks, before, strict=True):
        assert "3 reports" in client.get("/").text
        assert "2 reports" in old[0]
        assert "Orlan Voice" in client.get(paths[-1]).text
    print_all(target)
    for client in desks:
        assert "Orlan Voice" in client.get(paths[-1]).text


def test_a_story_is_printed_again_when_people_decide_on_it(target, desks):
    print_all(target)
    story = story_of(desks[0])
    made = decide(desks[0], finding_of(desks[0])["id"], "accept").json()["judgement"]
    assert printed(target, story)
    assert f'action="/decisions/{made}/undo"' in desks[1].get(f"/stories/{story}").text


def test_a_decision_is_taken_back_by_its_maker_and_by_administrators_only(target):
    invite(target, **ROLES, bea="reviewer")
    with running_desk(target, Settings(), login=True) as desk, ExitStack() as stack:
        clients = {name: log_in(desk, name) for name in (*ROLES, "bea")}
        for client in clients.values():
            stack.callback(client.close)
        story = story_of(clients["ann"])
        decide(clients["ann"], finding_of(clients["ann"])["id"], "accept")
        assert printed(target, story)
        pages = {name: client.get(f"/stories/{story}").text for name, client in clients.items()}
        assert {name for name, page in pages.items() if "/undo" in page} == {"ann", "root"}
        assert {name for name, page in pages.items() if "data-mine" in page} == {"ann"}
        assert not any("<!--by" in page or "token\x03" in page for page in pages.values())


@pytest.mark.parametrize("path", ["/", "/map", "story"])
def test_a_browser_that_has_the_page_gets_its_name_only(target, desks, path):
    print_all(target)
    client = desks[0]
    where = f"/stories/{story_of(client)}" if path == "story" else path
    client.get(where)
    tag = client.get(where).headers["etag"]
    again = client.get(where, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    put(target, THIRD)
    assert client.get(where, headers={"If-None-Match": tag}).status_code == 200
