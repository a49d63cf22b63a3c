"""Journeys of people who decide, in a real browser, on SQLite and on PostgreSQL."""

import httpx
import pytest

from twosource.base.settings import Settings
from web.desk.conftest import new_target, running_desk
from web.desk.deciding import (
    FIRST,
    OTHER,
    SECOND,
    THIRD,
    decide,
    find_faults,
    finding_of,
    need_scripts,
    put,
    ready,
)


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    """An archive with two reports of one happening and one of another."""
    made = new_target(request, tmp_path_factory)
    put(made, FIRST, SECOND, OTHER)
    return made


@pytest.fixture
def desk(target):
    """A desk without a login; whoever decides there is ann."""
    with running_desk(target, Settings(), reviewer="ann") as address:
        yield address


@pytest.fixture
def client(desk):
    with httpx.Client(base_url=desk, timeout=20, follow_redirects=True) as made:
        yield made


@pytest.fixture
def page(browser, desk):  # noqa: ARG001 - the desk answers until the page is closed
    """A page whose complaints fail the test."""
    complaints = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
    opened.set_default_timeout(15_000)
    opened.on("pageerror", lambda trouble: complaints.append(str(trouble)))
    yield opened
    opened.close()
    assert complaints == []


def open_story(page, desk, client, slot="killed"):
    """The story's page with the finding of a slot in hand."""
    found = finding_of(client, slot)
    page.goto("about:blank")  # else only the place on the page would change
    page.goto(f"{desk}/stories/{found['story']}#{found['id']}")
    ready(page)
    assert page.locator(f"#{found['id']}.here").count() == 1, "the finding is not in hand"
    return found


def press(page, key, words):
    """A key, a reason, Enter; until the page is back."""
    page.keyboard.press(key)
    page.wait_for_selector(".decide-slot form")
    page.keyboard.type(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ready(page)


def test_the_review_loop_by_keys(page, desk, client, target):
    need_scripts()
    found = open_story(page, desk, client)
    press(page, "a", "the quotes say so")
    assert "accepted by ann" in page.locator(f"#{found['id']} .decided").first.inner_text()

    page.keyboard.press("e")
    page.wait_for_selector(".decide-slot form")
    page.locator("[name=best]").fill("10")
    page.locator(".decide-slot [name=reason]").fill("the office's list")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ready(page)
    assert finding_of(client)["value"]["best"] == 10

    put(target, THIRD)  # a watcher adds a report; the decisions hold
    after = finding_of(client)
    assert after["id"] != found["id"]
    assert [each["action"] for each in after["decisions"]] == ["accept", "edit"]
    assert after["value"]["rule"] == "set by a person"

    open_story(page, desk, client)
    with page.expect_navigation():
        page.keyboard.press("u")
    ready(page)
    assert [each["action"] for each in finding_of(client)["decisions"]] == ["accept"]
    press(page, "r", "misread by the program")
    assert finding_of(client)["status"] == "unsupported"


def test_keys_never_hijack_typing_and_the_help_closes(page, desk, client):
    need_scripts()
    found = open_story(page, desk, client)
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.keys", state="detached")
    page.keyboard.press("n")
    page.wait_for_selector(".decide-slot form")
    page.keyboard.type("around noon")
    assert page.locator(".decide-slot [name=reason]").input_value() == "around noon"
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".decide-slot").count() == 0
    assert page.evaluate("document.activeElement.id") == found["id"]
    page.keyboard.press("/")
    page.keyboard.type("jar")
    assert page.locator("[data-search]").input_value() == "jar"


def test_a_missed_figure_is_selected_and_added(page, desk, client):
    need_scripts()
    report = finding_of(client)["supports"][0]["report"]
    page.goto(f"{desk}/reports/{report}")
    ready(page)
    text = client.get(f"/reports/{report}.json").json()["text"]
    page.evaluate(
        """words => {
          const text = document.querySelector('#text');
          const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            text.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
            return;
          }
        }""",
        "rubble",
    )
    page.wait_for_selector("form.missed")
    page.wait_for_function("document.querySelector('form.missed [name=quote]').value !== ''")
    form = page.locator("form.missed")
    assert form.locator("[name=start]").input_value() == str(text.index("rubble"))
    form.locator("[name=measure]").select_option("injured")
    form.locator("[name=low]").fill("30")
    form.locator("[name=speaker]").fill("Dr. Orl")
    form.locator("[name=reason]").fill("said on air")
    with page.expect_navigation():
        form.locator("button").click()
    added = finding_of(client, "injured")
    assert (added["value"]["low"], added["origins"][0]["name"]) == (30, "Dr. Orl")
    assert added["supports"][0]["quote"] == "rubble"


