"""A team at one desk: login, roles, differing reviewers, and what others must not be able to do."""

from contextlib import ExitStack

import httpx
import pytest

from twosource.base.settings import Settings
from web.desk.conftest import new_target, running_desk
from web.desk.deciding import (
    FIRST,
    PASSWORD,
    SECOND,
    decide,
    find_faults,
    finding_of,
    invite,
    log_in,
    put,
    token_in,
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    made = new_target(request, tmp_path_factory)
    put(made, FIRST, SECOND)
    invite(made, root="admin", ann="reviewer", bob="reviewer", rea="reader", tess="reader")
    return made


@pytest.fixture(scope="module")
def desk(target):
    with running_desk(target, Settings(), login=True) as address:
        yield address


@pytest.fixture
def enter(desk):
    """A function that gives a client by whose name it logged in."""
    with ExitStack() as stack:

        def visitor(name):
            client = log_in(desk, name)
            stack.callback(client.close)
            return client

        yield visitor


def test_strangers_get_the_login_page_or_a_plain_refusal(desk):
    page = httpx.get(f"{desk}/stories/sto_1", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login?back=/stories/sto_1")
    told = httpx.get(f"{desk}/index.json")
    assert (told.status_code, told.json()["error"]["code"]) == (401, "unauthorized")
    for path in ("/decisions", "/users", "/search", "/decide?target=fin_1"):
        assert httpx.get(desk + path, headers={"Accept": "application/json"}).status_code == 401


def test_login_leads_back_and_never_elsewhere(browser, desk):
    page = browser.new_page()
    page.goto(f"{desk}/decisions")
    assert find_faults(page) == []
    page.get_by_label("Name").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    assert page.url == f"{desk}/decisions"
    assert "ann" in page.locator(".person").inner_text()
    page.get_by_role("button", name="Log out").click()
    assert page.url == f"{desk}/login"
    page.goto(f"{desk}/login?back=//elsewhere.example/")
    page.get_by_label("Name").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    assert page.url == f"{desk}/"
    page.close()


def test_a_session_is_new_at_login_and_dead_after_logout(desk):
    with httpx.Client(base_url=desk, follow_redirects=True) as client:
        client.cookies.set("twosource_session", "planted")
        told = {"name": "ann", "password": PASSWORD, "token": token_in(client.get("/login").text)}
        answer = client.post("/login", data=told)
        cookie = answer.history[0].headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        token = answer.history[0].cookies["twosource_session"]
        assert token not in {"", "planted"}
    with httpx.Client(base_url=desk, cookies={"twosource_session": token}) as thief:
        page = thief.get("/decisions", headers={"Accept": "text/html"})
        assert page.status_code == 200
        thief.post("/logout", data={"token": token_in(page.text)})
        thief.cookies.set("twosource_session", token)
        assert thief.get("/index.json").status_code == 401


def test_readers_read_and_reviewers_decide(enter):
    reader, ann = enter("rea"), enter("ann")
    found = finding_of(reader)
    assert reader.get(f"/decide?target={found['id']}").status_code == 403
    fields = {"target": found["id"], "action": "accept", "reason": "so",
              "token": token_in(reader.get("/decisions").text)}  # fmt: skip
    assert reader.post("/decide", data=fields).status_code == 403
    assert "Decide" not in reader.get(f"/findings/{found['id']}").text.split("<main", 1)[1]
    assert ann.get("/users").status_code == 403
    assert decide(ann, found["id"], "note").status_code == 200


def test_two_reviewers_differ_and_both_are_shown(enter):
    ann, bob, root = enter("ann"), enter("bob"), enter("root")
    found = finding_of(ann, "happened")
    rejected = decide(ann, found["id"], "reject").json()["judgement"]
    decide(bob, found["id"], "accept")
    told = finding_of(bob, "happened")
    assert told["status"] == found["status"]
    assert [(each["by"], each["action"]) for each in told["decisions"]][-2:] == [
        ("ann", "reject"), ("bob", "accept"),
    ]  # fmt: skip
    assert "Reviewers differ" in bob.get(f"/findings/{found['id']}").text
    undo = {"token": token_in(bob.get("/decisions").text), "reason": "no"}
    assert bob.post(f"/decisions/{rejected}/undo", data=undo).status_code == 400
    undo["token"] = token_in(root.get("/decisions").text)
    assert root.post(f"/decisions/{rejected}/undo", data=undo).status_code == 200
    assert "Reviewers differ" not in root.get(f"/findings/{found['id']}").text


def test_a_form_from_elsewhere_is_refused(enter):
    ann = enter("ann")
    found = finding_of(ann)
    fields = {"target": found["id"], "action": "accept", "reason": "so"}
    assert ann.post("/decide", data=fields).status_code == 403
    assert ann.post("/decide", data={**fields, "token": "0" * 64}).status_code == 403
    token = token_in(ann.get("/decisions").text)
    told = ann.post(
        "/decide", data={**fields, "token": token}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert told.status_code == 403
    foreign = enter("bob").get("/decisions").text
    assert ann.post("/decide", data={**fields, "token": token_in(foreign)}).status_code == 403


def test_an_administrator_keeps_the_list_of_users(browser, desk, enter):
    root = enter("root")
    token = token_in(root.get("/users").text)
    new = {"name": "zoe", "role": "reader", "password": PASSWORD, "token": token}
    assert root.post("/users", data=new).status_code == 200
    assert root.post("/users", data=new).status_code == 400
    change = {"what": "role", "role": "reviewer", "token": token}
    root.post("/users/zoe", data=change)
    users = {each["name"]: each for each in root.get("/users.json").json()["users"]}
    assert users["zoe"]["role"] == "reviewer"
    assert "password" not in users["zoe"]
    zoe = enter("zoe")
    assert zoe.get("/index.json").status_code == 200
    root.post("/users/zoe", data={"what": "disable", "token": token})
    assert zoe.get("/index.json").status_code == 401
    context = browser.new_context()
    context.add_cookies([{"name": "twosource_session", "url": desk,
                          "value": root.cookies["twosource_session"]}])  # fmt: skip
    page = context.new_page()
    page.goto(f"{desk}/users")
    assert page.locator("tbody tr").count() == 6
    assert find_faults(page) == []
    context.close()


def test_guessing_is_stopped(desk):
    with httpx.Client(base_url=desk) as client:
        token = token_in(client.get("/login").text)
        told = {"name": "tess", "password": "a wrong guess", "token": token}
        codes = [client.post("/login", data=told).status_code for _ in range(6)]
        assert codes == [401] * 5 + [429]
        assert client.post("/login", data={**told, "password": PASSWORD}).status_code == 429