def test_without_scripts_a_finding_is_rejected_and_an_outlet_rated(browser, desk, client):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found = finding_of(client)
    page.goto(f"{desk}/findings/{found['id']}")
    page.locator("[data-decide]").first.click()
    page.locator("input[value=reject]").check(force=True)
    page.locator("[name=reason]").fill("misread by the program")
    page.locator("form.decision button").click()
    assert f"/findings/{found['id']}" in page.url
    assert "rejected by ann" in page.locator(".decided").inner_text()
    page.goto(f"{desk}/outlets")
    page.locator("a[aria-label='Rate Norpress']").click()
    page.locator("[name=grade]").select_option("B")
    page.locator("[name=reason]").fill("years of use")
    page.locator("form.decision button").click()
    assert "B ann" in " ".join(page.locator(".grade").first.inner_text().split())
    page.goto(f"{desk}/decisions")
    assert page.locator("ol.decisions > li").count() == 2
    page.locator("ol.decisions button").last.click()
    assert finding_of(client)["status"] == found["status"]
    context.close()


def test_a_finding_is_marked_and_the_marks_taken_back(page, desk, client):
    marks = {"rate": "3", "verify": None, "retract": None, "sensitive": None, "note": None}
    found = finding_of(client)
    for number, (action, grade) in enumerate(marks.items(), start=1):
        page.goto(f"{desk}/findings/{found['id']}")
        page.locator("[data-decide]").first.click()
        page.locator(f".decision input[value={action}]").check(force=True)
        if grade:
            page.locator(".decision [name=grade]").select_option(grade)
        page.locator(".decision [name=reason]").fill(f"by telephone, {number}")
        with page.expect_navigation():
            page.locator(".decision button").last.click()
        assert f"by telephone, {number}" in page.locator("main").inner_text()
    told = finding_of(client)["decisions"]
    assert [(each["action"], each["by"]) for each in told] == [(each, "ann") for each in marks]
    page.goto(f"{desk}/decisions")
    with page.expect_navigation():
        page.locator("ol.decisions button").first.click()
    assert [each["action"] for each in finding_of(client)["decisions"]] == list(marks)[:-1]


def test_stories_are_merged_and_reports_split_off(page, desk, client):
    left, right = (each["id"] for each in client.get("/index.json").json()["stories"])
    page.goto(f"{desk}/stories/{left}")
    page.get_by_text("Correct this story").click()
    page.get_by_role("link", name="Merge with another story").click()
    page.locator("[name=other]").first.fill(f"{desk}/stories/{right}")
    page.locator("[name=reason]").fill("one night's work")
    page.get_by_role("button", name="Record").click()
    rows = client.get("/index.json").json()["stories"]
    assert [each["reports"] for each in rows] == [3]
    assert page.url.endswith(f"/stories/{rows[0]['id']}")
    page.get_by_text("Correct this story").click()
    page.get_by_role("link", name="Split reports off").click()
    page.get_by_role("checkbox", name="News 7").check()
    page.locator("[name=reason]").fill("another town")
    assert find_faults(page) == []
    page.get_by_role("button", name="Record").click()
    assert sorted(row["reports"] for row in client.get("/index.json").json()["stories"]) == [1, 2]


def test_events_are_merged_and_names_put_right(page, desk, client):
    found = finding_of(client)
    page.goto(f"{desk}/stories/{found['story']}/order")
    assert find_faults(page) == []
    events = client.get(f"/stories/{found['story']}/order.json").json()["events"]
    page.get_by_role("link", name="same as …").first.click()
    page.locator("select[name=other]").select_option(events[1]["target"])
    page.locator("[name=reason]").fill("one attack")
    page.get_by_role("button", name="Record").click()
    after = client.get(f"/stories/{finding_of(client)['story']}/order.json").json()["events"]
    assert len(after) == len(events) - 1
    decide(client, "actor:Orlan Rescue Service", "merge", text="Valley Health Office")
    assert "Orlan Rescue Service" not in {each["name"] for each in finding_of(client)["origins"]}


def test_the_audit_tells_a_broken_chain_and_reads_as_json(client, target):
    from sqlalchemy import create_engine, text  # noqa: PLC0415 - only here

    found = finding_of(client)
    made = decide(client, found["id"], "verify").json()
    told = client.get("/decisions.json").json()
    assert (told["whole"], told["head"]) == (True, made["hash"])
    row = told["decisions"][0]
    assert (row["by"], row["action"], row["target"]) == ("ann", "verify", found["id"])
    assert client.get("/decisions.json?by=bob").json()["decisions"] == []
    address = target if "://" in target else f"sqlite:///{target}"
    engine = create_engine(address)
    with engine.begin() as connection:
        place = " ON judgements" if "://" in target else ""
        connection.execute(text(f"DROP TRIGGER judgements_update{place}"))
        connection.execute(text("UPDATE judgements SET target='fin_0'"))
    engine.dispose()
    assert client.get("/decisions.json").json()["broken"]["number"] == 1
    assert "broken at 1" in client.get("/decisions").text


def test_what_makes_no_sense_is_answered_in_the_one_shape(client):
    found = finding_of(client)
    for fields in ({"action": "rate", "grade": "9"}, {"action": "split"}, {"action": "edit"}):
        told = decide(client, found["id"], **fields)
        assert told.status_code == 400
        assert set(told.json()["error"]) == {"status", "code", "message", "remedy"}
    assert client.get("/decide?target=fin_0").status_code == 404
